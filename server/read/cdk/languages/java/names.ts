/** What the names of a Java file mean: its imports from aws-cdk-lib, and the members that its own classes have. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { enumValue } from '../../../../aws/cdk.ts';
import { hasClass, moduleOfPackage } from '../../../../aws/cdkClasses.ts';
import { propOfJavaGetter } from '../../../../aws/cdkJava.ts';
import { type LibraryName, libraryName } from '../../library.ts';
import type { Binding, Scope } from '../../scopes.ts';
import type { Expression, Import } from '../../syntax.ts';
import { mentionedClasses } from './modules.ts';

/** What the packages of aws-cdk-lib begin with. */
const library = /^software\.amazon\.awscdk\b/;

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
      if (!child || !path || !library.test(path.text)) continue;
      written.push(child.text);
      for (const each of importsOf(child)) {
        if (each.name === '*') wildcards.push(each.module ?? '');
        else add(each.local, each.module ?? '', each.name);
      }
      if (child.children.some((each) => each?.type === 'static')) this.importStatic(child, path.text, add);
    }
    for (const [packageName] of text.matchAll(/\bsoftware\.amazon\.awscdk(?:\.[a-z]\w*)*/g))
      add(packageName, moduleOfPackage(packageName), undefined);
    const own = declared(text, /\b(?:class|interface|enum|record)\s+([A-Z]\w*)/g);
    if (wildcards.length) {
      for (const [name] of text.matchAll(/(?<![\w.])[A-Z]\w*/g)) {
        if (names.has(name) || own.has(name)) continue;
        const module = wildcards.find((each) => hasClass(each, name));
        if (module !== undefined) add(name, module, name);
      }
    }
    for (const { local, specifier } of mentionedClasses(text)) {
      if (names.has(local) || own.has(local)) continue;
      const imported = { local, module: undefined, name: local, from: specifier };
      names.set(local, { kind: 'import', import: imported, values: [], open: false });
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

  private importStatic(
    declaration: Node,
    path: string,
    add: (local: string, module: string, name: string | undefined) => void,
  ): void {
    const { packageName, classNames } = split(path);
    if (declaration.namedChildren.some((each) => each?.type === 'asterisk')) {
      this.staticClasses.push({ packageName, classNames, member: '' });
      return;
    }
    const member = classNames.pop() ?? '';
    // A nested class can be imported like a static member; a method does not begin a class name.
    if (/^[A-Z][a-z]/.test(member))
      add(member, moduleOfPackage(packageName), nameOf([...classNames, member]));
    else this.statics.set(member, { packageName, classNames, member });
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
        enumValue(moduleOfPackage(packageName), nameOf(classNames) ?? '', name) !== undefined,
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

/**
 * What an import declaration takes from aws-cdk-lib. All of a package is called as it is written, with `.*`: the
 * names that the file uses of it are in `FileNames.imports`.
 */
export function importsOf(declaration: Node): Import[] {
  const path = declaration.namedChildren[0]?.text ?? '';
  const isStatic = declaration.children.some((each) => each?.type === 'static');
  if (isStatic || !library.test(path)) return [];
  const { packageName, classNames } = split(path);
  const module = moduleOfPackage(packageName);
  const local = classNames.at(-1);
  if (local !== undefined) return [{ local, module, name: nameOf(classNames) }];
  return [{ local: `${packageName}.*`, module, name: '*' }];
}

/** The name of an imported class; a builder counts as the class that it builds. */
function nameOf(classNames: readonly string[]): string | undefined {
  const [last, ...outer] = classNames.toReversed();
  return last === 'Builder' ? outer[0] : last;
}

function declared(text: string, pattern: RegExp): ReadonlySet<string> {
  return new Set([...text.matchAll(pattern)].map(([, name = '']) => name));
}
