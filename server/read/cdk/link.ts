/** Files that are read together: what their imports name among them. */
import type { ModulePaths, WorkspaceFiles } from '../reader.ts';
import { AROUND, modulesOf } from './languages/modules.ts';
import type { SourceFile } from './scopes.ts';
import { type Body, bodiesOf } from './syntax.ts';
import type { LinkedFile } from './walk.ts';

/** A file, parsed. */
export interface Program {
  readonly file: SourceFile;
  readonly languageId: string;
  readonly body: Body;
  /** Of a project file, which has no code. */
  readonly modulePaths?: ModulePaths | undefined;
}

/** A program with what its imports name among `programs`. */
export function linked(program: Program, programs: readonly Program[]): LinkedFile {
  const { file, body, languageId } = program;
  const byUri = new Map(programs.map((each) => [each.file.uri, each]));
  const files: WorkspaceFiles = {
    has: (uri) => byUri.has(uri),
    below: (folder) => [...byUri.keys()].filter((uri) => uri.startsWith(folder)),
    modulePaths: (uri) => byUri.get(uri)?.modulePaths,
  };
  const imports = new Map<string, readonly SourceFile[]>();
  if (programs.length > 1) {
    for (const specifier of new Set([AROUND, ...specifiersIn(body)])) {
      const uris = modulesOf({ uri: file.uri, languageId })?.resolve(specifier, file.uri, files) ?? [];
      const named = uris.flatMap((uri) => byUri.get(uri)?.file ?? []).filter((each) => each !== file);
      if (named.length > 0) imports.set(specifier, named);
    }
  }
  return { file, body, imports };
}

const known = new WeakMap<Body, ReadonlySet<string>>();

/** What the imports of a program call files, wherever in it they stand. */
function specifiersIn(program: Body): ReadonlySet<string> {
  let specifiers = known.get(program) as Set<string> | undefined;
  if (!specifiers) {
    specifiers = new Set();
    collect(program, specifiers);
    known.set(program, specifiers);
  }
  return specifiers;
}

function collect(body: Body, specifiers: Set<string>): void {
  for (const { statement } of body) {
    if (statement.kind === 'import') {
      for (const { from, submodule } of statement.imports) {
        if (from !== undefined) specifiers.add(from);
        if (submodule !== undefined) specifiers.add(submodule);
      }
    }
    for (const inner of bodiesOf(statement)) collect(inner, specifiers);
  }
}
