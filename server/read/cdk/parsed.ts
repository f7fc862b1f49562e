/** The statements in a file of CDK source, parsed; after an edit only where it was made. */
import type { Parser, Tree } from '@vscode/tree-sitter-wasm';
import { changeBetween } from '../../text/change.ts';
import { parse } from './grammars.ts';
import type { CdkLanguage } from './languages/language.ts';
import { KnownStatements } from './languages/statements.ts';
import { withinOneStatement } from './oneStatement.ts';
import type { Body, Statement } from './syntax.ts';

/** A parsed file. Nothing frees its tree but who holds it. */
export interface ParsedFile {
  readonly text: string;
  readonly body: Body;
  /** What it was read from, but for statements that were edited since. */
  readonly tree: Tree;
  /** The text of the tree: that of the file then, or what the language made of it where it was half-typed. */
  readonly treeText: string;
  /** Whether the grammar found nothing wrong in it. */
  readonly isSound: boolean;
  readonly known: KnownStatements;
}

/**
 * @param before the same file as it was parsed before: its tree is freed, or goes on
 * @returns undefined only where the parser gives up
 */
export function parseFile(
  parser: Parser,
  language: CdkLanguage,
  text: string,
  before?: ParsedFile,
): ParsedFile | undefined {
  const typed = before && typedIn(parser, language, text, before);
  if (typed) return { ...before, text, body: typed };
  const found = parseRepaired(parser, language, text, before);
  if (!found) return undefined;
  const { tree, treeText } = found;
  const known = new KnownStatements(text, treeText, before?.known);
  const { rootNode } = tree;
  const body = language.read(rootNode, text, known);
  const isSound = treeText === text && !rootNode.hasError;
  before?.tree.delete();
  return { text, body, tree, treeText, isSound, known: known.settled() };
}

/** The tree of `text`, or of what the language can make of it where it is half-typed. */
function parseRepaired(
  parser: Parser,
  language: CdkLanguage,
  text: string,
  before: ParsedFile | undefined,
): Pick<ParsedFile, 'tree' | 'treeText'> | undefined {
  const tree = parse(parser, text, before?.tree, before?.treeText ?? '');
  if (!tree?.rootNode.hasError || !language.repaired) return tree && { tree, treeText: text };
  const treeText = language.repaired(text);
  const better = treeText === text ? undefined : parse(parser, treeText, tree, text);
  if (!better) return { tree, treeText: text };
  tree.delete();
  return { tree: better, treeText };
}

/** The program where something was typed in one of its statements, if that can be read alone. */
function typedIn(
  parser: Parser,
  language: CdkLanguage,
  text: string,
  { isSound, text: known, body }: ParsedFile,
): Body | undefined {
  const { statementEnd } = language;
  if (!isSound || statementEnd === undefined) return undefined;
  return withinOneStatement(body, changeBetween(known, text), text, (statement) =>
    statement.endsWith(statementEnd) ? parseStatement(parser, language, statement) : undefined,
  );
}

/** The statement that is all of `text`; undefined where there is something else, or something is wrong. */
function parseStatement(parser: Parser, language: CdkLanguage, text: string): Statement | undefined {
  const tree = parser.parse(text);
  if (!tree) return undefined;
  const { rootNode } = tree;
  const body = rootNode.hasError ? [] : language.read(rootNode, text, new KnownStatements(text, text));
  tree.delete();
  const [only, ...others] = body;
  const isWhole = only?.start === 0 && only.statement.length === text.length && others.length === 0;
  return isWhole ? only.statement : undefined;
}
