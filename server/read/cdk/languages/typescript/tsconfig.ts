/** `tsconfig.json` and `jsconfig.json`: what they say of how imports name files. */
import { parse } from 'jsonc-parser';
import type { ModulePaths, WorkspaceFiles } from '../../../reader.ts';

/** What project files are called; those that others extend have longer names. */
const projectFile = /\/[jt]sconfig(?:[.-][^/]*)?\.json$/;

/** Whether a file says how the files of a project name each other. */
export function isProjectFile(uri: string): boolean {
  return projectFile.test(uri);
}

const nothing: ModulePaths = { extended: [], baseUrl: undefined, paths: undefined };

/** What `text` of a project file says; nothing where it cannot be read. */
export function modulePathsIn(text: string): ModulePaths {
  let project: unknown;
  try {
    project = parse(text, [], { allowTrailingComma: true, disallowComments: false });
  } catch {
    // It nests deeper than the stack lasts.
    return nothing;
  }
  if (!isObject(project)) return nothing;
  const options = isObject(project.compilerOptions) ? project.compilerOptions : {};
  const { baseUrl, paths } = options;
  return {
    extended: textsIn(Array.isArray(project.extends) ? project.extends : [project.extends]),
    baseUrl: typeof baseUrl === 'string' ? baseUrl : undefined,
    paths: isObject(paths)
      ? Object.entries(paths).map(([pattern, places]) => [pattern, textsIn(places)])
      : undefined,
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsIn(values: unknown): readonly string[] {
  return Array.isArray(values) ? values.filter((each) => typeof each === 'string') : [];
}

/** The project files that `text` of one extends, as it names them. */
export function specifiersIn(text: string): readonly string[] {
  return modulePathsIn(text).extended;
}

/** The project file that another one extends; those of packages are not followed. */
export function resolve(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  const place = /^\.\.?\//.test(specifier) ? placeOf(specifier, uri) : undefined;
  const found = place && [place, `${place}.json`].find((each) => isProjectFile(each) && files.has(each));
  return found === undefined ? [] : [found];
}

/** The project file that counts for a file: the nearest one upward. */
export function projectOf(uri: string, files: WorkspaceFiles): string | undefined {
  for (let folder = parentOf(uri); folder.includes('/', 'file://'.length); folder = parentOf(folder)) {
    const found = ['tsconfig.json', 'jsconfig.json']
      .map((name) => `${folder}/${name}`)
      .find((each) => files.has(each));
    if (found !== undefined) return found;
  }
  return undefined;
}

function parentOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/'));
}

/** Where that may be which a file calls `specifier`, without a dot in front: addresses whose endings may be missing. */
export function placesOf(specifier: string, uri: string, files: WorkspaceFiles): readonly string[] {
  const project = projectOf(uri, files);
  if (project === undefined) return [];
  const { baseUrl, paths } = followed(project, project, files);
  const matched = paths ? matching(specifier, paths.patterns) : [];
  const places = matched.map((each) => placeIn(project, each, baseUrl ?? paths?.written ?? project));
  if (baseUrl !== undefined) places.push(placeOf(specifier, baseUrl));
  return places.filter((each) => each !== undefined);
}

type Patterns = NonNullable<ModulePaths['paths']>;

/** What counts in a project. */
interface Followed {
  /** The address of a folder, with a slash at its end. */
  readonly baseUrl?: string | undefined;
  /** Patterns, and the project file that they are written in. */
  readonly paths?: { readonly patterns: Patterns; readonly written: string } | undefined;
}

/** Project files may extend each other in a circle. */
const MOST_EXTENDED = 8;

/** What `uri` says for the project that extends it. */
function followed(uri: string, project: string, files: WorkspaceFiles, steps = 0): Followed {
  const own = files.modulePaths(uri);
  if (!own || steps > MOST_EXTENDED) return {};
  let found: Followed = {};
  for (const specifier of own.extended) {
    const [extended] = resolve(specifier, uri, files);
    if (extended === undefined) continue;
    const { baseUrl = found.baseUrl, paths = found.paths } = followed(extended, project, files, steps + 1);
    found = { baseUrl, paths };
  }
  const folder = own.baseUrl === undefined ? undefined : placeIn(project, own.baseUrl, uri);
  return {
    baseUrl: folder === undefined ? found.baseUrl : `${folder}/`,
    paths: own.paths ? { patterns: own.paths, written: uri } : found.paths,
  };
}

/** The paths for what the best of the patterns matches: an exact one, else that with the longest beginning. */
function matching(specifier: string, patterns: Patterns): readonly string[] {
  let longest = -1;
  let best: readonly string[] = [];
  for (const [pattern, places] of patterns) {
    if (pattern === specifier) return places;
    const [, before, after] = /^([^*]*)\*([^*]*)$/.exec(pattern) ?? [];
    if (before === undefined || after === undefined || before.length <= longest) continue;
    if (specifier.length < before.length + after.length) continue;
    if (!specifier.startsWith(before) || !specifier.endsWith(after)) continue;
    const matched = specifier.slice(before.length, specifier.length - after.length);
    longest = before.length;
    best = places.map((each) => each.replace('*', () => matched));
  }
  return best;
}

/** The address of a path that a project file has: from the project's own folder where it says so. */
function placeIn(project: string, path: string, base: string): string | undefined {
  const [own] = /(?<=^\$\{configDir\}\/).*/.exec(path) ?? [];
  return own === undefined ? placeOf(path, base) : placeOf(own, project);
}

/** The address of what a path in the file or the folder `uri` leads to, without a slash at its end. */
export function placeOf(path: string, uri: string): string | undefined {
  const encoded = path.replaceAll('@', '%40');
  return URL.canParse(encoded, uri) ? new URL(encoded, uri).href.replace(/\/$/, '') : undefined;
}
