/** Sends diagnostics: at once for what was typed, later for what can wait. */
import type { Connection, Diagnostic, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type DiagnosticsContext,
  type FindingSource,
  findingDiagnostics,
  problemDiagnostics,
} from '../features/diagnostics.ts';
import type { NoteProblem } from '../notes/note.ts';
import { syntaxProblems } from '../read/index.ts';
import type { Finding } from '../rules/rule.ts';
import type { Analyses, Analysis } from './analysis.ts';
import { isSynthesizedName } from './cloudAssembly.ts';
import type { Knowledge } from './knowledge.ts';
import type { Synthesized } from './synthesized.ts';
import { onceQuiet } from './turns.ts';
import { normalUri } from './uris.ts';

/** Parts of a large template whose rules need nothing are parsed for syntax errors when typing rests this long (ms). */
const syntaxRest = 300;
/** Longest stretch of checking syntax before other requests get their turn (ms). */
const syntaxTurn = 8;
/** A file whose changes take longer than this to check (ms) is checked again only when typing rests. */
const quick = 100;
/** Longest such rest (ms). */
const longestRest = 1500;
/** Diagnostics sent for one file: an editor shows no more, and sending them all would hold up everything else. */
const mostDiagnostics = 1000;

type Sources = ReadonlyMap<Finding, FindingSource> | undefined;

export interface Publisher {
  /** From now on; before, changes are only noted. */
  start(): void;
  changed(document: TextDocument): void;
  closed(uri: string): void;
  /** Rules, notes or settings changed. */
  publishAll(): void;
  /** What is wrong in notes changed, and nothing else. */
  publishNotes(): void;
  /** CDK code changed, which templates may have been made from. */
  publishSynthesized(): void;
}

export function createPublisher(
  connection: Connection,
  documents: TextDocuments<TextDocument>,
  analyses: Analyses,
  knowledge: Knowledge,
  synthesized: Synthesized,
  context: () => DiagnosticsContext,
  /** What else is wrong in a note. */
  moreProblems: (uri: string, text: string) => readonly NoteProblem[],
): Publisher {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Publish what was changed in a file that takes no time. */
  const soon = new Map<string, () => void>();
  /** How long the newest change of each open file took to check (ms). */
  const costs = new Map<string, number>();
  const syntaxTimers = new Map<string, ReturnType<typeof setTimeout>>();
  const notesWithProblems = new Set<string>();
  let started = false;
  /** Problems of notes that come after newer ones were asked for are dropped. */
  let asked = 0;

  function schedule(uri: string): void {
    if (!started) return;
    const cost = costs.get(uri) ?? 0;
    const rest = cost > quick ? Math.min(2 * cost, longestRest) : 0;
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    if (rest === 0) {
      // Changes that arrived together are answered once.
      const publishSoon = soon.get(uri) ?? onceQuiet(() => void publish(uri));
      soon.set(uri, publishSoon);
      publishSoon();
      return;
    }
    const timer = setTimeout(() => {
      timers.delete(uri);
      void publish(uri);
    }, rest);
    timers.set(uri, timer);
  }

  async function publish(uri: string): Promise<void> {
    const document = documents.get(uri);
    if (!document || knowledge.has(normalUri(uri))) return;
    const { version } = document;
    const began = performance.now();
    const analysis = await analyses.of(document);
    // Reading a file for the first time says nothing of what a change will cost.
    costs.set(uri, costs.has(uri) ? performance.now() - began : 0);
    const sources = analysis && (await synthesized.sources(analysis.template, analysis.findings));
    if (documents.get(uri) !== document || document.version !== version) return;
    if (!analysis) {
      send(document, []);
      return;
    }
    send(document, diagnosticsOf(analysis, sources, []));
    scheduleSyntax(analysis, sources);
  }

  function diagnosticsOf(
    { document, template, findings }: Analysis,
    sources: Sources,
    syntax: Diagnostic[],
  ): Diagnostic[] {
    const { language } = context();
    return [
      ...findingDiagnostics(document, findings, context(), sources),
      ...problemDiagnostics(document, template.problems, language),
      ...syntax,
    ];
  }

  function scheduleSyntax(analysis: Analysis, sources: Sources): void {
    const { document } = analysis;
    clearTimeout(syntaxTimers.get(document.uri));
    const timer = setTimeout(() => checkSyntax(analysis, sources), syntaxRest);
    syntaxTimers.set(document.uri, timer);
  }

  function checkSyntax(analysis: Analysis, sources: Sources): void {
    const { document, version, template } = analysis;
    const steps = syntaxProblems(template)[Symbol.iterator]();
    const found: Diagnostic[] = [];
    const turn = (): void => {
      if (documents.get(document.uri) !== document || document.version !== version) return;
      const end = performance.now() + syntaxTurn;
      while (performance.now() < end) {
        const step = steps.next();
        if (step.done) {
          if (found.length > 0) send(document, diagnosticsOf(analysis, sources, found));
          return;
        }
        found.push(...problemDiagnostics(document, step.value, context().language));
      }
      syntaxTimers.set(document.uri, setTimeout(turn, 0));
    };
    turn();
  }

  function send(document: TextDocument, diagnostics: Diagnostic[]): void {
    const { uri, version } = document;
    const sent = diagnostics.length > mostDiagnostics ? worstOf(diagnostics) : diagnostics;
    void connection.sendDiagnostics({ uri, version, diagnostics: sent });
  }

  async function publishNoteProblems(): Promise<void> {
    asked += 1;
    const question = asked;
    const all = await knowledge.problems();
    if (question !== asked) return;
    const clean = new Set(notesWithProblems);
    for (const { uri, text, problems: known } of all) {
      const problems = [...known, ...moreProblems(uri, text)];
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
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      soon.delete(uri);
      costs.delete(uri);
      clearTimeout(syntaxTimers.get(uri));
      syntaxTimers.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    publishNotes: () => void publishNoteProblems(),
    publishAll() {
      for (const document of documents.all()) schedule(document.uri);
      void publishNoteProblems();
    },
    publishSynthesized() {
      for (const { uri } of documents.all()) if (isSynthesizedName(uri)) schedule(uri);
    },
  };
}

/** As many as are sent, the most severe first. */
function worstOf(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...diagnostics].sort((a, b) => (a.severity ?? 1) - (b.severity ?? 1)).slice(0, mostDiagnostics);
}
