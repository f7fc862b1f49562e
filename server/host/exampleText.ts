/** The text of an example in a note → a text that a reader takes for a template, and the way back. */
import { isMap, isScalar, parseDocument, type YAMLMap } from 'yaml';
import type { Example } from '../notes/note.ts';
import type { Span } from '../text/span.ts';

export interface ExampleText {
  /** The LSP language identifier. */
  readonly languageId: string;
  readonly text: string;
  /** What lines of carets mark in `text`; they are not part of it. */
  readonly marks: readonly Span[];
  /** A place of `text` in the example as it is written. */
  toSource(span: Span): Span;
}

const languageIds: Readonly<Record<string, string>> = {
  yml: 'yaml',
  ts: 'typescript',
  js: 'javascript',
  tsx: 'typescriptreact',
  jsx: 'javascriptreact',
  cs: 'csharp',
};

/** The logical ID of a resource that an example leaves without one. */
const exampleName = 'Example';

/**
 * Prepares an example. YAML and JSON may leave out what goes without saying:
 * - `Resources:`, if there are resources with their logical IDs;
 * - the logical ID too, if there is one resource that begins with `Type:`;
 * - the type too, if there are properties only and the rule is for one type.
 * @param types what the rule is for, its `on`
 */
export function exampleText({ language, source }: Example, types: readonly string[]): ExampleText {
  const languageId = languageIds[language] ?? language;
  const written = unmarked(source);
  const [open, indent, close] = surroundings(
    languageId,
    written.lines.map(({ text }) => text).join('\n'),
    types,
  );
  const lines = [
    ...open.map((text) => ({ text, start: 0, indent: text.length })),
    ...written.lines.map(({ text, start }) => ({
      text: text === '' ? '' : indent + text,
      start,
      indent: text === '' ? 0 : indent.length,
    })),
    ...close.map((text) => ({ text, start: source.length, indent: text.length })),
  ];
  const starts: number[] = [];
  let length = 0;
  for (const { text } of lines) {
    starts.push(length);
    length += text.length + 1;
  }
  const toSource = (offset: number): number => {
    const at = Math.max(
      0,
      starts.findLastIndex((start) => start <= offset),
    );
    const line = lines[at];
    if (!line) return 0;
    return Math.min(source.length, line.start + Math.max(0, offset - (starts[at] ?? 0) - line.indent));
  };
  return {
    languageId,
    text: lines.map(({ text }) => text).join('\n'),
    marks: written.marks.map(({ line, from, to }) => {
      const start = (starts[line + open.length] ?? 0) + indent.length;
      return { start: start + from, end: start + to };
    }),
    toSource: ({ start, end }) => ({ start: toSource(start), end: toSource(end) }),
  };
}

interface Written {
  readonly lines: readonly { readonly text: string; readonly start: number }[];
  /** By line and columns. */
  readonly marks: readonly { readonly line: number; readonly from: number; readonly to: number }[];
}

const caretLine = /^([ \t]*(?:#|\/\/)?[ \t]*)(\^+)(?:[ \t].*)?\r?$/;

/** A line of carets marks the same columns of the line above. */
function unmarked(source: string): Written {
  const lines: { text: string; start: number }[] = [];
  const marks: { line: number; from: number; to: number }[] = [];
  let start = 0;
  for (const text of source.replace(/\n$/, '').split('\n')) {
    const carets = lines.length > 0 ? caretLine.exec(text) : null;
    if (carets) {
      const from = carets[1]?.length ?? 0;
      marks.push({ line: lines.length - 1, from, to: from + (carets[2]?.length ?? 0) });
    } else lines.push({ text: text.replace(/\r$/, ''), start });
    start += text.length + 1;
  }
  return { lines, marks };
}

/** An example as people should see it, without lines of carets. */
export function withoutMarks(source: string): string {
  return unmarked(source)
    .lines.map(({ text }) => text)
    .join('\n');
}

type Surroundings = readonly [open: readonly string[], indent: string, close: readonly string[]];

const nothing: Surroundings = [[], '', []];

function surroundings(languageId: string, text: string, types: readonly string[]): Surroundings {
  if (languageId !== 'yaml' && languageId !== 'json' && languageId !== 'jsonc') return nothing;
  const { contents } = parseDocument(text, { logLevel: 'silent', prettyErrors: false });
  if (!isMap(contents) || isWhole(contents)) return nothing;
  const only = types.length === 1 && !types[0]?.endsWith('*') ? types[0] : undefined;
  const json = languageId !== 'yaml';
  if (typeOf(contents) !== undefined) {
    return json
      ? [[`{"Resources":{"${exampleName}":`], '', ['}}']]
      : [['Resources:', `  ${exampleName}:`], '    ', []];
  }
  if (contents.items.some(({ value }) => isMap(value) && typeOf(value) !== undefined)) {
    return json ? [['{"Resources":'], '', ['}']] : [['Resources:'], '  ', []];
  }
  if (only === undefined) return nothing;
  return json
    ? [[`{"Resources":{"${exampleName}":{"Type":"${only}","Properties":`], '', ['}}}']]
    : [['Resources:', `  ${exampleName}:`, `    Type: ${only}`, '    Properties:'], '      ', []];
}

function isWhole(map: YAMLMap): boolean {
  return ['Resources', 'AWSTemplateFormatVersion', 'Transform'].some((key) => map.has(key));
}

/** A resource's type, and not a property of that name. */
function typeOf(map: YAMLMap): string | undefined {
  const type = map.get('Type', true);
  if (!isScalar(type) || typeof type.value !== 'string') return undefined;
  return /^\w+::\w/.test(type.value) ? type.value : undefined;
}
