/** What an expression is worth, as far as the file tells. */
import { type Alternative, absent, entryOf, get, type Value } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import { objectValue, valueOfBranches, withAssigned } from './assembled.ts';
import { common } from './common.ts';
import { ownPath, pathOfCall, pathOfMember, pathOfOperation, pathOfText } from './filePaths.ts';
import type { Flow } from './flow.ts';
import { atUse, type Frame, spanIn } from './frame.ts';
import { type Instances, onlySubject, referenceTo } from './instances.ts';
import { libraryName } from './library.ts';
import {
  gibibytes,
  intrinsics,
  joined,
  libraryValue,
  operationOf,
  scalarOf,
  seconds,
  truthOf,
} from './operations.ts';
import { withPropNames } from './propNames.ts';
import {
  type Binding,
  bindingOf,
  conditionName,
  type Given,
  isField,
  type Located,
  lookup,
  lookupField,
  type Site,
  type SourceFile,
  type Step,
} from './scopes.ts';
import { isJustBefore } from './sources.ts';
import type { CallExpression, Expression } from './syntax.ts';

export interface Evaluation {
  /** The program's main file. */
  readonly file: SourceFile;
  readonly flow: Flow;
  /** The constructs of the program. */
  readonly instances: Instances;
  /** The files that it is read with. */
  readonly others: readonly SourceFile[];
}

/** Following a name to its value, and that to the next, ends here; so does nesting. */
const MOST_STEPS = 60;
const MOST_EXPRESSIONS = 20_000;

/**
 * The value of `expression`. Spans of the result count as `frame` says. What aws-cdk-lib makes of it (a static
 * call such as `ec2.Peer.anyIpv4()`, an object such as `new s3n.SqsDestination(queue)`) is a call named
 * `cdk:aws-ec2.Peer.anyIpv4`.
 * @param via calls of functions and turns of loops that are known to have led there, for the values of parameters
 */
export function evaluate(
  evaluation: Evaluation,
  { expression, site }: Located,
  frame: Frame,
  via: readonly Step[] = [],
): Value {
  const value = new Evaluator(evaluation, frame, via).value(expression, site, 0);
  const { propName } = evaluation.file;
  return propName ? withPropNames(value, propName) : value;
}

/** Stands for a member that there surely is not, as against one that is written to have no value. */
const none: Value = { ...absent };

class Evaluator {
  private readonly evaluation: Evaluation;
  private readonly frame: Frame;
  /** The innermost expression of the frame's own file that is being followed. */
  private here: Span;
  private visiting: Site | undefined;
  /** How many more expressions are looked at: names that stand for each other twice grow without bound. */
  private budget = MOST_EXPRESSIONS;
  /** The calls and turns that are being followed, outer first. */
  private via: readonly Step[];

  constructor(evaluation: Evaluation, frame: Frame, via: readonly Step[]) {
    this.evaluation = evaluation;
    this.frame = frame;
    this.here = frame.here;
    this.via = via;
  }

  value(expression: Expression, site: Site, steps: number): Value {
    const span = this.span(expression, site);
    const outer = this.here;
    if (!span.elsewhere) this.here = span;
    if (site !== this.visiting) this.visit(site);
    const value = this.valueAt(span, expression, site, steps);
    this.here = outer;
    return value;
  }

  private visit(site: Site): void {
    this.visiting = site;
    const { visited, origin } = this.frame;
    if (site.file === this.evaluation.file)
      visited?.set(site, { statement: site.statement, distance: site.base - origin });
  }

