/** What the names of a C# file mean: what it uses of aws-cdk-lib, and what its own classes declare. */
import { enumValue, isEnum, typeOfClass } from '../../../../aws/cdk.ts';
import { hasClass } from '../../../../aws/cdkClasses.ts';
import { moduleOf } from '../../../../aws/cdkCsharp.ts';
import { parametersOfMethod } from '../../../../aws/cdkPython.ts';
import { type LibraryName, libraryName } from '../../library.ts';
import type { Binding, Scope } from '../../scopes.ts';
import type { Expression, Import } from '../../syntax.ts';
import { beside, typesIn } from './modules.ts';
import { memberOf, type Place } from './shapes.ts';

/** What names stand for in a file. */
export class FileNames {
  /** Tells whether names mean the same as in another file. */
  readonly signature: string;
  /** What the file names without importing it: in full, or from other files of the app. */
  readonly imports: readonly Import[];
  private readonly imported = new Map<string, Import[]>();
  private readonly scope: Scope;
  /** The classes whose static members are used without them: `using static Amazon.CDK.AWS.EC2.SubnetType;`. */
  private readonly statics: string[] = [];
  private readonly types: ReadonlySet<string>;
  private readonly members: ReadonlyMap<string, string>;
  private readonly methods: ReadonlyMap<string, string>;
  private readonly localFunctions: ReadonlySet<string>;

  constructor(text: string, { members, methods, localFunctions }: Declared) {
    this.members = members;
    this.methods = methods;
    this.localFunctions = localFunctions;
    this.types = new Set(
      [...text.matchAll(/\b(?:class|struct|interface|enum|record)\s+([A-Z]\w*)/g)].map(
        ([, name = '']) => name,
      ),
    );
    const names = new Map<string, Binding>();
    const add = (local: string, module: string, name?: string, from?: string): Import => {
      const named: Import = { local, module, name, ...(from === undefined ? {} : { from }) };
      names.set(local, { kind: 'import', import: named, values: [], open: false });
      return named;
    };
    const whole = new Map<string, Import[]>();
    for (const [line, isStatic, alias, path = ''] of text.matchAll(usings)) {
      const place = placeOf(path);
      if (!place) continue;
      const { namespace, module, classes } = place;
      const className = classes.at(-1);
      const imports: Import[] = [];
      if (alias) imports.push(add(alias, module, className && plainName(className)));
      else if (isStatic) {
        imports.push(add(namespace, module));
        if (classes.length === 1) this.statics.push(path);
      } else {
        imports.push({ local: `using ${path}`, module, name: '*' });
        whole.set(module, imports);
      }
      this.imported.set(plainUsing(line), imports);
    }
    const imports: Import[] = [];
    for (const [path] of text.matchAll(/\bAmazon\.CDK(?:\.[A-Z]\w*)*/g)) {
      const place = placeOf(path);
      if (place?.classes.length && !names.has(place.namespace))
        imports.push(add(place.namespace, place.module));
    }
    for (const name of whole.size ? new Set(text.match(/(?<![\w.])[A-Z]\w*/g)) : []) {
      // What the file names or declares itself goes before what a namespace holds.
      if (names.has(name) || this.types.has(name)) continue;
      const plain = plainName(name);
      const module = [...whole.keys()].find((each) => hasClass(each, plain));
      // A class of the app goes before it; there are many files called `Function.cs` elsewhere.
      if (module !== undefined) whole.get(module)?.push(add(name, module, plain, beside(name)));
    }
    for (const name of typesIn(text)) {
      if (!names.has(name) && !this.types.has(name))
        imports.push({ local: name, module: undefined, name, from: name });
    }
    this.imports = imports;
    this.scope = { parent: undefined, names, fields: undefined, className: undefined };
    // What a namespace gives is told by the statement that names it.
    this.signature = JSON.stringify([
      [...this.imported.keys()],
      ...[this.types, members, methods, localFunctions].map((each) => [...each].sort()),
    ]);
  }

  /** What a `using` names of aws-cdk-lib. */
  importsOf(using: string): readonly Import[] {
    return this.imported.get(plainUsing(using)) ?? [];
  }

  /** What `expression` names in aws-cdk-lib, if anything. */
  of(expression: Expression): LibraryName | undefined {
    return libraryName(expression, this.scope);
  }

  /** Whether this is how the file writes a namespace of aws-cdk-lib. */
  isNamespace(text: string): boolean {
    const imported = this.scope.names.get(text)?.import;
    return imported?.module !== undefined && imported.name === undefined;
  }

