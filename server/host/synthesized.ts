/** Templates that CDK synthesized, and the constructs that made what is in them; remembered for each template. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindingSource } from '../features/diagnostics.ts';
import type { MadeAt } from '../features/madeAt.ts';
import { rangeOf } from '../features/positions.ts';
import type { Resource, Template } from '../model/template.ts';
import type { Finding } from '../rules/rule.ts';
import {
  type ConstructSource,
  type ConstructSources,
  constructSourcesOf,
  type SourceLookup,
} from './constructSources.ts';
import { shownPath } from './uris.ts';

export interface Synthesized {
  /** Whether CDK synthesized `template`: then nothing is gained by editing it. */
  has(template: Template): Promise<boolean>;
  /** Where `resource` was made; undefined where that is not known. */
  madeAt(template: Template, resource: Resource): Promise<MadeAt | undefined>;
  /** The same for the resources of findings; undefined where CDK did not synthesize `template`. */
  sources(
    template: Template,
    findings: readonly Finding[],
  ): Promise<ReadonlyMap<Finding, FindingSource> | undefined>;
  /** CDK code changed: what was found in it is stale. */
  sourcesChanged(): void;
}

export function createSynthesized(lookup: SourceLookup, roots: () => readonly string[]): Synthesized {
  let known = new WeakMap<Template, Promise<ConstructSources | undefined>>();

  function sourcesOf(template: Template): Promise<ConstructSources | undefined> {
    const sources = known.get(template) ?? constructSourcesOf(template, lookup);
    known.set(template, sources);
    return sources;
  }

  function shown({ template: { uri, languageId, text }, span }: ConstructSource): MadeAt {
    const range = rangeOf(TextDocument.create(uri, languageId, 0, text), span);
    return { location: { uri, range }, label: `${shownPath(uri, roots())}:${range.start.line + 1}` };
  }

  return {
    has: async (template) => (await sourcesOf(template)) !== undefined,

    async madeAt(template, resource) {
      const source = await (await sourcesOf(template))?.of(resource);
      return source && shown(source);
    },

    async sources(template, findings) {
      const sources = await sourcesOf(template);
      if (!sources) return undefined;
      const found = new Map<Finding, FindingSource>();
      for (const finding of findings) {
        const source = await sources.of(finding.resource);
        if (source) found.set(finding, { ...shown(source), reported: source.reports(finding.rule) });
      }
      return found;
    },

    sourcesChanged() {
      known = new WeakMap();
    },
  };
}
