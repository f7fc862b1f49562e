/** What an adapter for one CDK language is. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Body } from '../syntax.ts';
import type { KnownStatements } from './statements.ts';

export interface CdkLanguage {
  /** Grammars by LSP language identifier: `typescript` → `typescript`. */
  readonly grammars: Readonly<Record<string, string>>;
  /** Matches the text of every file that uses CDK; cheap, before anything is parsed. */
  readonly mentionsCdk: RegExp;
  /** The name in TypeScript of a prop that is the key of a dictionary, where the language spells it differently. */
  readonly propName?: (key: string) => string;
  /** The name in TypeScript of a member of a package, where the language spells it differently. */
  readonly memberName?: (name: string) => string;
  /** A text that could not be parsed without what is half-typed in it; offsets stay the same. */
  readonly repaired?: (text: string) => string;
  /** What ends statements, where one that it ends means the same wherever it stands. */
  readonly statementEnd?: string;
  /** The program as the engine understands it. Never throws, whatever the tree holds. */
  readonly read: (root: Node, text: string, known: KnownStatements) => Body;
}
