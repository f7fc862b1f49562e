/** What is known of each open document: its template and findings, kept for its newest version. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Template } from '../model/template.ts';
import { isProgram, mayBeSource, readerFor } from '../read/index.ts';
import { areSame, type Reader, type SourceText } from '../read/reader.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import type { LinkedFiles } from './linkedFiles.ts';
import type { Settings } from './settings.ts';
import { sourceOf } from './sourceText.ts';

export interface Analysis {
  readonly document: TextDocument;
  /** The document's version that was read; the document itself goes on changing. */
  readonly version: number;
  readonly template: Template;
  readonly findings: readonly Finding[];
}

export interface Analyses {
  /** The newest analysis of `document`; undefined where it is neither a template nor CDK code. */
  of(document: TextDocument): Promise<Analysis | undefined>;
  /** What `document` was last read to, at once; it may have changed since. */
  latest(document: TextDocument): Template | undefined;
  /** Findings are stale: rules or settings changed. What was read stays. */
  rulesChanged(): void;
  /** The document was closed. */
  forget(document: TextDocument): void;
}

interface Kept {
  readonly reader: Reader;
  readonly version: number;
  /** The other files that it was read with. */
  readonly others: readonly SourceText[];
  readonly template: Template | undefined;
  analysis: Analysis | undefined;
  rulesVersion: number;
}

export function createAnalyses(
  rules: () => readonly Rule[],
  settings: () => Settings,
  log: (message: string) => void,
  linked: Pick<LinkedFiles, 'atHand'> = { atHand: () => [] },
): Analyses {
  // By document rather than address: a file that is closed and opened again counts its versions from 1 again.
  const kept = new WeakMap<TextDocument, Kept>();
  let rulesVersion = 0;

  function readWith(document: TextDocument): [source: SourceText, others: readonly SourceText[]] {
    const source = sourceOf(document);
    return [source, mayBeSource(source.languageId, source.text) ? linked.atHand(source) : []];
  }

  return {
    async of(document) {
      const before = kept.get(document);
      const reader = before?.reader ?? readerFor(document.languageId, document.uri);
      if (!reader) return undefined;
      await reader.load();
      let [source, others] = readWith(document);
      const foreign = others.filter(
        ({ languageId }) => isProgram(languageId) && languageId !== document.languageId,
      );
      if (foreign.length > 0) {
        for (const each of foreign) await readerFor(each.languageId, each.uri)?.load();
        [source, others] = readWith(document);
      }
      let now = kept.get(document);
      if (!now || now.version !== document.version || !areSame(now.others, others)) {
        const template = reader.read(source, now?.template, others);
        now = { reader, version: document.version, others, template, analysis: undefined, rulesVersion: -1 };
        kept.set(document, now);
      }
      if (now.template && now.rulesVersion !== rulesVersion) {
        const findings = runRules(rules(), now.template, { severities: settings().rules, onError: log });
        const { version, template } = now;
        now.analysis = { document, version, template, findings };
        now.rulesVersion = rulesVersion;
      }
      return now.analysis;
    },
    latest: (document) => kept.get(document)?.template,
    rulesChanged() {
      rulesVersion += 1;
    },
    forget(document) {
      kept.get(document)?.reader.forget(sourceOf(document).uri);
      kept.delete(document);
    },
  };
}