  private valueAt(span: Span, expression: Expression, site: Site, steps: number): Value {
    const unknownHere: Value = { kind: 'unknown', span };
    if (steps > MOST_STEPS || this.budget-- <= 0) return unknownHere;
    switch (expression.kind) {
      case 'literal':
        return { kind: 'scalar', span, value: expression.value };
      case 'template': {
        const parts = expression.parts.map((part) => this.at(site, steps, part));
        return pathOfText(parts, span) ?? joined(parts, span);
      }
      case 'name': {
        if (expression.name === 'undefined') return { ...absent, span };
        const named = libraryName(expression, site.scope);
        if (named) return libraryValue(named, span, this.source(span));
        const binding = lookup(site.scope, expression.name);
        if (!binding) return ownPath(expression.name, site.file, span) ?? unknownHere;
        return this.ofBinding(binding, site, span, steps);
      }
      case 'member': {
        const named = libraryName(expression, site.scope);
        if (named) return libraryValue(named, span, this.source(span));
        const subject = this.subject({ expression, site });
        if (subject) return referenceTo(subject, span) ?? unknownHere;
        if (isField(expression))
          return this.ofBinding(lookupField(site.scope, expression.member), site, span, steps);
        const elsewhere = bindingOf(expression, site.scope);
        if (elsewhere) return this.ofBinding(elsewhere, site, span, steps);
        const own = bindingOf(expression.object, site.scope)?.classScope;
        if (own) return this.ofBinding(lookupField(own, expression.member), site, span, steps);
        const { object, member } = expression;
        const path = pathOfMember(member, () => this.at(site, steps, object), span);
        return path ?? this.atUse(span, this.part(object, site, steps + 1, member) ?? absent);
      }
      case 'element': {
        const index = this.at(site, steps, expression.index);
        const object = this.at(site, steps, expression.object);
        if (index.kind !== 'scalar') return unknownHere;
        if (object.kind === 'list' && !object.open)
          return this.atUse(span, object.items[Number(index.value)] ?? unknownHere);
        return object.kind === 'map' ? this.atUse(span, get(object, String(index.value))) : unknownHere;
      }
      case 'call':
        return this.ofCall(expression, site, span, steps);
      case 'object':
        return objectValue(
          expression,
          span,
          (part) => this.at(site, steps, part),
          (part) => this.span(part, site),
        );
      case 'list': {
        const items: Value[] = [];
        let open = false;
        for (const item of expression.items) {
          const value = this.at(site, steps, item.kind === 'spread' ? item.value : item);
          if (item.kind !== 'spread') items.push(value);
          else if (value.kind === 'list') {
            items.push(...value.items);
            open ||= value.open;
          } else open = true;
        }
        return { kind: 'list', span, items, open };
      }
      case 'wrapped':
        return this.atUse(span, this.at(site, steps, expression.value));
      case 'conditional': {
        const test = this.at(site, steps, expression.test);
        const truth = truthOf(test);
        if (truth !== undefined) return this.at(site, steps, truth ? expression.yes : expression.no);
        const [name, holds] = conditionName(expression.test, site);
        const alternatives: Alternative[] = [
          { value: this.at(site, steps, expression.yes), when: { kind: 'condition', name, holds } },
          { value: this.at(site, steps, expression.no), when: { kind: 'condition', name, holds: !holds } },
        ];
        return { kind: 'choice', span, alternatives };
      }
      case 'fallback': {
        const value = this.at(site, steps, expression.value);
        const none = value.kind === 'scalar' && (value.value === null || (expression.falsy && !value.value));
        if (value.kind === 'absent' || none) return this.at(site, steps, expression.otherwise);
        if (value.kind !== 'unknown' && value.kind !== 'choice') return value;
        const otherwise = this.at(site, steps, expression.otherwise);
        if (otherwise.kind === 'unknown') return unknownHere;
        const parameter = this.source(this.span(expression.value, site));
        return {
          kind: 'choice',
          span,
          alternatives: [
            { value: otherwise, when: { kind: 'default', parameter } },
            { value: unknownHere, when: { kind: 'allowed', parameter } },
          ],
        };
      }
      case 'operation': {
        const left = this.at(site, steps, expression.left);
        const right = expression.right && this.at(site, steps, expression.right);
        // The first that decides is what both give.
        if (expression.operator === '&&' && right) {
          const truth = truthOf(left);
          return truth === undefined ? unknownHere : this.atUse(span, truth ? right : left);
        }
        const value = operationOf(expression.operator, left, right);
        if (value !== undefined) return { kind: 'scalar', span, value, source: this.source(span) };
        return (right && pathOfOperation(expression.operator, left, right, span)) ?? unknownHere;
      }
      default:
        return unknownHere;
    }
  }

