/** What a file of TypeScript or JavaScript takes from others, and gives to them. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { WHOLE } from '../../scopes.ts';
import type { Expression, Import } from '../../syntax.ts';
import { stringText } from './text.ts';

/** What an import statement gives names to. */
export function readImports(node: Node): Import[] {
  const found: Import[] = [];
  const path = stringText(node.childForFieldName('source') ?? node.descendantsOfType('string')[0] ?? null);
  for (const clause of node.namedChildren) {
    for (const part of clause?.type === 'import_clause' ? clause.namedChildren : [clause]) {
      if (part?.type === 'named_imports') {
        for (const specifier of part.namedChildren) {
          const name = specifier?.childForFieldName('name')?.text;
          if (name) found.push(named(specifier?.childForFieldName('alias')?.text ?? name, path, name));
        }
      } else if (part?.type === 'identifier') {
        found.push({
          ...whole(part.text, path),
          ...(moduleOf(path) === undefined ? { name: 'default' } : {}),
        });
      } else if (part?.type === 'namespace_import' || part?.type === 'import_require_clause') {
        const local = part.namedChildren.find((child) => child?.type === 'identifier')?.text;
        const source = path || stringText(part.childForFieldName('source'));
        if (local) found.push(whole(local, source));
      }
    }
  }
  return found;
}

/** What `const … = require(path)` gives names to. */
export function readRequired(pattern: Node | null, path: string): Import[] {
  if (pattern?.type === 'identifier') {
    return [whole(pattern.text, path)];
  }
  return (pattern?.namedChildren ?? []).flatMap((part) => {
    if (part?.type === 'shorthand_property_identifier_pattern') return [named(part.text, path, part.text)];
    if (part?.type !== 'pair_pattern') return [];
    const name = part.childForFieldName('key')?.text;
    const local = part.childForFieldName('value')?.text;
    return name && local ? [named(local, path, name)] : [];
  });
}

/** What `export … from` takes from another file. */
export function reexports(node: Node, clause: Node | null | undefined, path: string): Import[] {
  const namespace = node.namedChildren.find((child) => child?.type === 'namespace_export');
  if (clause) {
    return clause.namedChildren.flatMap((each) => {
      const name = each?.childForFieldName('name')?.text;
      return name ? [named(each?.childForFieldName('alias')?.text ?? name, path, name)] : [];
    });
  }
  const [local] = namespace?.namedChildren ?? [];
  if (local) return [whole(local.text, path)];
  return moduleOf(path) === undefined ? [{ local: '*', module: undefined, name: '*', from: path }] : [];
}

/** What `module.exports = …` and `exports.name = …` give, by its name. */
export function givenAway(expression: Expression): [name: string, value: Expression][] {
  if (expression.kind !== 'assignment' || expression.target.kind !== 'member') return [];
  const { target, value } = expression;
  const { object, member } = target;
  const isModule = (each: Expression): boolean =>
    each.kind === 'member' &&
    each.member === 'exports' &&
    each.object.kind === 'name' &&
    each.object.name === 'module';
  if (isModule(object) || (object.kind === 'name' && object.name === 'exports')) return [[member, value]];
  if (!isModule(target)) return [];
  const parts = value.kind === 'object' ? value.properties : [];
  const renamed = parts.flatMap((each): [string, Expression][] =>
    each.kind === 'property' && each.start !== each.value.start ? [[each.key, each.value]] : [],
  );
  return [[WHOLE, value], ...renamed];
}

/** `x` of `require('x')`. */
export function requiredModule(value: Node): string | undefined {
  if (value.type !== 'call_expression' || value.childForFieldName('function')?.text !== 'require')
    return undefined;
  const [argument] = value.childForFieldName('arguments')?.namedChildren ?? [];
  return argument?.type === 'string' ? stringText(argument) : undefined;
}

/** A named import: of a class, or of a whole module as in `import { aws_ec2 as ec2 } from 'aws-cdk-lib'`. */
function named(local: string, path: string, name: string): Import {
  const module = moduleOf(path);
  if (module === '' && name.startsWith('aws_')) {
    return { local, module: name.replaceAll('_', '-'), name: undefined };
  }
  return { local, module, name, ...fileOf(path) };
}

/** An import of everything in a file. */
function whole(local: string, path: string): Import {
  return { local, module: moduleOf(path), name: undefined, ...fileOf(path) };
}

function fileOf(path: string): Pick<Import, 'from'> {
  return moduleOf(path) === undefined ? { from: path } : {};
}

/** The module below aws-cdk-lib: also for the packages of CDK v1, which had one for each service. */
function moduleOf(path: string): string | undefined {
  const match = /^(?:aws-cdk-lib|@aws-cdk)(?:\/([\w-]+))?(?:\/|$)/.exec(path);
  if (!match) return undefined;
  return match[1] === undefined || match[1] === 'core' ? '' : match[1];
}
