/** Guard rules → rule blocks, as far as they look at the properties of one resource at a time. */
import type { Schema } from '../rules/schema.ts';
import { compared, equal, within } from './comparison.ts';
import { all, always, any, type Condition, negate } from './condition.ts';
import { NotTaken } from './notTaken.ts';
import { type Selection, Selections } from './selections.ts';
import type {
  Body,
  Clause,
  Conjunction,
  GuardFile,
  GuardRule,
  Operand,
  Query,
  Step,
  TestClause,
} from './syntax.ts';

/** What a Guard rule demands of the resources of some types. */
export interface Demand {
  readonly selection: Selection;
  readonly condition: Condition;
}

/**
 * What `rule` demands, one entry for each selection of resources that it speaks of.
 * @throws NotTaken where it looks at more than properties, or uses what rule blocks cannot say
 */
export function demandsOf(file: GuardFile, rule: GuardRule): readonly Demand[] {
  const variables = new Map([...file.variables, ...variablesIn(rule.body)]);
  const translator = new Translator(new Selections(variables, translateIn(variables)));
  const applies = translator.demands(rule.conditions);
  const demands = translator.demands(rule.body.clauses);
  if (demands.length === 0) throw new NotTaken('nothing');
  return demands.map(({ selection, condition }) => {
    const mine = applies.filter((each) => each.selection.variable === selection.variable);
    const when = all([selection.when, ...mine.map((each) => each.condition)]);
    return { selection: { ...selection, when }, condition };
  });
}

/** The variables of a body and of the conditional ones in it. */
function variablesIn(body: Body): readonly (readonly [string, Operand])[] {
  const inner = body.clauses.flat().flatMap((each) => (each.kind === 'when' ? variablesIn(each.body) : []));
  return [...body.variables, ...inner];
}

/** Conditions about a resource's properties, as they stand in a selection's filter. */
function translateIn(variables: ReadonlyMap<string, Operand>): (conditions: Conjunction) => Condition {
  return (conditions) => new Scope(variables, true).conjunction(conditions);
}

class Translator {
  readonly #selections: Selections;

  constructor(selections: Selections) {
    this.#selections = selections;
  }

  demands(clauses: Conjunction): readonly Demand[] {
    const found: Demand[] = [];
    for (const disjunction of clauses) {
      const parts = disjunction.flatMap((each) => this.#clause(each));
      const [first] = parts;
      if (!first) continue;
      if (parts.some(({ selection }) => selection.variable !== first.selection.variable)) {
        throw new NotTaken('severalKinds');
      }
      // A clause that demands several things is one alternative only if it is the only one.
      if (disjunction.length > 1 && parts.length !== disjunction.length) {
        throw new NotTaken('severalKinds');
      }
      const combine = disjunction.length > 1 ? any : all;
      found.push({ selection: first.selection, condition: combine(parts.map(({ condition }) => condition)) });
    }
    return together(found);
  }

  #clause(clause: Clause): readonly Demand[] {
    switch (clause.kind) {
      case 'rule':
        throw new NotTaken('otherRule');
      case 'when':
        return this.#conditional(clause.conditions, clause.body);
      case 'block': {
        const { selection, rest } = this.#selected(clause.query);
        const query = { ...clause.query, steps: rest };
        return [{ selection, condition: this.#scope().clause({ ...clause, query }) }];
      }
      case 'test':
        return this.#test(clause);
    }
  }

  #test(clause: TestClause): readonly Demand[] {
    const [first, ...others] = clause.query.steps;
    const violations = first?.kind === 'variable' ? this.#selections.violations(first.name) : undefined;
    if (violations && others.length === 0 && clause.operator === 'empty') {
      if (clause.negated) throw new NotTaken('presence');
      return [{ selection: violations.selection, condition: negate(violations.condition) }];
    }
    const { selection, rest } = this.#selected(clause.query);
    // That there are such resources is what every rule begins with.
    if (rest.length === 0 && clause.operator === 'empty') {
      if (clause.negated) return [];
      const none: Selection = { ...selection, when: always };
      return [{ selection: none, condition: negate(selection.when) }];
    }
    if (isType(rest)) return [];
    return [
      { selection, condition: this.#scope().test({ ...clause, query: { ...clause.query, steps: rest } }) },
    ];
  }

  #conditional(conditions: Conjunction, body: Body): readonly Demand[] {
    const tests = this.demands(conditions);
    return this.demands(body.clauses).map(({ selection, condition }) => {
      const mine = tests.filter((each) => each.selection.variable === selection.variable);
      if (mine.length < tests.length) throw new NotTaken('severalKinds');
      const test = all(mine.map((each) => each.condition));
      return { selection, condition: any([negate(test), condition]) };
    });
  }

  #selected(query: Query): { selection: Selection; rest: readonly Step[] } {
    const selected = this.#selections.of(query);
    if (!selected) throw new NotTaken('notOneType');
    return selected;
  }

  #scope(): Scope {
    return new Scope(this.#selections.variables, true);
  }
}

/** The demands on the same selection as one. */
function together(demands: readonly Demand[]): readonly Demand[] {
  const bySelection = new Map<string, Demand>();
  for (const demand of demands) {
    const { variable } = demand.selection;
    const before = bySelection.get(variable);
    const condition = before ? all([before.condition, demand.condition]) : demand.condition;
    bySelection.set(variable, { selection: demand.selection, condition });
  }
  return [...bySelection.values()];
}

