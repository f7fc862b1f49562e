/** Sends diagnostics: at once for what was typed, later for what can wait. */
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type DiagnosticsContext, findingDiagnostics, problemDiagnostics } from '../features/diagnostics.ts';
import { syntaxProblems } from '../read/index.ts';
import type { Analyses, Analysis } from './analysis.ts';
import type { Knowledge } from './knowledge.ts';

/** Parts of a large template whose rules need nothing are parsed for syntax errors when typing rests this long (ms). */
const syntaxRest = 300;
/** Longest stretch of checking syntax before other requests get their turn (ms). */
const syntaxTurn = 8;

export interface Publisher {
  /** From now on; before, changes are only noted. */
  start(): void;
  changed(document: TextDocument): void;
  closed(uri: string): void;
  /** Rules, notes or settings changed. */
  publishAll(): void;
}

export function createPublisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  analyses: Analyses,
  knowledge: Knowledge,
  context: () => DiagnosticsContext,
): Publisher {
  const waiting = new Set<string>();
  const syntaxTimers = new Map<string, ReturnType<typeof setTimeout>>();
  const notesWithProblems = new Set<string>();
  let started = false;
  let scheduled = false;

  function schedule(uri: string): void {
    waiting.add(uri);
    if (!started || scheduled) return;
    scheduled = true;
    // Changes that arrived together are answered once.
    setTimeout(() => {
      scheduled = false;
      const uris = [...waiting];
      waiting.clear();
      for (const each of uris) void publish(each);
    }, 0);
  }

  async function publish(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (!document || knowledge.has(uri)) return;
    const analysis = await analyses.of(document);
    if (documents.get(uri)?.version !== document.version) return;
    if (!analysis) {
      send(document, []);
      return;
    }
    send(document, diagnosticsOf(analysis, []));
    scheduleSyntax(analysis);
  }

  function diagnosticsOf({ document, template, findings }: Analysis, syntax: Diagnostic[]): Diagnostic[] {
    const { language } = context();
    return [
      ...findingDiagnostics(document, findings, context()),
      ...problemDiagnostics(document, template.problems, language),
      ...syntax,
    ];
  }

  function scheduleSyntax(analysis: Analysis): void {
    const { document } = analysis;
    clearTimeout(syntaxTimers.get(document.uri));
    const timer = setTimeout(() => checkSyntax(analysis), syntaxRest);
    syntaxTimers.set(document.uri, timer);
  }

  function checkSyntax(analysis: Analysis): void {
    const { document, template } = analysis;
    const steps = syntaxProblems(template)[Symbol.iterator]();
    const found: Diagnostic[] = [];
    const turn = (): void => {
      if (documents.get(document.uri)?.version !== document.version) return;
      const end = performance.now() + syntaxTurn;
      while (performance.now() < end) {
        const step = steps.next();
        if (step.done) {
          if (found.length > 0) send(document, diagnosticsOf(analysis, found));
          return;
        }
        found.push(...problemDiagnostics(document, step.value, context().language));
      }
      syntaxTimers.set(document.uri, setTimeout(turn, 0));
    };
    turn();
  }

  function send(document: TextDocument, diagnostics: Diagnostic[]): void {
    void connection.sendDiagnostics({ uri: document.uri, version: document.version, diagnostics });
  }

  function publishNoteProblems(): void {
    const clean = new Set(notesWithProblems);
    for (const { uri, text, problems } of knowledge.problems()) {
      if (problems.length === 0) continue;
      clean.delete(uri);
      notesWithProblems.add(uri);
      const document = TextDocument.create(uri, 'markdown', 0, text);
      const diagnostics = problemDiagnostics(document, problems, context().language);
      void connection.sendDiagnostics({ uri, diagnostics });
    }
    for (const uri of clean) {
      notesWithProblems.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    }
  }

  return {
    start() {
      started = true;
      for (const document of documents.all()) schedule(document.uri);
    },
    changed: (document) => schedule(document.uri),
    closed(uri) {
      waiting.delete(uri);
      clearTimeout(syntaxTimers.get(uri));
      syntaxTimers.delete(uri);
      if (!knowledge.has(uri)) void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    publishAll() {
      publishNoteProblems();
      for (const document of documents.all()) schedule(document.uri);
    },
  };
}