  /** The member `key` of an object, without a look at the others; undefined where there surely is none. */
  private part(expression: Expression, site: Site, steps: number, key: string): Value | undefined {
    const unknownHere: Value = { kind: 'unknown', span: this.span(expression, site) };
    if (steps > MOST_STEPS || this.budget-- <= 0) return unknownHere;
    if (expression.kind === 'object') {
      for (const property of [...expression.properties].reverse()) {
        if (property.kind === 'spread') {
          const found = this.part(property.value, site, steps + 1, key);
          if (found) return found;
        } else if (property.key === key) return this.at(site, steps, property.value);
      }
      return expression.open ? unknownHere : undefined;
    }
    let binding: Binding | undefined;
    if (expression.kind === 'name') binding = lookup(site.scope, expression.name);
    else if (isField(expression) && expression.kind === 'member')
      binding = lookupField(site.scope, expression.member);
    if (binding?.values.length && !binding.assigned) {
      if (binding.changed) return unknownHere;
      const found = this.ofBinding(
        binding,
        site,
        unknownHere.span,
        steps,
        (each) => this.part(each.expression, each.site, steps + 1, key) ?? none,
      );
      return found === none ? undefined : found;
    }
    const value = this.at(site, steps, expression);
    if (value.kind === 'list' && /^\d+$/.test(key)) return value.items[Number(key)] ?? unknownHere;
    return value.kind === 'map' && !value.open ? entryOf(value, key)?.value : get(value, key);
  }

  private at(site: Site, steps: number, part: Expression): Value {
    return this.value(part, site, steps + 1);
  }

  private span(expression: { start: number; end: number }, site: Site): Span {
    return spanIn({ ...this.frame, here: this.here }, expression, site);
  }

  private source({ start, end, elsewhere }: Span): string {
    if (elsewhere) return elsewhere.text.slice(elsewhere.span.start, elsewhere.span.end);
    const { file, origin } = this.frame;
    return file.text.slice(start + origin, end + origin);
  }

  private subject(located: Located) {
    return onlySubject(this.evaluation.instances, located, this.via);
  }

  /** What is bound to a name; a scalar is shown where it is used, since there it can be changed alone. */
  private ofBinding(
    binding: Binding | undefined,
    site: Site,
    span: Span,
    steps: number,
    inTurn = (each: Located): Value => this.value(each.expression, each.site, steps + 1),
  ): Value {
    const unknownHere: Value = { kind: 'unknown', span };
    if (!binding) return unknownHere;
    const isLeft = binding.carried === true && !binding.values.every((each) => isJustBefore(each.site, site));
    const read = (each: Located): Value => (isLeft ? this.inAnyTurn(() => inTurn(each)) : inTurn(each));
    const evaluating = { value: read, span: (at: Span, where: Site) => this.span(at, where) };
    const given = this.given(binding);
    const { changed, assigned = [] } = binding;
    const inside = (value: Value): Value => {
      if (value.kind !== 'map' && value.kind !== 'list') return value;
      if (changed) return unknownHere;
      if (assigned.length === 0) return value;
      return (value.kind === 'map' && withAssigned(value, assigned, site, evaluating)) || unknownHere;
    };
    if (given) {
      const outer = this.via;
      this.via = given.step ? this.evaluation.instances.runs.outside(outer, given.step) : outer;
      const value = inside(read(given));
      this.via = outer;
      return this.atUse(span, value);
    }
    const [first, ...others] = binding.values;
    const isCalled = first?.step !== undefined && !('loop' in first.step);
    const known = first && (!binding.open || isCalled);
    if (known && others.length > 0) {
      const value = valueOfBranches(binding, site, span, evaluating);
      if (value) return value;
    }
    if (!known || (others.length > 0 && binding.kind !== 'parameter')) return unknownHere;
    const always = isCalled || first.site.guards.every((guard) => site.guards.includes(guard));
    if (!always) return unknownHere;
    const values = [first, ...others].map((each) => inside(read(each)));
    return this.atUse(span, values.reduce(common));
  }

