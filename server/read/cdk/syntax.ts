/**
 * A program as far as reading CDK needs it, the same for every language: an adapter in `languages/` makes it
 * from a tree-sitter tree, and everything else reads only this.
 *
 * All offsets count from the start of the enclosing statement, so that an unchanged statement is used again
 * after an edit above it. Names of props, methods and modules are those of TypeScript in every language
 * (`natGateways`, `logAccessLogs`, `aws-ec2`); how they are written is in the text.
 */
import type { Scalar } from '../../model/value.ts';

interface Ranged {
  readonly start: number;
  readonly end: number;
}

export type Expression =
  | (Ranged & { readonly kind: 'literal'; readonly value: Scalar })
  /** A string with expressions in it. */
  | (Ranged & { readonly kind: 'template'; readonly parts: readonly Expression[] })
  | (Ranged & { readonly kind: 'name'; readonly name: string })
  | MemberExpression
  | (Ranged & { readonly kind: 'element'; readonly object: Expression; readonly index: Expression })
  | CallExpression
  | ObjectExpression
  | ListExpression
  | (Ranged & { readonly kind: 'spread'; readonly value: Expression })
  /** A value in something that leaves it as it is: a pointer to it, a conversion. */
  | (Ranged & { readonly kind: 'wrapped'; readonly value: Expression })
  /** Whole numbers, as a loop counts them: from the first to just before the second. */
  | (Ranged & { readonly kind: 'range'; readonly from: Expression; readonly to: Expression })
  | (Ranged & {
      readonly kind: 'conditional';
      readonly test: Expression;
      readonly yes: Expression;
      readonly no: Expression;
    })
  /** `value ?? otherwise`; also `false`, 0 and an empty text count as no value where it is `falsy`, as for `||`. */
  | (Ranged & {
      readonly kind: 'fallback';
      readonly value: Expression;
      readonly otherwise: Expression;
      readonly falsy: boolean;
    })
  | (Ranged & {
      readonly kind: 'operation';
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression | undefined;
    })
  /** `plain` is false for `+=` and the like. */
  | (Ranged & {
      readonly kind: 'assignment';
      readonly target: Expression;
      readonly value: Expression;
      readonly plain: boolean;
    })
  | (Ranged & { readonly kind: 'function'; readonly parameters: readonly Pattern[]; readonly body: Body })
  /** A name in a type position; it has no value. */
  | (Ranged & { readonly kind: 'type'; readonly name: Expression })
  /** Anything else: not evaluated, but what is in it is seen. */
  | (Ranged & { readonly kind: 'other'; readonly parts: readonly Expression[] });

