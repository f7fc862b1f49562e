/**
 * Which files of a workspace the imports of a file mean. Told by the text alone, so that a workspace is known before
 * a grammar is loaded or anything is parsed.
 */
import type { WorkspaceFiles } from '../../reader.ts';
import * as csharp from './csharp/modules.ts';
import * as go from './go/modules.ts';
import * as java from './java/modules.ts';
import * as python from './python/modules.ts';
import * as typescript from './typescript/modules.ts';

export interface Modules {
  /** How the imports in a text call files (`Import.from`); those that mean no file of the workspace do no harm. */
  specifiersIn(text: string): readonly string[];
  /** The files that a specifier in the file `uri` means, of those there are. */
  resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[];
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

const byLanguage: Readonly<Record<string, Modules>> = {
  typescript,
  typescriptreact: typescript,
  javascript: typescript,
  javascriptreact: typescript,
  python,
  csharp,
  java,
  go: packages(go.packageFile, go),
};

/** The modules of a language, by its LSP identifier; none where its files are read alone. */
export function modulesOf(languageId: string): Modules | undefined {
  return Object.hasOwn(byLanguage, languageId) ? byLanguage[languageId] : undefined;
}