  /** What an earlier turn or call has left may be of any of them. */
  private inAnyTurn(read: () => Value): Value {
    const outer = this.via;
    this.via = [];
    const value = read();
    this.via = outer;
    return value;
  }

  /** The value that a parameter, or the variable of a loop, has on the way that is followed. */
  private given({ values }: Binding): Given | undefined {
    if (!values.every(({ step }) => step)) return undefined;
    const step = this.via.findLast((each) => values.some((value) => value.step === each));
    return step && values.find((value) => value.step === step);
  }

  /** What the only result of a function of the file is. */
  private ofResult(call: CallExpression, span: Span, steps: number): Value | undefined {
    const callable = this.evaluation.flow.callableOf(call);
    const [only, ...others] = callable?.returns ?? [];
    const made = callable?.calls.find((each) => each.expression === call);
    if (!only || !made || others.length > 0) return undefined;
    if (only.site.guards.length > (callable?.guards.length ?? 0)) return undefined;
    return this.atUse(span, this.after(made, only, steps));
  }

  /** What `located` is worth in one call of its function, or one turn of its loop. */
  private after(step: Step, { expression, site }: Located, steps: number): Value {
    const outer = this.via;
    this.via = [...outer, step];
    const value = this.value(expression, site, steps + 1);
    this.via = outer;
    return value;
  }

  private atUse(use: Span, value: Value): Value {
    if (value.kind === 'map' || value.kind === 'list' || value === none) return value;
    // What another file uses of this one is shown in this one.
    const span = use.elsewhere && !value.span.elsewhere ? value.span : atUse(use, value.span);
    return value.kind === 'scalar'
      ? { kind: 'scalar', span, value: value.value, source: this.source(use) }
      : { ...value, span };
  }

  private ofCall(call: CallExpression, site: Site, span: Span, steps: number): Value {
    const unknownHere: Value = { kind: 'unknown', span };
    const { flow, instances } = this.evaluation;
    const mapped = flow.mapped(call);
    if (mapped) {
      const items = mapped.map(({ result, turn }) => this.after(turn, result, steps));
      return { kind: 'list', span, items, open: false };
    }
    const made = instances.byCall.get(call);
    if (made) {
      const [only, ...others] = instances.runs.meant(made, { via: [] }, this.via);
      return only && others.length === 0 ? { kind: 'reference', span, target: only.id } : unknownHere;
    }
    const named = flow.libraryOf(call);
    if (!named) {
      const subject = this.subject({ expression: call, site });
      if (subject) return referenceTo(subject, span) ?? unknownHere;
      const read = (each: Expression): Value => this.at(site, steps, each);
      return this.ofResult(call, span, steps) ?? pathOfCall(call, read, span) ?? unknownHere;
    }
    const passed = call.arguments.map((each) => this.value(each, site, steps + 1));
    const [first] = passed;
    const [className = '', method = ''] = named.names;
    if (named.module === '') {
      const factor =
        className === 'Duration' ? seconds[method] : className === 'Size' ? gibibytes[method] : undefined;
      if (factor !== undefined) {
        const count = first && scalarOf(first);
        if (typeof count !== 'number') return unknownHere;
        return { kind: 'scalar', span, value: count * factor, source: this.source(span) };
      }
      if (className === 'Fn' && intrinsics[method]) {
        return { kind: 'call', span, name: intrinsics[method], arguments: passed };
      }
    }
    return { kind: 'call', span, name: `cdk:${[named.module, ...named.names].join('.')}`, arguments: passed };
  }
}