export interface ListExpression extends Ranged {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** Object and member: `lb.logAccessLogs`. */
export interface MemberExpression extends Ranged {
  readonly kind: 'member';
  readonly object: Expression;
  readonly member: string;
  readonly memberStart: number;
  readonly memberEnd: number;
}

/** A call or an instantiation: which of them, the callee tells. */
export interface CallExpression extends Ranged {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly arguments: readonly Expression[];
  /** True where the last argument is an object that holds what is given by name. */
  readonly named?: true;
  /** From the opening to just after the closing parenthesis. */
  readonly argumentsStart: number;
  readonly argumentsEnd: number;
}

export interface ObjectExpression extends Ranged {
  readonly kind: 'object';
  readonly properties: readonly (Property | Extract<Expression, { kind: 'spread' }>)[];
  /** True where a key is computed or a part could not be parsed. */
  readonly open: boolean;
}

export interface Property extends Ranged {
  readonly kind: 'property';
  readonly key: string;
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: Expression;
}

export type Body = readonly Placed[];

export interface Placed {
  /** From the start of the enclosing statement; from the start of the file for the program's own. */
  readonly start: number;
  readonly statement: Statement;
}

export type Statement = { readonly length: number; readonly comments: readonly Comment[] } & (
  | { readonly kind: 'import'; readonly imports: readonly Import[] }
  | { readonly kind: 'variables'; readonly declarations: readonly Declaration[] }
  | { readonly kind: 'expression'; readonly value: Expression }
  | { readonly kind: 'return'; readonly value: Expression }
  | { readonly kind: 'branch'; readonly test: Expression; readonly yes: Body; readonly no: Body }
  | {
      readonly kind: 'loop';
      readonly variable: Pattern;
      /** What the variable takes the items of, one after the other. */
      readonly items: Expression | undefined;
      readonly parts: readonly Expression[];
      readonly body: Body;
    }
  /** What follows does not run in this turn of the loop; where it `ends` the loop, in no other either. */
  | { readonly kind: 'leave'; readonly ends: boolean }
  /** `maybe` where it need not run: a `case`, a `catch`. */
  | {
      readonly kind: 'block';
      readonly maybe: boolean;
      /** True where what it declares belongs to the scope around it. */
      readonly outer?: true;
      readonly parts: readonly Expression[];
      readonly body: Body;
    }
  | {
      readonly kind: 'function';
      readonly name: string | undefined;
      readonly parameters: readonly Pattern[];
      readonly parts: readonly Expression[];
      readonly body: Body;
    }
  | {
      readonly kind: 'class';
      readonly name: string | undefined;
      /** True where its fields are seen inside it by their names alone, without `this`. */
      readonly bareFields?: true;
      readonly base: Expression | undefined;
      readonly parts: readonly Expression[];
      readonly body: Body;
    }
  /** A field of the enclosing class. */
  | {
      readonly kind: 'field';
      readonly name: string;
      readonly value: Expression | undefined;
      readonly parts: readonly Expression[];
    }
  /** Between statements. */
  | { readonly kind: 'comment' }
);

/** A comment inside a statement or, for a statement of kind `comment`, the statement itself. */
export interface Comment extends Ranged {
  readonly text: string;
}

export interface Import {
  /** The name it has in this file. */
  readonly local: string;
  /** Module below aws-cdk-lib, empty for aws-cdk-lib itself; undefined for anything else. */
  readonly module: string | undefined;
  /** The imported class, or all (`*`); undefined where the module itself is imported. Of another file: any name. */
  readonly name: string | undefined;
  /**
   * What the language calls a file, or files, of the workspace that it may come from: `./settings`,
   * `shop.settings`. `languages/modules.ts` finds them.
   */
  readonly from?: string;
  /** The same for the file that is meant itself where the others have no such name: `from . import settings`. */
  readonly submodule?: string;
}

/** What takes a value and gives it names: `vpc`, `{ vpc, tier: { port = 80 } }`. */
export type Pattern = readonly BoundName[];

export interface BoundName extends Ranged {
  readonly name: string;
  /** What a parameter is called where it is given by name. */
  readonly key?: string;
  /** True for a rest that takes only what is given by name. */
  readonly named?: true;
  /** The members that lead from the value to what is named, none for the value itself; undefined for a rest. */
  readonly path: readonly string[] | undefined;
  /** What it is where the value has none. */
  readonly otherwise: Expression | undefined;
  /** True where it becomes a field of `this`, too. */
  readonly field: boolean;
}

export interface Declaration {
  readonly pattern: Pattern;
  readonly value: Expression | undefined;
  readonly parts: readonly Expression[];
}

/** `expression` without what leaves it as it is. */
export function unwrapped(expression: Expression | undefined): Expression | undefined {
  let at = expression;
  while (at?.kind === 'wrapped') at = at.value;
  return at;
}

/** What a call gives by position, and what by name. */
export function argumentsOf(call: CallExpression): {
  readonly given: readonly Expression[];
  readonly named: ObjectExpression | undefined;
} {
  const last = call.named ? call.arguments.at(-1) : undefined;
  if (last?.kind !== 'object') return { given: call.arguments, named: undefined };
  return { given: call.arguments.slice(0, -1), named: last };
}

/** The item of a list at a position that is written as a member is: `0`. */
export function itemAt(expression: Expression, position: string): Expression | undefined {
  if (expression.kind !== 'list' || !/^\d+$/.test(position)) return undefined;
  return expression.items.some(({ kind }) => kind === 'spread')
    ? undefined
    : expression.items[Number(position)];
}

/** The expressions directly inside `expression`; statements of a function's body are not. */
export function partsOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'template':
    case 'other':
      return expression.parts;
    case 'member':
      return [expression.object];
    case 'element':
      return [expression.object, expression.index];
    case 'call':
      return [expression.callee, ...expression.arguments];
    case 'object':
      return expression.properties.map((each) => (each.kind === 'property' ? each.value : each));
    case 'list':
      return expression.items;
    case 'spread':
    case 'wrapped':
      return [expression.value];
    case 'range':
      return [expression.from, expression.to];
    case 'conditional':
      return [expression.test, expression.yes, expression.no];
    case 'fallback':
      return [expression.value, expression.otherwise];
    case 'operation':
      return expression.right ? [expression.left, expression.right] : [expression.left];
    case 'assignment':
      return [expression.target, expression.value];
    case 'type':
      return [expression.name];
    case 'function':
      return expression.parameters.flatMap(defaultsOf);
    default:
      return [];
  }
}

/** The expressions directly in a statement, without those of the statements inside it. */
export function expressionsOf(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'variables':
      return statement.declarations.flatMap((each) => [
        ...(each.value ? [each.value] : []),
        ...defaultsOf(each.pattern),
        ...each.parts,
      ]);
    case 'expression':
    case 'return':
      return [statement.value];
    case 'branch':
      return [statement.test];
    case 'field':
      return statement.value ? [statement.value, ...statement.parts] : statement.parts;
    case 'loop':
      return statement.items ? [statement.items, ...statement.parts] : statement.parts;
    case 'function':
      return [...statement.parameters.flatMap(defaultsOf), ...statement.parts];
    case 'block':
    case 'class':
      return statement.parts;
    default:
      return [];
  }
}

function defaultsOf(pattern: Pattern): readonly Expression[] {
  return pattern.flatMap((each) => (each.otherwise ? [each.otherwise] : []));
}

const none: readonly Body[] = [];

/** The statements directly inside a statement. */
export function bodiesOf(statement: Statement): readonly Body[] {
  switch (statement.kind) {
    case 'branch':
      return [statement.yes, statement.no];
    case 'loop':
    case 'block':
    case 'function':
    case 'class':
      return [statement.body];
    default:
      return none;
  }
}
