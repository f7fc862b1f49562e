/** From the resources of a synthesized template to the constructs in source that made them. */
import { absoluteSpan, type Resource, type Template, writtenResources } from '../model/template.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { type Frame, type SynthesizedResource, synthesizedResources } from './cloudAssembly.ts';
import type { Files } from './files.ts';
import { fileUri } from './uris.ts';
import type { IndexedFile, IndexedResource, WorkspaceIndex } from './workspaceIndex.ts';

/** Where a construct stands in source. */
export interface ConstructSource {
  readonly template: Template;
  /** The class, from the start of that file. */
  readonly span: Span;
  /** Whether this rule finds the same in the source; then there is no need to say it again. */
  reports(rule: Rule): boolean;
}

/** The constructs of one synthesized template. */
export interface ConstructSources {
  /** Where `resource` was made; undefined where it cannot be told. */
  of(resource: Resource): Promise<ConstructSource | undefined>;
}

export interface SourceLookup {
  readonly files: Files;
  readonly index: WorkspaceIndex;
  findings(template: Template): readonly Finding[];
}

/** Looks for what made the resources of `template`; undefined where it was not synthesized by CDK. */
export async function constructSourcesOf(
  template: Template,
  lookup: SourceLookup,
): Promise<ConstructSources | undefined> {
  const resources = await synthesizedResources(lookup.files, template.uri);
  if (!resources) return undefined;
  /** Of closed files, each is read once. */
  const templates = new Map<string, Promise<Template | undefined>>();
  const templateOf = (uri: string): Promise<Template | undefined> => {
    const known = templates.get(uri) ?? lookup.index.template(uri);
    templates.set(uri, known);
    return known;
  };
  return {
    async of(resource) {
      const made = resources.get(resource.id);
      if (!made) return undefined;
      for (const frame of made.frames) {
        const uri = fileUri(frame.file);
        // Frames of libraries are passed over.
        const source = lookup.index.has(uri) ? await templateOf(uri) : undefined;
        if (source) return atFrame(source, frame, resource.type, lookup);
      }
      const place = uniquePlace(lookup.index.files(), made, resource.type);
      const source = place && (await templateOf(place.uri));
      const same = place && source?.resources.get(place.id);
      return source && same && constructSource(source, same, lookup);
    },
  };
}

/** The construct whose instantiation a stack trace names. */
function atFrame(
  source: Template,
  { line, column }: Frame,
  type: string,
  lookup: SourceLookup,
): ConstructSource | undefined {
  const start = offsetOfLine(source.text, line);
  if (start === undefined) return undefined;
  const offset = start + column - 1;
  const end = source.text.indexOf('\n', start);
  const onLine = writtenResources(source).filter(
    ({ origin }) => origin >= start && (end < 0 || origin <= end),
  );
  const [nearest] = onLine.sort((a, b) => distance(a) - distance(b));
  if (nearest) return constructSource(source, nearest, lookup);
  const written = source.text.slice(start, end < 0 ? undefined : end);
  const first = start + (written.length - written.trimStart().length);
  return {
    template: source,
    span: { start: first, end: Math.max(first + 1, start + written.trimEnd().length) },
    reports: () => false,
  };

  function distance({ origin, type: own }: Resource): number {
    return Math.abs(origin - offset) * 2 + (own === type ? 0 : 1);
  }
}

/** The one construct that has the ID and makes the type, for apps in languages whose stack traces do not reach CDK. */
function uniquePlace(
  files: readonly IndexedFile[],
  { path }: SynthesizedResource,
  type: string,
): (IndexedResource & { readonly uri: string }) | undefined {
  const segments = path.split('/').filter((each) => each !== 'Resource' && each !== 'Default');
  const places = files
    .filter(({ languageId }) => !['yaml', 'json', 'jsonc', 'plaintext'].includes(languageId))
    .flatMap(({ uri, resources }) => resources.map((each) => ({ ...each, uri })))
    .filter((each) => each.type === type && segments.includes(each.name));
  const own = places.filter((each) => each.name === segments.at(-1));
  const [only, ...others] = own.length > 0 ? own : places;
  return others.length === 0 ? only : undefined;
}

function constructSource(template: Template, resource: Resource, lookup: SourceLookup): ConstructSource {
  const { origin, typeSpan } = resource;
  return {
    template,
    span: absoluteSpan(resource, typeSpan),
    reports: (rule) =>
      lookup.findings(template).some((each) => each.rule.id === rule.id && each.resource.origin === origin),
  };
}

function offsetOfLine(text: string, line: number): number | undefined {
  let offset = 0;
  for (let at = 1; at < line; at += 1) {
    const next = text.indexOf('\n', offset);
    if (next < 0) return undefined;
    offset = next + 1;
  }
  return offset;
}
