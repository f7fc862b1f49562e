/** Builders, as the props and the constructs that they make. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { propOfJava } from '../../../../aws/cdkJava.ts';
import type { CallExpression, Expression, ObjectExpression, Property } from '../../syntax.ts';
import type { Chain } from './chains.ts';
import { chainOn, continuations, heldBuilders } from './held.ts';
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
  /** The variables that hold builders, with their blocks, inner last. */
  private readonly held: { readonly name: string; readonly block: Node; readonly declarator: Node }[] = [];

  constructor(names: FileNames, expressions: ExpressionsOf) {
    this.names = names;
    this.expressions = expressions;
  }

  /** Reads what is in a block, where its variables that hold builders are known. */
  within<T>(block: Node, read: () => T): T {
    const before = this.held.length;
    for (const { name, declarator, chain } of heldBuilders(block))
      if (this.isLibrary(chain.built)) this.held.push({ name, block, declarator });
    const result = read();
    this.held.length = before;
    return result;
  }

  /** Whether `node` is a variable that holds a builder. */
  holds(node: Node | null | undefined): boolean {
    return node?.type === 'identifier' && this.held.some(({ name }) => name === node.text);
  }

  /** Whether what `node` says depends on other statements: it tells a builder more, or is told more about. */
  isShared(node: Node): boolean {
    return this.held.length > 0 && this.held.some(({ name }) => new RegExp(`\\b${name}\\b`).test(node.text));
  }

  /**
   * What a builder of aws-cdk-lib makes: the props, or the construct with them. One that is not finished is read
   * as if it were, since it is being typed, or told more by later statements.
   */
  built(node: Node, chain: Chain, start: number): CallExpression | ObjectExpression | undefined {
    const { built, created, setters } = chain;
    if (!this.isLibrary(built)) return undefined;
    for (const comment of chain.comments) this.expressions.comment(comment, start);
    const own = setters.flatMap((setter) => this.part(setter, start));
    const properties = this.withLater(own, node, start);
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
      callee: this.expressions.read(built, start),
      arguments: [
        ...this.expressions.all(created.namedChildren, start),
        ...(properties.length ? [props] : []),
      ],
      argumentsStart: created.startIndex - start,
      argumentsEnd: created.endIndex - start,
    };
  }

  /** A call on a builder that a variable holds: what is built is what the variable stands for. */
  continued(node: Node, start: number): Expression | undefined {
    const chain = this.held.length > 0 ? chainOn(node) : undefined;
    if (!chain || !this.holds(chain.variable)) return undefined;
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    if (chain.finished) return { ...at, kind: 'name', name: chain.variable.text };
    // What it sets is part of the builder; here it is only looked at.
    const properties = chain.setters.flatMap((setter) => this.part(setter, start, isPlain));
    return { ...at, kind: 'other', parts: [{ ...at, kind: 'object', properties, open: false }] };
  }

  private isLibrary(built: Node): boolean {
    return (this.names.of(this.expressions.read(built, built.startIndex))?.names.length ?? 0) > 0;
  }

  /** The parts of a builder with those that later statements give it. */
  private withLater(own: readonly Part[], node: Node, start: number): readonly Part[] {
    const held = this.held.findLast(
      ({ declarator }) => declarator.childForFieldName('value')?.id === node.id,
    );
    if (!held) return own;
    const parts = [...own];
    for (const { setter, conditions, certain } of continuations(held.block, held.declarator, held.name)) {
      const [given] = setter ? this.part(setter, start) : [];
      if (given?.kind !== 'property') {
        const at = { start: node.endIndex - start, end: node.endIndex - start };
        parts.push(given ?? { ...at, kind: 'spread', value: { ...at, kind: 'other', parts: [] } });
        continue;
      }
      const before = parts.findIndex((each) => each.kind === 'property' && each.key === given.key);
      const [replaced] = before < 0 ? [] : parts.splice(before, 1);
      const { start: from, end } = given;
      let value: Expression = certain
        ? given.value
        : { start: from, end, kind: 'other', parts: [given.value, ...(replaced ? [replaced.value] : [])] };
      if (certain && conditions.length > 0) {
        const otherwise: Expression = replaced?.value ?? { start: end, end, kind: 'name', name: 'undefined' };
        for (const [index, { condition, holds }] of conditions.entries()) {
          const test = this.expressions.read(condition, start);
          // What it was before stands once; where several conditions must hold, it is not followed.
          const no: Expression = index === 0 ? otherwise : { start: end, end, kind: 'other', parts: [] };
          const [yes, other] = holds ? [value, no] : [no, value];
          value = { start: from, end, kind: 'conditional', test, yes, no: other };
        }
      }
      parts.push({ ...given, value });
    }
    return parts;
  }

  /**
   * What one call of a builder sets; one that is not given a value sets something that cannot be told.
   * @param isRead whether a value is read
   */
  private part(setter: Node, start: number, isRead: (value: Node) => boolean = () => true): Part[] {
    const name = setter.childForFieldName('name');
    const passed = setter.childForFieldName('arguments');
    const dot = setter.children.find((child) => child?.type === '.') ?? setter;
    const given = passed?.namedChildren.filter((child) => child && !/comment$/.test(child.type)) ?? [];
    const [value] = given;
    const at = { start: dot.startIndex - start, end: setter.endIndex - start };
    if (!name || !passed || !value || given.length > 1 || value.isError || passed.hasError) {
      const unknown = passed && isRead(passed) ? [this.expressions.others(passed, start)] : [];
      return [{ ...at, kind: 'spread', value: { ...at, kind: 'other', parts: unknown } }];
    }
    for (const child of passed.namedChildren)
      if (child && /comment$/.test(child.type)) this.expressions.comment(child, start);
    const property: Property = {
      ...at,
      kind: 'property',
      key: propOfJava(name.text),
      keyStart: name.startIndex - start,
      keyEnd: name.endIndex - start,
      value: isRead(value) ? this.expressions.read(value, start) : { ...at, kind: 'other', parts: [] },
    };
    return [property];
  }
}

/** Whether reading a value twice makes nothing twice. */
function isPlain(value: Node): boolean {
  return /^(?:\w+_literal|true|false|identifier|field_access)$/.test(value.type);
}
