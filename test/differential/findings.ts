/** What the rules find in an app's source and in its templates, in terms that can be compared. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { languageOf } from '../../server/host/languages.ts';
import type { Resource } from '../../server/model/template.ts';
import { readerFor } from '../../server/read/index.ts';
import type { SourceText } from '../../server/read/reader.ts';
import type { Finding, Rule } from '../../server/rules/rule.ts';
import { runRules } from '../../server/rules/run.ts';

/** A finding by its rule and the construct that it is about. */
export interface Found {
  readonly rule: string;
  /** IDs of constructs: of a template all on the way to the resource, of source those of all that are meant (`Gate*`). */
  readonly ids: readonly string[];
  /** `lib/stack.ts:12`, or the logical ID. */
  readonly place: string;
}

/** What is found in the source of the app in `folder`, and the IDs of all constructs that it makes. */
export async function sourceFindings(
  folder: string,
  rules: readonly Rule[],
): Promise<{ found: Found[]; made: Set<string> }> {
  const files: SourceText[] = sourcesIn(folder).map((path) => {
    const uri = pathToFileURL(path).href;
    return { uri, languageId: languageOf(uri), text: readFileSync(path, 'utf8') };
  });
  const found: Found[] = [];
  const made = new Set<string>();
  for (const file of files) {
    const reader = readerFor(file.languageId, file.uri);
    await reader?.load();
    const template = reader?.read(
      file,
      undefined,
      files.filter((each) => each !== file),
    );
    if (!reader || template?.format !== 'cdk') continue;
    for (const { name } of template.resources.values()) made.add(name);
    for (const finding of findingsOf(rules, template)) {
      const line = file.text.slice(0, finding.span.start).split('\n').length;
      const place = `${relative(folder, new URL(file.uri).pathname)}:${line}`;
      const resources = [finding.resource, ...(finding.also ?? [])];
      found.push({ rule: finding.rule.id, ids: resources.map((each) => idOf(each, file.text)), place });
    }
    reader.forget(file.uri);
  }
  return { found, made };
}

/** The ID of a construct; where it is not known, as it is written, with `*` for what is computed. */
function idOf({ name, nameSpan, origin, construct }: Resource, text: string): string {
  const isKnown = name !== construct?.className && name !== construct?.variable?.replace(/^this\./, '');
  if (isKnown) return name;
  const written = text.slice(nameSpan.start + origin, nameSpan.end + origin);
  const [, , inner = '*'] = /^f?(["'`])(.*)\1$/.exec(written) ?? [];
  return inner.replace(/\$?\{[^}]*\}/g, '*');
}

/** What is found in a synthesized template. */
export async function templateFindings(name: string, text: string, rules: readonly Rule[]): Promise<Found[]> {
  const uri = `file:///${name}.template.json`;
  const reader = readerFor('json', uri);
  await reader?.load();
  const template = reader?.read({ uri, languageId: 'json', text }, undefined);
  if (!template) return [];
  const { Resources } = JSON.parse(text) as {
    Resources: Readonly<Record<string, { Metadata?: { 'aws:cdk:path'?: string } }>>;
  };
  return findingsOf(rules, template).map(({ rule, resource }) => {
    const path = Resources[resource.id]?.Metadata?.['aws:cdk:path'] ?? resource.id;
    return { rule: rule.id, ids: path.split('/').slice(1), place: `${name}: ${path}` };
  });
}

function findingsOf(rules: readonly Rule[], template: Parameters<typeof runRules>[1]): readonly Finding[] {
  return runRules(rules, template, {
    onError: (message) => {
      throw new Error(message);
    },
  });
}

/** Files of the app itself: no packages, no output, no tests, no code of functions. */
const others = /^(?:node_modules|cdk\.out|\.venv|venv|__tests__|tests?|dist|\..*)$/;

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (others.test(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourcesIn(path);
    return /\.(?:[cm]?[jt]s|py|graphqls?|gql)$|^cdk\.json$/.test(entry.name) &&
      !/\.(?:d|test|spec)\.ts$/.test(entry.name)
      ? [path]
      : [];
  });
}
