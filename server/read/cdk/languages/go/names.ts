/** What the imports of a Go file name, and the names of members in TypeScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { hasClass } from '../../../../aws/cdkClasses.ts';
import { moduleOfPackage, withSmallLetter } from '../../../../aws/cdkGo.ts';
import type { Import } from '../../syntax.ts';
import { isStandard } from './modules.ts';

/** A package as a file imports it. */
interface Package {
  /** The name it has in this file; `.` where its names are used without one. */
  readonly local: string;
  readonly path: string;
  /** Its module below aws-cdk-lib; undefined for any other package. */
  readonly module: string | undefined;
}

const jsii = 'github.com/aws/jsii-runtime-go';

/**
 * What an import declaration gives names to. A package of CDK has a second one that no variable has: in
 * `vpc := vpc.NewVpc(…)` both are called the same.
 */
export function readImports(node: Node): Import[] {
  return packagesOf(node).flatMap(({ local, path, module }): Import[] => {
    const isAll = local === '.';
    if (module === undefined) {
      return [{ local: isAll ? '*' : local, module, name: isAll ? '*' : undefined, from: path }];
    }
    const own = { local: nameOfModule(module), module, name: undefined };
    return isAll ? [own] : [own, { local, module, name: undefined }];
  });
}

/** What a module is called where nothing else is meant. */
function nameOfModule(module: string): string {
  return `.${module}`;
}

function packagesOf(declaration: Node): Package[] {
  return declaration.descendantsOfType('import_spec').flatMap((spec) => {
    const path = spec?.childForFieldName('path')?.text.slice(1, -1);
    if (!path) return [];
    const local = spec?.childForFieldName('name')?.text ?? packageName(path);
    return [{ local, path, module: moduleOf(path) }];
  });
}

/** The name of a package by its path, whose version is no part of it. */
function packageName(path: string): string {
  if (path === jsii) return 'jsii';
  const [last = '', before] = path.split('/').reverse();
  return (/^v\d+$/.test(last) && before) || last.replace(/^go-|[.-]v\d+$/g, '');
}

/** The module of a package of CDK v2 or v1, or of one that is in preview. */
function moduleOf(path: string): string | undefined {
  const stable = /^github\.com\/aws\/aws-cdk-go\/awscdk(?:\/v\d+)?(?:\/(\w+))?$/.exec(path);
  if (stable) return stable[1] === undefined ? '' : moduleOfPackage(stable[1]);
  const preview = /^github\.com\/aws\/aws-cdk-go\/awscdk(\w+)alpha(?:\/v\d+)?$/.exec(path)?.[1];
  return preview && `${previews[preview] ?? moduleOfPackage(`aws${preview}`)}-alpha`;
}

/** Modules that are in preview only and whose package does not tell them. */
const previews: Readonly<Record<string, string>> = {
  lambdago: 'aws-lambda-go',
  lambdapython: 'aws-lambda-python',
};

/** Functions that give a pointer to what they are given. */
const pointers: readonly (readonly [path: RegExp, functions: RegExp])[] = [
  [/^github\.com\/aws\/jsii-runtime-go$/, /^(?:String|Number|Bool)$/],
  [/^github\.com\/aws\/(?:aws-sdk-go(?:-v2)?\/aws|smithy-go\/ptr)$/, /^(?:String|Float64|Bool)$/],
  [/^(?:github\.com\/samber\/lo|k8s\.io\/utils\/ptr)$/, /^To(?:Ptr)?$/],
];

/** What a function of another package does with what it is given. */
export type Foreign =
  /** A pointer to it. */
  | 'pointer'
  /** A list of all of it. */
  | 'list'
  /** A text by a format. */
  | 'format'
  /** A text of one thing. */
  | 'text'
  /** Something that is not followed, but does nothing to it. */
  | 'harmless';

/** What names of other packages stand for in a file. */
export class PackageNames {
  /** Tells whether the names are the same as in another file. */
  readonly signature: string;
  private readonly packages: readonly Package[];

  constructor(root: Node) {
    this.packages = root.namedChildren.flatMap((child) =>
      child?.type === 'import_declaration' ? packagesOf(child) : [],
    );
    this.signature = JSON.stringify(this.packages);
  }

  /** What a package of CDK is called where nothing else is meant; undefined for any other name. */
  library(name: string): string | undefined {
    const found = this.packages.find(({ local, module }) => local === name && module !== undefined);
    return found?.module === undefined ? undefined : nameOfModule(found.module);
  }

  /** What a function does with what it is given; undefined where that is not known. */
  foreign(packageName: string, name: string): Foreign | undefined {
    for (const { local, path } of this.packages) {
      if (local !== packageName) continue;
      if (pointers.some(([of, functions]) => of.test(path) && functions.test(name))) return 'pointer';
      if (path === jsii && /^(?:Strings|Numbers|Bools)$/.test(name)) return 'list';
      if ((path === jsii || path === 'fmt') && name === 'Sprintf') return 'format';
      if (path === 'strconv' && name === 'Itoa') return 'text';
      // What comes with Go itself knows no constructs.
      if (isStandard(path)) return 'harmless';
    }
    return undefined;
  }

  /** The package of a class that is used without it, since a dot imports everything. */
  packageOfClass(className: string): string | undefined {
    const dotted = this.packages.filter(({ local, module }) => local === '.' && module !== undefined);
    const found = dotted.find(({ module = '' }) => hasClass(module, className));
    return found?.module === undefined ? undefined : nameOfModule(found.module);
  }
}

/** A name of a package of CDK as TypeScript has it. */
export interface LibraryMember {
  readonly className: string;
  /** Where the class ends in the name. */
  readonly classEnd: number;
  /** A static method, an enum member or another constant of the class. */
  readonly member: string | undefined;
}

/**
 * What makes a structure of the app a stack: it is given first, then what `NewStack` is given. Structures that are
 * constructs of other classes are not followed.
 */
const stackOverride = /^New(?:Stack|NestedStack|Stage)(?=_Override$)/;

/** Whether a function of CDK makes what it is given first a stack. */
export function isStackOverride(name: string): boolean {
  return stackOverride.test(name);
}

/**
 * `NewVpc` → `Vpc`, `Peer_AnyIpv4` → `Peer.anyIpv4`, `EbsDeviceVolumeType_GP3` → `EbsDeviceVolumeType.GP3`; undefined
 * for what no package of CDK calls so.
 */
export function libraryMember(name: string): LibraryMember | undefined {
  const [overridden] = stackOverride.exec(name) ?? [];
  if (overridden !== undefined) return libraryMember(overridden);
  const made = /^New([A-Z][^_]*)$/.exec(name)?.[1];
  if (made !== undefined) return { className: made, classEnd: name.length, member: undefined };
  const [, className, own] = /^([A-Z][^_]*)_(\w+)$/.exec(name) ?? [];
  if (className === undefined || own === undefined) return undefined;
  return { className, classEnd: className.length, member: isConstant(own) ? own : withSmallLetter(own) };
}

/** Constants keep their names in every language; Go reads those of classes by calls. */
export function isConstant(name: string): boolean {
  return /^[A-Z][A-Z\d_]*$/.test(name);
}
