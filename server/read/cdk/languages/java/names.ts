/** What the names of a Java file mean: its imports from aws-cdk-lib, and the members that its own classes have. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { enumValue } from '../../../../aws/cdk.ts';
import { hasClass, modulesOfClasses } from '../../../../aws/cdkClasses.ts';
import { propOfJavaGetter } from '../../../../aws/cdkJava.ts';
import { type LibraryName, libraryName } from '../../library.ts';
import type { Binding, Scope } from '../../scopes.ts';
import type { Expression, Import } from '../../syntax.ts';

const root = 'software.amazon.awscdk';

/** A class of aws-cdk-lib and a static member of it: `[Duration, seconds]`. */
export interface StaticMember {
  /** The package and the class, as they are imported. */
  readonly packageName: string;
  readonly classNames: readonly string[];
  readonly member: string;
}

/** What names stand for in a file. */
export class FileNames {
  /** Tells whether names mean the same as in another file. */
  readonly signature: string;
  /** Everything that the file imports, by the names in it. */
  readonly imports: readonly Import[];
  private readonly scope: Scope;
  private readonly statics = new Map<string, StaticMember>();
  private readonly staticClasses: StaticMember[] = [];
  private readonly getters: ReadonlySet<string>;
  private readonly components: ReadonlySet<string>;

  constructor(program: Node, text: string) {
    const names = new Map<string, Binding>();
    const wildcards: string[] = [];
    const written: string[] = [];
    const add = (local: string, module: string, name: string | undefined): void => {
      names.set(local, { kind: 'import', import: { local, module, name }, values: [], open: false });
    };
    for (const child of program.namedChildren) {
      const [path] = child?.type === 'import_declaration' ? child.namedChildren : [];
      if (!child || !path?.text.startsWith(`${root}.`)) continue;
      written.push(child.text);
      const all = child.namedChildren.some((each) => each?.type === 'asterisk');
      const { packageName, classNames } = split(path.text);
      if (child.children.some((each) => each?.type === 'static')) {
        const member = all ? '' : (classNames.at(-1) ?? '');
        const found = { packageName, classNames: all ? classNames : classNames.slice(0, -1), member };
        if (all) this.staticClasses.push(found);
        else this.statics.set(member, found);
        // A nested class can be imported like a static member.
        if (!all && /^[A-Z][a-z]/.test(member)) add(member, moduleOf(packageName), nameOf(classNames));
      } else if (all && classNames.length === 0) wildcards.push(moduleOf(packageName));
      else if (!all) add(classNames.at(-1) ?? '', moduleOf(packageName), nameOf(classNames));
    }
    for (const [packageName] of text.matchAll(/\bsoftware\.amazon\.awscdk(?:\.[a-z]\w*)*/g))
      add(packageName, moduleOf(packageName), undefined);
    const own = declared(text, /\b(?:class|interface|enum|record)\s+([A-Z]\w*)/g);
    if (wildcards.length) {
      for (const [name] of text.matchAll(/(?<![\w.])[A-Z]\w*/g)) {
        if (names.has(name) || own.has(name)) continue;
        const module = wildcards.find((each) => hasClass(each, name));
        if (module !== undefined) add(name, module, name);
      }
    }
    this.getters = declared(text, /\b(get[A-Z]\w*)\s*\(\s*\)\s*(?:throws\s[^{;]*)?\{/g);
    this.components = new Set(
      [...text.matchAll(/\brecord\s+\w+[^(]*\(([^)]*)\)/g)].flatMap(([, list = '']) =>
        list.split(',').flatMap((each) => /(\w+)\s*$/.exec(each)?.[1] ?? []),
      ),
    );
    this.imports = [...names.values()].flatMap((each) => each.import ?? []);
    this.scope = { parent: undefined, names, fields: undefined, className: undefined };
    // What a wildcard import gives is told by the statement that uses it.
    this.signature = JSON.stringify([
      written,
      ...[own, this.getters, this.components].map((each) => [...each]),
    ]);
  }

  /** What `expression` names in aws-cdk-lib, if anything. */
  of(expression: Expression): LibraryName | undefined {
    return libraryName(expression, this.scope);
  }

  /** The static member that a name without a class is. */
  staticMember(name: string): StaticMember | undefined {
    const imported = this.statics.get(name);
    if (imported) return imported;
    const owner = this.staticClasses.find(
      ({ packageName, classNames }) =>
        enumValue(moduleOf(packageName), nameOf(classNames) ?? '', name) !== undefined,
    );
    return owner && { ...owner, member: name };
  }

  /** Whether a call without arguments reads a property: `getVpc()`, or `size()` of a record. */
  readsProperty(method: string): string | undefined {
    if (this.components.has(method)) return method;
    return this.getters.has(method) ? undefined : propOfJavaGetter(method);
  }
}

/** `software.amazon.awscdk.services.s3.CfnBucket.TagProperty` → its package and its classes. */
export function split(path: string): { readonly packageName: string; readonly classNames: string[] } {
  const parts = path.split('.');
  const first = parts.findIndex((part) => /^[A-Z]/.test(part));
  const count = first < 0 ? parts.length : first;
  return { packageName: parts.slice(0, count).join('.'), classNames: parts.slice(count) };
}

/** The name of an imported class; a builder counts as the class that it builds. */
function nameOf(classNames: readonly string[]): string | undefined {
  const [last, ...outer] = classNames.toReversed();
  return last === 'Builder' ? outer[0] : last;
}

/** The module of a package: `software.amazon.awscdk.services.ecs.patterns` → `aws-ecs-patterns`. */
function moduleOf(packageName: string): string {
  const path = packageName.slice(root.length + 1).replace(/^services\./, 'aws-');
  // In CDK v1, what aws-cdk-lib itself has was in a package of its own.
  if (path === '' || path === 'core') return '';
  const known = modulesBySpelling().get(path.replace(/[^a-z\d]/g, ''));
  return known ?? path.replaceAll('.', '-');
}

let spellings: Map<string, string> | undefined;

function modulesBySpelling(): ReadonlyMap<string, string> {
  spellings ??= new Map(modulesOfClasses.map((module) => [module.replaceAll('-', ''), module]));
  return spellings;
}

function declared(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