function isType([step, ...others]: readonly Step[]): boolean {
  return step?.kind === 'key' && step.name === 'Type' && others.length === 0;
}

/** Clauses about one resource, or about something in it. */
class Scope {
  readonly #variables: ReadonlyMap<string, Operand>;
  /** True where queries begin at the resource, with `Properties`. */
  readonly #atResource: boolean;

  constructor(variables: ReadonlyMap<string, Operand>, atResource: boolean) {
    this.#variables = variables;
    this.#atResource = atResource;
  }

  conjunction(clauses: Conjunction): Condition {
    return all(clauses.map((each) => any(each.map((clause) => this.clause(clause)))));
  }

  clause(clause: Clause): Condition {
    switch (clause.kind) {
      case 'rule':
        throw new NotTaken('otherRule');
      case 'when': {
        const inner = this.conjunction(clause.body.clauses);
        return any([negate(this.conjunction(clause.conditions)), inner]);
      }
      case 'block': {
        const { steps, some } = clause.query;
        const inside = new Scope(
          new Map([...this.#variables, ...clause.body.variables]),
          this.#atResource && steps.every((step) => step.kind === 'filter'),
        );
        return this.along(steps, some, inside.conjunction(clause.body.clauses));
      }
      case 'test':
        return this.test(clause);
    }
  }

  /** `inner` about what a query finds. */
  along(steps: readonly Step[], some: boolean, inner: Condition): Condition {
    if (!this.#atResource) return follow(steps, some, inner, this);
    const [first, ...rest] = steps;
    if (!first) return inner;
    if (first.kind === 'filter')
      return any([negate(this.conjunction(first.conditions)), this.along(rest, some, inner)]);
    if (first.kind !== 'key' || first.name !== 'Properties') {
      throw new NotTaken('notProperties');
    }
    return follow(rest, some, inner, new Scope(this.#variables, false));
  }

  test({ query, operator, negated, operand }: TestClause): Condition {
    if (this.#atResource && isType(query.steps)) return always;
    if (operator === 'exists') {
      // What no item has is not there even once; what some item lacks is not there every time.
      const found = this.along(query.steps, negated !== query.some, always);
      return negated ? negate(found) : found;
    }
    if (operator === 'empty' && !negated) {
      const nothing: Condition = { kind: 'value', schema: { maxItems: 0, maxLength: 0 } };
      return any([
        negate(this.along(query.steps, true, always)),
        this.along(query.steps, query.some, nothing),
      ]);
    }
    const schema = this.#schemaOf(operator, operand);
    const holds: Condition = { kind: 'value', schema };
    // `!empty` is the plain form here.
    const isPlain = operator === 'empty' ? negated : !negated;
    const condition = isPlain ? holds : negate(holds);
    // `some Resource in [ … ]` also speaks of the items of a list.
    const isList: Condition = { kind: 'value', schema: { type: 'array' } };
    const inner =
      operator === 'in' && query.some
        ? any([condition, all([isList, { kind: 'some', inner: condition }])])
        : condition;
    return this.along(query.steps, query.some, inner);
  }

  #schemaOf(operator: string, operand: Operand | undefined): Schema {
    const type = types[operator];
    if (type) return { type };
    if (operator === 'empty') return { minItems: 1, minLength: 1 };
    const right = this.#known(operand);
    switch (operator) {
      case '==':
        return equal(right);
      case 'in':
        return within(right);
      default:
        return compared(operator, right);
    }
  }

  /** What a variable stands for. */
  #known(operand: Operand | undefined): Operand {
    const [step, ...others] = operand?.kind === 'query' ? operand.query.steps : [];
    if (step?.kind !== 'variable' || others.length > 0) return operand ?? { kind: 'other', text: '' };
    const value = this.#variables.get(step.name);
    if (!value || value.kind === 'query') throw new NotTaken('twoValues');
    return value;
  }
}

const types: Readonly<Record<string, Schema['type']>> = {
  is_string: 'string',
  is_list: 'array',
  is_struct: 'object',
  is_bool: 'boolean',
  is_int: 'integer',
  is_float: 'number',
};

/** Where CloudFormation takes one value in place of a list with one. */
const oneOrMany: ReadonlySet<string> = new Set([
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'AWS',
  'Service',
]);

function follow([step, ...rest]: readonly Step[], some: boolean, inner: Condition, scope: Scope): Condition {
  if (!step) return inner;
  const [next] = rest;
  switch (step.kind) {
    case 'key': {
      if (/^!?(?:Ref|Fn::|GetAtt)/.test(step.name)) throw new NotTaken('intrinsics');
      const below = follow(rest, some, inner, scope);
      const single = next?.kind === 'every' && oneOrMany.has(step.name);
      const alone = single ? follow(rest.slice(1), some, inner, scope) : undefined;
      const isList: Condition = { kind: 'value', schema: { type: 'array' } };
      const either = alone ? any([all([isList, below]), all([negate(isList), alone])]) : below;
      return { kind: 'key', key: step.name, needed: true, inner: either };
    }
    case 'every':
      if (next?.kind === 'filter') return follow(rest, some, inner, scope);
      return { kind: some ? 'some' : 'every', inner: follow(rest, some, inner, scope) };
    case 'filter': {
      const chosen = scope.conjunction(step.conditions);
      const below = follow(rest, some, inner, scope);
      return some
        ? { kind: 'some', inner: all([chosen, below]) }
        : { kind: 'every', inner: any([negate(chosen), below]) };
    }
    default:
      throw new NotTaken('query');
  }
}
