/** Where rules find something in the whole workspace, its closed files included. */
import type { CancellationToken, Location } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { coversType } from '../aws/typePattern.ts';
import { rangeOf } from '../features/positions.ts';
import type { Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import { normalUri } from './uris.ts';
import type { WorkspaceIndex } from './workspaceIndex.ts';

/** A rule, and the text that it was read from. */
export interface SourceOfRule {
  readonly source: string;
  readonly rule: Rule;
}

export interface RulePlaces {
  /** The places of each of `rules`, in the same order; of fewer files where `token` is cancelled meanwhile. */
  of(rules: readonly SourceOfRule[], token: CancellationToken): Promise<readonly (readonly Location[])[]>;
}

/** Texts of rules whose places in closed files are remembered: every letter typed in a rule makes another one. */
const mostSources = 50;

/**
 * @param openUris addresses of the open files as the editor writes them; their findings change as one types
 */
export function createRulePlaces(index: WorkspaceIndex, openUris: () => readonly string[]): RulePlaces {
  /** By text of the rule, then by file. */
  const closed = new Map<string, Map<string, readonly Location[]>>();
  index.onDidChange(() => closed.clear());

  return {
    async of(rules, token) {
      const open = new Map(openUris().map((uri) => [normalUri(uri), uri]));
      const found = rules.map((): Location[] => []);
      if (closed.size > mostSources) closed.clear();
      for (const { uri, resources } of index.files()) {
        if (token.isCancellationRequested) break;
        const known = (source: string) => (open.has(uri) ? undefined : closed.get(source)?.get(uri));
        const asked = rules.map(({ rule }) =>
          resources.some(({ type }) => rule.on.some((written) => coversType(written, type))),
        );
        const isNew = rules.some(({ source }, at) => asked[at] && !known(source));
        const template = isNew ? await index.template(uri) : undefined;
        const text = template && TextDocument.create(uri, template.languageId, 0, template.text);
        for (const [at, { rule, source }] of rules.entries()) {
          if (!asked[at]) continue;
          let places = known(source);
          if (!places && template && text) {
            places = runRules([rule], template).map(({ span }) => ({
              uri: open.get(uri) ?? uri,
              range: rangeOf(text, span),
            }));
            const ofSource = closed.get(source) ?? new Map<string, readonly Location[]>();
            if (!open.has(uri)) closed.set(source, ofSource.set(uri, places));
          }
          found[at]?.push(...(places ?? []));
        }
      }
      return found;
    },
  };
}