  /** Whether a class of the file is called so. */
  isOwnType(name: string): boolean {
    return this.types.has(name);
  }

  /** Whether it is the name of a function inside another. */
  isLocalFunction(name: string): boolean {
    return this.localFunctions.has(name);
  }

  /**
   * Whether a name that stands alone is a property of the class that it is in, which may be called like its type.
   * @param memberOf what is taken of it: of a construct's class, only what makes or looks for one
   */
  isOwnMember(name: string, memberOf: () => string | undefined): boolean {
    if (!this.members.has(name) || !/^[A-Z]/.test(name)) return false;
    const named = this.of({ kind: 'name', name, start: 0, end: 0 });
    const [className] = named?.names ?? [];
    const member = named && memberOf();
    if (member === undefined || className === undefined) return true;
    return typeOfClass(named?.module ?? '', className) !== undefined && !staticMember.test(member);
  }

  /** The key of a field or property of the file's classes; `vpc` and `Vpc` may be two of one class. */
  fieldKey(name: string): string {
    const key = ownKey(name);
    return key !== name && this.members.has(key) ? `@${name}` : key;
  }

  /** The name of a member of `object` in TypeScript. */
  member(object: Expression, name: string): string {
    if (!/^[A-Z]/.test(name)) return name;
    const library = this.of(object);
    const [className] = library?.names ?? [];
    // Namespaces have classes, enums and classes constants.
    if (library && className === undefined) return plainName(name);
    const isValue = library && className && enumValue(library.module, className, name) !== undefined;
    return isValue ? name : ownKey(name);
  }

  /** The class that a name which stands alone is a static member of, as it is imported. */
  staticOwner(name: string): string | undefined {
    if (this.members.has(name) || this.methods.has(name)) return undefined;
    return this.statics.find((path) => {
      const { module = '', classes: [className = ''] = [] } = placeOf(path) ?? {};
      return isEnum(module, className)
        ? enumValue(module, className, name) !== undefined
        : parametersOfMethod(camelCase(name)).length > 0;
    });
  }

  /** A type that is named elsewhere, as the name of what it is, shown at `at`. */
  type(written: string, at: Place): Expression {
    const path = written.replace(/^global::|<.*|[?\s]/g, '').split('.');
    let count = path.length - 1;
    while (count > 1 && !this.isNamespace(path.slice(0, count).join('.'))) count--;
    const [root, classes] = [path.slice(0, Math.max(count, 1)), path.slice(Math.max(count, 1))];
    const first: Expression = { start: at.start, end: at.end, kind: 'name', name: root.join('.') };
    return classes.reduce<Expression>(
      (object, name) => memberOf(object, this.member(object, name), at),
      first,
    );
  }

  /** The type that a field or a property of the file's classes is declared to have. */
  typeOfMember(name: string): string | undefined {
    return this.members.get(name);
  }
}

/** What the classes and functions of a file declare. */
export interface Declared {
  /** Types of fields and properties. */
  readonly members: ReadonlyMap<string, string>;
  /** What methods give. */
  readonly methods: ReadonlyMap<string, string>;
  /** Functions inside others. */
  readonly localFunctions: ReadonlySet<string>;
}

/** Members of C# are called as in TypeScript, but for the first letter. */
export function camelCase(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The same for what the file declares, where constants may be in capitals: `MAX_AZS`. */
export function ownKey(name: string): string {
  return /^[A-Z][A-Z\d_]+$/.test(name) ? name : camelCase(name);
}

/** The name in TypeScript of a class that jsii gives a `_` because a member is called like it: `Instance_`. */
function plainName(className: string): string {
  return className.replace(/_$/, '');
}

/** What constructs' classes have without an instance. */
const staticMember = /^(?:From|Is)[A-Z]|^[A-Z\d_]+$/;

const usings =
  /(?<=^|[;{])[ \t]*(?:global[ \t]+)?using[ \t]+(static[ \t]+)?(?:(\w+)[ \t]*=[ \t]*)?(?:global::)?(Amazon\.CDK[\w.]*)[ \t]*;/gm;

function plainUsing(written: string): string {
  return written.trim().replace(/\s+/g, ' ');
}

/** A path below `Amazon.CDK`, as its longest namespace and the classes after it. */
function placeOf(path: string) {
  const parts = path.split('.');
  for (let count = parts.length; count >= 2; count--) {
    const namespace = parts.slice(0, count).join('.');
    const module = moduleOf(namespace);
    if (module !== undefined) return { namespace, module, classes: parts.slice(count) };
  }
  return undefined;
}
