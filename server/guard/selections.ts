/** Which resources the variables of a Guard file stand for. */
import { all, always, type Condition } from './condition.ts';
import { NotTaken } from './notTaken.ts';
import type { Clause, Conjunction, Operand, Query, Step } from './syntax.ts';

/** The resources of some types, or those of them for which a condition holds. */
export interface Selection {
  /** The variable's name; selections of the same one are the same. */
  readonly variable: string;
  readonly types: readonly string[];
  /** About the resource's properties. */
  readonly when: Condition;
  /** Identifiers under which other tools' suppressions silence the rule. */
  readonly suppressedAs: readonly string[];
}

export class Selections {
  readonly variables: ReadonlyMap<string, Operand>;
  readonly #translate: (conditions: Conjunction) => Condition;

  constructor(variables: ReadonlyMap<string, Operand>, translate: (conditions: Conjunction) => Condition) {
    this.variables = variables;
    this.#translate = translate;
  }

  /** The resources that a query begins with, and what it looks at in them; undefined where it begins elsewhere. */
  of({ steps }: Query): { selection: Selection; rest: readonly Step[] } | undefined {
    const [first, ...rest] = steps;
    if (first?.kind === 'variable') {
      const selection = this.#named(first.name);
      return selection && { selection, rest };
    }
    const direct = this.#direct(steps);
    return direct && { selection: direct.selection, rest: direct.rest };
  }

  /** What a variable such as `%violations` is: a selection, and the condition that picks from it. */
  violations(name: string): { selection: Selection; condition: Condition } | undefined {
    const operand = this.variables.get(name);
    if (operand?.kind !== 'query') return undefined;
    const [first, filter, ...rest] = operand.query.steps;
    if (first?.kind !== 'variable' || filter?.kind !== 'filter' || rest.length > 0) return undefined;
    const selection = this.#named(first.name);
    return selection && { selection, condition: this.#translate(filter.conditions) };
  }

  #named(name: string): Selection | undefined {
    const operand = this.variables.get(name);
    if (operand?.kind !== 'query') return undefined;
    const direct = this.#direct(operand.query.steps);
    return direct && direct.rest.length === 0 ? { ...direct.selection, variable: name } : undefined;
  }

  /** `Resources.*[ Type == '…' … ]`. */
  #direct(steps: readonly Step[]): { selection: Selection; rest: readonly Step[] } | undefined {
    const [root, every, filter, ...rest] = steps;
    if (root?.kind !== 'key' || root.name !== 'Resources' || every?.kind !== 'every') return undefined;
    if (filter?.kind !== 'filter') throw new NotTaken('everyType');
    let types: readonly string[] | undefined;
    const suppressedAs: string[] = [];
    const others: Conjunction[number][] = [];
    for (const disjunction of filter.conditions) {
      const named = disjunction.map((clause) => this.#typesIn(clause));
      if (named.every((each) => each !== undefined)) types = named.flat();
      else if (disjunction.every(isSuppression)) suppressedAs.push(...disjunction.flatMap(textsIn));
      else others.push(disjunction);
    }
    if (!types) throw new NotTaken('everyType');
    const when = others.length === 0 ? always : all([this.#translate(others)]);
    const variable = `Resources: ${types.join(', ')}`;
    return { selection: { variable, types, when, suppressedAs: [...new Set(suppressedAs)] }, rest };
  }

  #typesIn(clause: Clause): readonly string[] | undefined {
    if (clause.kind !== 'test' || clause.negated || !clause.operand) return undefined;
    const [step, ...others] = clause.query.steps;
    if (step?.kind !== 'key' || step.name !== 'Type' || others.length > 0) return undefined;
    return this.#texts(clause.operand);
  }

  #texts(operand: Operand): readonly string[] | undefined {
    if (operand.kind === 'scalar') return [String(operand.value)];
    // A pattern that is a plain name.
    if (operand.kind === 'pattern') return /^[\w:]+$/.test(operand.source) ? [operand.source] : undefined;
    if (operand.kind === 'list') {
      const items = operand.items.map((item) => this.#texts(item));
      return items.every((item) => item !== undefined) ? items.flat() : undefined;
    }
    const [step] = operand.kind === 'query' ? operand.query.steps : [];
    const value = step?.kind === 'variable' ? this.variables.get(step.name) : undefined;
    return value && value.kind !== 'query' ? this.#texts(value) : undefined;
  }
}

function isSuppression(clause: Clause): boolean {
  const [step] = clause.kind === 'test' ? clause.query.steps : [];
  return step?.kind === 'key' && step.name === 'Metadata';
}

function textsIn(clause: Clause): readonly string[] {
  const { operand } = clause.kind === 'test' ? clause : { operand: undefined };
  const items = operand?.kind === 'list' ? operand.items : operand ? [operand] : [];
  return items.flatMap((each) => (each.kind === 'scalar' ? [String(each.value)] : []));
}
