/** What is being read in the panel: it follows the cursor, and goes where the reader goes. Knows no webview. */
import * as vscode from 'vscode';
import {
  type NoteAtParams,
  type NoteParams,
  type NoteView,
  noteAtRequest,
  noteRequest,
  type OpenNoteArguments,
} from '../server/protocol.ts';
import type { Server } from './server.ts';

/** How long the cursor rests before the panel follows, in milliseconds. */
const rest = 150;

/** Steps that can be gone back. */
const mostSteps = 50;

export interface Reading {
  readonly note: NoteView | undefined;
  readonly pinned: boolean;
  /** The document whose findings stand below the note. */
  readonly document: vscode.Uri | undefined;
  pin(pinned: boolean): void;
  /** Opens a note at a section; true if there is one. */
  open(target: OpenNoteArguments): Promise<boolean>;
  /** Opens the note about what is under the cursor; true if there is one. */
  openAtCursor(): Promise<boolean>;
  go(step: -1 | 1): Promise<void>;
  /** Follows the cursor soon, and brings the findings up to date. */
  refreshSoon(): void;
}

/**
 * @param show is told of every change: `reveal` is true where another section is to be shown.
 * @param visible whether anybody sees it; while nobody does, the cursor is not followed.
 */
export function createReading(
  server: Server,
  show: (reading: Reading, reveal: boolean) => void,
  visible: () => boolean,
): Reading & vscode.Disposable {
  let note: NoteView | undefined;
  let pinned = false;
  let document: vscode.Uri | undefined;
  let steps: OpenNoteArguments[] = [];
  let at = -1;
  /** What the cursor led to last. While it stays on the same thing, the reader may wander off undisturbed. */
  let followed = '';
  /** Whether the cursor went somewhere since it was followed last. What the reader opened does not give way otherwise. */
  let moved = true;
  /** How many notes are on their way that the reader asked for; the cursor waits for them. */
  let opening = 0;
  /** Answers that come after a newer question are dropped. */
  let asked = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function update(next: NoteView, reveal: boolean): void {
    note = next;
    void setContext('hasNote', true);
    void setContext('noteIsYours', next.origin === 'user');
    show(reading, reveal);
  }

  function step(target: OpenNoteArguments): void {
    const now = steps[at];
    if (now?.uri === target.uri && now.slug === target.slug) return;
    steps = [...steps.slice(0, at + 1), target].slice(-mostSteps);
    at = steps.length - 1;
    tellSteps();
  }

  function tellSteps(): void {
    void setContext('canGoBack', at > 0);
    void setContext('canGoForward', at < steps.length - 1);
  }

  async function load(target: OpenNoteArguments): Promise<NoteView | undefined> {
    const question = ++asked;
    const parameters: NoteParams = { ...target, ...(document ? { document: document.toString() } : {}) };
    const answer = await server.ask<NoteView>(noteRequest, parameters);
    return question === asked ? answer : undefined;
  }

  async function loadForReader(target: OpenNoteArguments): Promise<NoteView | undefined> {
    opening++;
    return load(target).finally(() => opening--);
  }

  async function atCursor(): Promise<NoteView | undefined> {
    const editor = vscode.window.activeTextEditor;
    if (!editor) return undefined;
    const question = ++asked;
    const { line, character } = editor.selection.active;
    const parameters: NoteAtParams = { uri: editor.document.uri.toString(), position: { line, character } };
    const answer = await server.ask<NoteView>(noteAtRequest, parameters);
    if (question !== asked) return undefined;
    if (answer) document = editor.document.uri;
    return answer;
  }

  async function follow(): Promise<void> {
    if (!visible() || !server.started || opening > 0) return;
    if (!pinned && (moved || !note)) {
      moved = false;
      const answer = await atCursor();
      if (answer && `${answer.uri}#${answer.slug}` !== followed) {
        followed = `${answer.uri}#${answer.slug}`;
        step({ uri: answer.uri, slug: answer.slug });
        update(answer, true);
        return;
      }
    }
    if (!note) return;
    const again = await load({ uri: note.uri, slug: note.slug });
    if (again) update(again, false);
  }

  function followSoon(): void {
    moved = true;
    refreshSoon();
  }

  function refreshSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(() => void follow(), rest);
  }

  const reading: Reading & vscode.Disposable = {
    get note() {
      return note;
    },
    get pinned() {
      return pinned;
    },
    get document() {
      return document;
    },
    pin(value) {
      pinned = value;
      followed = '';
      void setContext('pinned', pinned);
      if (note) show(reading, false);
      if (!pinned) followSoon();
    },
    async open(target) {
      const answer = await loadForReader(target);
      if (!answer) return false;
      moved = false;
      step({ uri: answer.uri, slug: answer.slug });
      update(answer, true);
      return true;
    },
    async openAtCursor() {
      const answer = await atCursor();
      if (!answer) return false;
      followed = `${answer.uri}#${answer.slug}`;
      step({ uri: answer.uri, slug: answer.slug });
      update(answer, true);
      return true;
    },
    async go(direction) {
      const target = steps[at + direction];
      if (!target) return;
      const answer = await loadForReader(target);
      if (!answer) return;
      at += direction;
      tellSteps();
      update(answer, true);
    },
    refreshSoon,
    dispose: () => {
      clearTimeout(timer);
      for (const listener of listeners) listener.dispose();
    },
  };

  const listeners = [
    vscode.window.onDidChangeTextEditorSelection(followSoon),
    vscode.window.onDidChangeActiveTextEditor(followSoon),
    server.onDidChange(refreshSoon),
  ];
  return reading;
}

function setContext(name: string, value: boolean): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', `kumonote.${name}`, value);
}
