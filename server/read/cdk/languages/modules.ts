/**
 * Which files of a workspace the imports of a file mean. Told by the text alone, so that a workspace is known before
 * a grammar is loaded or anything is parsed.
 */
import type { ModulePaths, SourceText, WorkspaceFiles } from '../../reader.ts';
import * as csharp from './csharp/modules.ts';
import * as go from './go/modules.ts';
import * as java from './java/modules.ts';
import * as python from './python/modules.ts';
import * as typescript from './typescript/modules.ts';
import * as tsconfig from './typescript/tsconfig.ts';

export interface Modules {
  /** How the imports in a text call files (`Import.from`); those that mean no file of the workspace do no harm. */
  specifiersIn(text: string): readonly string[];
  /** The files that a specifier in the file `uri` means, of those there are. */
  resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[];
  /** The project file that says what the specifiers in the file `uri` mean, in languages that have such files. */
  projectOf?(uri: string, files: WorkspaceFiles): string | undefined;
}

/** How a file calls those whose names are its own without an import. */
export const AROUND = '*';

/**
 * Languages where the files of a folder see each other.
 * @param ending what the addresses of these files end with
 * @param imports for what they import besides
 */
function packages(ending: RegExp, imports?: Modules): Modules {
  return {
    specifiersIn: (text) => [AROUND, ...(imports?.specifiersIn(text) ?? [])],
    resolve: (specifier, uri, files) => {
      if (imports && specifier !== AROUND) return imports.resolve(specifier, uri, files);
      const folder = uri.slice(0, uri.lastIndexOf('/') + 1);
      return files
        .below(folder)
        .filter((each) => ending.test(each) && !each.slice(folder.length).includes('/') && each !== uri);
    },
  };
}

/** TypeScript and JavaScript. */
const ecmascript: Modules = {
  specifiersIn: typescript.specifiersIn,
  resolve: typescript.resolve,
  projectOf: tsconfig.projectOf,
};

/** Project files name those that they extend. */
const projects: Modules = { specifiersIn: tsconfig.specifiersIn, resolve: tsconfig.resolve };

const byLanguage: Readonly<Record<string, Modules>> = {
  typescript: ecmascript,
  typescriptreact: ecmascript,
  javascript: ecmascript,
  javascriptreact: ecmascript,
  python,
  csharp,
  java,
  go: packages(go.packageFile, go),
};

/** What a project file says of how imports name files; undefined for any other file. */
export function modulePathsIn({ uri, text }: SourceText): ModulePaths | undefined {
  return tsconfig.isProjectFile(uri) ? tsconfig.modulePathsIn(text) : undefined;
}

/** The modules of a file in a language, by its LSP identifier; none where files like it are read alone. */
export function modulesOf({ uri, languageId }: Pick<SourceText, 'uri' | 'languageId'>): Modules | undefined {
  if (tsconfig.isProjectFile(uri)) return projects;
  return Object.hasOwn(byLanguage, languageId) ? byLanguage[languageId] : undefined;
}
