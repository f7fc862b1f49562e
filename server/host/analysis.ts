/** What is known of each open document: its template and findings, kept for its newest version. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Template } from '../model/template.ts';
import { readerFor } from '../read/index.ts';
import type { Reader } from '../read/reader.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import type { Settings } from './settings.ts';

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
  readonly template: Template | undefined;
  analysis: Analysis | undefined;
  rulesVersion: number;
}

export function createAnalyses(
  rules: () => readonly Rule[],
  settings: () => Settings,
  log: (message: string) => void,
): Analyses {
  // By document rather than address: a file that is closed and opened again counts its versions from 1 again.
  const kept = new WeakMap<TextDocument, Kept>();
  let rulesVersion = 0;

  return {
    async of(document) {
      const before = kept.get(document);
      const reader = before?.reader ?? readerFor(document.languageId, document.uri);
      if (!reader) return undefined;
      await reader.load();
      let now = kept.get(document);
      if (!now || now.version !== document.version) {
        const source = { uri: document.uri, languageId: document.languageId, text: document.getText() };
        const template = reader.read(source, now?.template);
        now = { reader, version: document.version, template, analysis: undefined, rulesVersion: -1 };
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
      kept.get(document)?.reader.forget(document.uri);
      kept.delete(document);
    },
  };
}
