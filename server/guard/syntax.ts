/**
 * A file of AWS CloudFormation Guard's rule language as far as it can be read here.
 * https://docs.aws.amazon.com/cfn-guard/latest/ug/writing-rules.html
 */
import type { Scalar } from '../model/value.ts';

/** Every disjunction must hold. */
export type Conjunction = readonly Disjunction[];

/** One of the clauses must hold. */
export type Disjunction = readonly Clause[];

export type Clause =
  | TestClause
  /** `Properties.Listeners[*] { … }`: the body is about each value that the query finds. */
  | { readonly kind: 'block'; readonly query: Query; readonly body: Body }
  | { readonly kind: 'when'; readonly conditions: Conjunction; readonly body: Body }
  /** Another rule, by its name. */
  | { readonly kind: 'rule'; readonly name: string };

export interface TestClause {
  readonly kind: 'test';
  readonly query: Query;
  /** `exists`, `empty`, `is_list` …, `==`, `in`, `>=` …; what is negated has its positive form here. */
  readonly operator: string;
  readonly negated: boolean;
  readonly operand: Operand | undefined;
}

export interface Body {
  readonly variables: ReadonlyMap<string, Operand>;
  readonly clauses: Conjunction;
  /** Of the first message between `<<` and `>>`, also of the blocks inside. */
  readonly message: string | undefined;
}

export interface Query {
  /** One of the values found has to pass, not all. */
  readonly some: boolean;
  readonly steps: readonly Step[];
}

export type Step =
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'key'; readonly name: string }
  /** `.*` and `[*]`. */
  | { readonly kind: 'every' }
  | { readonly kind: 'filter'; readonly conditions: Conjunction }
  /** Anything that has no counterpart here: `this`, an index, keys by pattern. */
  | { readonly kind: 'other'; readonly text: string };

export type Operand =
  | { readonly kind: 'scalar'; readonly value: Scalar }
  | { readonly kind: 'pattern'; readonly source: string }
  | { readonly kind: 'list'; readonly items: readonly Operand[] }
  | {
      readonly kind: 'range';
      readonly from: number;
      readonly to: number;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    }
  | { readonly kind: 'query'; readonly query: Query }
  | { readonly kind: 'other'; readonly text: string };

export interface GuardRule {
  readonly name: string;
  /** From the start of the file. */
  readonly offset: number;
  readonly conditions: Conjunction;
  readonly body: Body;
}

export interface GuardFile {
  readonly variables: ReadonlyMap<string, Operand>;
  readonly rules: readonly GuardRule[];
  /** What the comments at the top say the rules are for: the text under `Description:`. */
  readonly description: string | undefined;
}
