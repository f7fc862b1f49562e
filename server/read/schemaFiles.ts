/**
 * The files of GraphQL schemas that source names: the CDK and the CLIs of CloudFormation and SAM take their text for
 * that of the API. As for imports, which files these are is told by the text alone, before anything is parsed.
 */
import type { WorkspaceFiles } from './reader.ts';

/** The endings of such files. */
export const schemaExtensions: readonly string[] = ['graphql', 'graphqls', 'gql'];

const inCode = new RegExp(`\\.(?:${schemaExtensions.join('|')})(?=["'\`])`, 'g');
/** How far before its end the name of a file begins, where its parts are given one by one. */
const longestName = 300;
/** The parts of a name up to its end: `'..', 'api', 'schema.graphql`. */
const parts = /(?:(["'`])[^"'`\n]*\1\s*[,/]\s*)*["'`][^"'`\n]*$/;
/** From the folder of a file so many folders up its project may begin. */
const mostFolders = 8;

/** The names in CDK code, which may count from the folder of the file, one above it, or that where the app runs. */
export function schemaNamesInCode(text: string): readonly string[] {
  const found = new Set<string>();
  for (const { 0: ending, index } of text.matchAll(inCode)) {
    const end = index + ending.length;
    const [all = ''] = parts.exec(text.slice(Math.max(0, end - longestName), end)) ?? [];
    const name = all
      .split(/["'`]\s*[,/]\s*["'`]|["'`]/)
      .join('/')
      // What is inserted, and what the rest is added to, the text does not tell.
      .replace(/^.*\}/, '')
      .replace(/^\/+/, '');
    if (name !== '') found.add(name);
  }
  return [...found];
}

/** The files that names in the CDK code at `uri` may mean, and the `cdk.json` that tells where its app runs. */
export function schemaFilesOfCode(
  names: readonly string[],
  uri: string,
  files: WorkspaceFiles,
): readonly string[] {
  const found: string[] = [];
  let settings: string | undefined;
  let folder = uri.slice(0, uri.lastIndexOf('/') + 1);
  for (let up = 0; names.length > 0 && up < mostFolders && folder !== ''; up++) {
    for (const name of names) {
      const address = addressOf(name, folder);
      if (address !== undefined && files.has(address)) found.push(address);
    }
    if (settings === undefined && files.has(folder + appSettings)) settings = folder + appSettings;
    folder = folder.slice(0, folder.lastIndexOf('/', folder.length - 2) + 1);
  }
  return settings === undefined ? found : [...found, settings];
}

/** The file in whose folder an app runs. */
export const appSettings = 'cdk.json';

const inTemplate = /\b(?:DefinitionS3Location|SchemaUri)["']?\s*:\s*["']?([^\s"',#}]+)/g;

/** The addresses of the files that the template at `uri` names, whether they exist or not. */
export function schemaFilesOfTemplate(text: string, uri: string): readonly string[] {
  if (!text.includes('DefinitionS3Location') && !text.includes('SchemaUri')) return [];
  return [...text.matchAll(inTemplate)].flatMap(([, name = '']) => addressOf(name, uri) ?? []);
}

/**
 * The address of the file that is called `name` beside the file, or in the folder, `base`; undefined for what is no path
 * from there.
 */
export function addressOf(name: string, base: string): string | undefined {
  if (/^\/|[%?#\\:]/.test(name) || !URL.canParse(name, base)) return undefined;
  return new URL(name, base).href;
}
