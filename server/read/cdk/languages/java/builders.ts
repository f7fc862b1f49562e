/** Builders, as the props and the constructs that they make. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { propOfJava } from '../../../../aws/cdkJava.ts';
import type { CallExpression, Expression, ObjectExpression, Property } from '../../syntax.ts';
import type { Chain } from './chains.ts';
import type { FileNames } from './names.ts';

/** Reads expressions; offsets count from `start`. */
interface ExpressionsOf {
  read(node: Node | null | undefined, start: number): Expression;
  others(node: Node, start: number): Expression;
  all(nodes: readonly (Node | null)[], start: number): Expression[];
  comment(node: Node, start: number): void;
}

type Part = ObjectExpression['properties'][number];

export class BuilderReader {
  private readonly names: FileNames;
  private readonly expressions: ExpressionsOf;

  constructor(names: FileNames, expressions: ExpressionsOf) {
    this.names = names;
    this.expressions = expressions;
  }

  /**
   * What a builder of aws-cdk-lib makes: the props, or the construct with them. One that is not finished is read
   * as if it were, since it is being typed.
   */
  built(node: Node, chain: Chain, start: number): CallExpression | ObjectExpression | undefined {
    const { built, created, setters } = chain;
    const callee = this.expressions.read(built, start);
    if (!this.names.of(callee)?.names.length) return undefined;
    for (const comment of chain.comments) this.expressions.comment(comment, start);
    const properties = setters.flatMap((setter) => this.part(setter, start));
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    if (!created) return { ...at, kind: 'object', properties, open: false };
    const props: ObjectExpression = {
      kind: 'object',
      start: created.endIndex - start,
      end: (setters.at(-1) ?? created).endIndex - start,
      properties,
      open: false,
    };
    return {
      ...at,
      kind: 'call',
      callee,
      arguments: [...this.expressions.all(created.namedChildren, start), ...(setters.length ? [props] : [])],
      argumentsStart: created.startIndex - start,
      argumentsEnd: created.endIndex - start,
    };
  }

  /** What a call on a builder that a variable holds gives: the variable's value. */
  continued(_node: Node, _start: number): Expression | undefined {
    return undefined;
  }

  /** What one call of a builder sets; one that is not given a value sets something that cannot be told. */
  private part(setter: Node, start: number): Part[] {
    const name = setter.childForFieldName('name');
    const passed = setter.childForFieldName('arguments');
    const object = setter.childForFieldName('object');
    const given = passed?.namedChildren.filter((child) => child && !/comment$/.test(child.type)) ?? [];
    const [value] = given;
    const at = { start: (object ?? setter).endIndex - start, end: setter.endIndex - start };
    if (!name || !passed || !value || given.length > 1 || value.isError || passed.hasError) {
      const unknown = passed ? this.expressions.others(passed, start) : undefined;
      const parts = unknown ? [unknown] : [];
      return [{ ...at, kind: 'spread', value: { ...at, kind: 'other', parts } }];
    }
    for (const child of passed.namedChildren)
      if (child && /comment$/.test(child.type)) this.expressions.comment(child, start);
    const property: Property = {
      ...at,
      kind: 'property',
      key: propOfJava(name.text),
      keyStart: name.startIndex - start,
      keyEnd: name.endIndex - start,
      value: this.expressions.read(value, start),
    };
    return [property];
  }
}
