/** What the imports of a Python file name, and the names of members in TypeScript. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { camelCase } from '../../../../aws/cdkPython.ts';
import { type LibraryName, libraryName } from '../../library.ts';
import type { Binding, Scope } from '../../scopes.ts';
import type { Expression, Import } from '../../syntax.ts';
import { submodule } from './modules.ts';

/** What an import statement gives names to. */
export function readImports(node: Node): Import[] {
  const from = node.childForFieldName('module_name');
  const found: Import[] = [];
  for (const each of node.childrenForFieldName('name')) {
    if (!each) continue;
    const alias = each.childForFieldName('alias')?.text;
    const path = (each.childForFieldName('name') ?? each).text.split('.');
    if (from) {
      const [name = ''] = path;
      found.push(imported(alias ?? name, [...from.text.split('.'), name], from.text));
    } else if (alias) {
      found.push(imported(alias, path));
    } else {
      // `import aws_cdk.aws_s3` names `aws_cdk`.
      found.push(imported(path[0] ?? '', path.slice(0, 1)));
      if (path.length > 1 && path[0] !== 'aws_cdk') found.push(imported(path.join('.'), path));
    }
  }
  const isAll = node.namedChildren.some((child) => child?.type === 'wildcard_import');
  if (from && isAll) found.push({ local: '*', module: undefined, name: '*', from: from.text });
  return found;
}

/**
 * A module, called in lower case, or a class in one: `aws_cdk.aws_s3.Bucket`.
 * @param from what it is imported from, where it is imported by its name
 */
function imported(local: string, whole: readonly string[], from?: string): Import {
  const [root, ...path] = whole;
  if (root !== 'aws_cdk') {
    const name = whole.at(-1) ?? '';
    if (from === undefined) return { local, module: undefined, name: undefined, from: whole.join('.') };
    return { local, module: undefined, name, from, submodule: submodule(from, name) };
  }
  const name = /^[A-Z]/.test(path.at(-1) ?? '') ? path.at(-1) : undefined;
  const [module = ''] = name === undefined ? path : path.slice(0, -1);
  // In CDK v1, what aws-cdk-lib itself has was in a module of its own.
  return { local, module: module === 'core' ? '' : module.replaceAll('_', '-'), name };
}

/** What names of aws-cdk-lib stand for in a file, wherever in it they are imported. */
export class LibraryNames {
  /** Tells whether the names are the same as in another file. */
  readonly signature: string;
  private readonly scope: Scope;

  constructor(root: Node, text: string) {
    const names = new Map<string, Binding>();
    const nested = /^[ \t]+(?:from|import)[ \t]+aws_cdk\b/m.test(text);
    const statements = nested
      ? root.descendantsOfType(importStatements)
      : root.namedChildren.filter((child) => child && importStatements.includes(child.type));
    for (const statement of statements) {
      for (const each of statement ? readImports(statement) : []) {
        if (each.module !== undefined)
          names.set(each.local, { kind: 'import', import: each, values: [], open: false });
      }
    }
    this.scope = { parent: undefined, names, fields: undefined, className: undefined };
    this.signature = JSON.stringify([...names.values()].map((each) => each.import));
  }

  /** What `expression` names in aws-cdk-lib, if anything. */
  of(expression: Expression): LibraryName | undefined {
    return libraryName(expression, this.scope);
  }

  /** The name of a member of `object` in TypeScript; the modules of aws-cdk-lib keep theirs. */
  member(object: Expression, name: string): string {
    if (name.startsWith('aws_')) {
      const library = this.of(object);
      if (library?.module === '' && library.names.length === 0) return name;
    }
    return camelCase(name);
  }
}

const importStatements = ['import_statement', 'import_from_statement'];
