/** Which files Kumonote looks at, where no editor says what language a file is in. */
import { schemaExtensions } from '../read/schemaFiles.ts';

const languages: Readonly<Record<string, string>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  template: 'plaintext',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'typescriptreact',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascriptreact',
  py: 'python',
  java: 'java',
  cs: 'csharp',
  go: 'go',
};

/** Endings of all files that may be templates or CDK code. */
export const sourceExtensions: readonly string[] = Object.keys(languages);

/** The same, and of the files whose text they take. */
export const followedExtensions: readonly string[] = [...sourceExtensions, ...schemaExtensions];

/** Languages of templates and of CDK code that have comments. */
export const commentLanguages: readonly string[] = [
  ...new Set(Object.values(languages).filter((each) => !['json', 'plaintext'].includes(each))),
];

/** Endings of notes. */
export const noteExtensions: readonly string[] = ['md', 'markdown'];

/** Endings of pictures that the panel shows. */
export const imageExtensions: readonly string[] = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'bmp', 'svg'];

/** The LSP language identifier by a file's extension; `plaintext` where it is none of ours. */
export function languageOf(uri: string): string {
  return languages[extensionOf(uri)] ?? 'plaintext';
}

/** What follows the last dot of a file's name, in lower case. */
export function extensionOf(uri: string): string {
  return /\.([^./]+)$/.exec(uri)?.[1]?.toLowerCase() ?? '';
}
