/** What is known of each open document: its template and findings, kept by version. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Template } from '../model/template.ts';
import { readerFor } from '../read/index.ts';
import type { Reader } from '../read/reader.ts';
import type { Finding, Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';
import type { Settings } from './settings.ts';

/** Larger files are left alone: no template that AWS accepts comes near (its limit is 1 MB). */
const mostCharacters = 8 * 1024 * 1024;

export interface Analysis {
  readonly document: TextDocument;
  readonly template: Template;
  readonly findings: readonly Finding[];
}

export interface Analyses {
  /** The newest analysis of `document`; undefined where it is neither a template nor CDK code. */
  of(document: TextDocument): Promise<Analysis | undefined>;
  /** Findings are stale: rules or settings changed. What was read stays. */
  rulesChanged(): void;
  forget(uri: string): void;
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
  const kept = new Map<string, Kept>();
  let rulesVersion = 0;

  return {
    async of(document) {
      const before = kept.get(document.uri);
      const reader = before?.reader ?? readerFor(document.languageId, document.uri);
      if (!reader) return undefined;
      await reader.load();
      let now = kept.get(document.uri);
      if (!now || now.version !== document.version) {
        const text = document.getText();
        const source = { uri: document.uri, languageId: document.languageId, text };
        const template = text.length > mostCharacters ? undefined : reader.read(source, now?.template);
        now = { reader, version: document.version, template, analysis: undefined, rulesVersion: -1 };
        kept.set(document.uri, now);
      }
      if (now.template && now.rulesVersion !== rulesVersion) {
        const findings = runRules(rules(), now.template, { severities: settings().rules, onError: log });
        now.analysis = { document, template: now.template, findings };
        now.rulesVersion = rulesVersion;
      }
      return now.analysis;
    },
    rulesChanged() {
      rulesVersion += 1;
    },
    forget(uri) {
      kept.get(uri)?.reader.forget(uri);
      kept.delete(uri);
    },
  };
}
