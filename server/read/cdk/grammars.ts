/**
 * Loads the tree-sitter runtime and grammars on first use. Where their files are, only the host knows: it calls
 * `configureGrammars` once.
 */
import type { Language as Grammar, Parser, Tree } from '@vscode/tree-sitter-wasm';
import { changeBetween } from '../../text/change.ts';

/** Gives the content of a file of `@vscode/tree-sitter-wasm`, such as `tree-sitter-typescript.wasm`. */
export type LoadGrammar = (file: string) => Promise<Uint8Array>;

let loadFile: LoadGrammar | undefined;
let runtime: Promise<void> | undefined;
const parsers = new Map<string, Promise<Parser>>();

/** Says how the files of `@vscode/tree-sitter-wasm` are read; called once by the host before the reader loads. */
export function configureGrammars(load: LoadGrammar): void {
  loadFile = load;
}

/** A parser for the grammar in `tree-sitter-<name>.wasm`. Rejects where the files cannot be had. */
export function loadParser(name: string): Promise<Parser> {
  let parser = parsers.get(name);
  if (!parser) {
    parser = createParser(name);
    parsers.set(name, parser);
    // A failure is not kept: the files may be there the next time.
    parser.catch(() => parsers.delete(name));
  }
  return parser;
}

async function createParser(name: string): Promise<Parser> {
  const load = loadFile;
  const { default: treeSitter } = await import('@vscode/tree-sitter-wasm');
  if (!load) throw new Error('configureGrammars was not called');
  runtime ??= load('tree-sitter.wasm').then((wasmBinary) => {
    const options: object = { wasmBinary };
    return treeSitter.Parser.init(options as { locateFile: () => string });
  });
  runtime.catch(() => {
    runtime = undefined;
  });
  await runtime;
  const grammar: Grammar = await treeSitter.Language.load(await load(`tree-sitter-${name}.wasm`));
  return new treeSitter.Parser().setLanguage(grammar);
}

/** `text` parsed; from `previous`, the tree of `previousText`, only what changed is parsed. */
export function parse(
  parser: Parser,
  text: string,
  previous: Tree | undefined,
  previousText: string,
): Tree | undefined {
  if (!previous) return parser.parse(text) ?? undefined;
  const { start, oldEnd, newEnd } = changeBetween(previousText, text);
  previous.edit({
    startIndex: start,
    oldEndIndex: oldEnd,
    newEndIndex: newEnd,
    startPosition: pointAt(text, start),
    oldEndPosition: pointAt(previousText, oldEnd),
    newEndPosition: pointAt(text, newEnd),
  });
  return parser.parse(text, previous) ?? undefined;
}

function pointAt(text: string, offset: number): { row: number; column: number } {
  let row = 0;
  let lineStart = 0;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) {
    row++;
    lineStart = at + 1;
  }
  return { row, column: offset - lineStart };
}
