/** What an expression is worth, as far as the file tells. */
import {
  type Alternative,
  absent,
  type CallValue,
  type Entry,
  get,
  type MapValue,
  type Value,
} from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import type { Flow } from './flow.ts';
import { type Instances, onlySubject, referenceTo } from './instances.ts';
import { libraryName } from './library.ts';
import {
  gibibytes,
  intrinsics,
  joined,
  libraryValue,
  operationValue,
  scalarOf,
  seconds,
} from './operations.ts';
import {
  type Binding,
  conditionName,
  type Given,
  isField,
  type Located,
  type LocatedCall,
  lookup,
  lookupField,
  type Site,
} from './scopes.ts';
import type { CallExpression, Expression, ObjectExpression } from './syntax.ts';

export interface Evaluation {
  readonly text: string;
  readonly flow: Flow;
  /** The constructs of the file, by their instantiation. */
  readonly instances: Instances;
  /** The name in TypeScript of a key of a dictionary, where the language spells it differently. */
  readonly propName?: ((key: string) => string) | undefined;
}

/** Following a name to its value, and that to the next, ends here; so does nesting. */
const MOST_STEPS = 60;
const MOST_EXPRESSIONS = 20_000;

/**
 * The value of `expression`. Spans of the result count from `origin`. What aws-cdk-lib makes of it (a static
 * call such as `ec2.Peer.anyIpv4()`, an object such as `new s3n.SqsDestination(queue)`) is a call named
 * `cdk:aws-ec2.Peer.anyIpv4`.
 * @param via calls of functions of the file that are known to have been made, for the values of parameters
 */
export function evaluate(
  evaluation: Evaluation,
  { expression, site }: Located,
  origin: number,
  via: readonly LocatedCall[] = [],
): Value {
  const value = new Evaluator(evaluation, origin, via).value(expression, site, 0);
  return evaluation.propName ? withPropNames(value, evaluation.propName) : value;
}

/** `value` with the keys of dictionaries called as in TypeScript. */
function withPropNames(value: Value, propName: (key: string) => string): Value {
  const inner = (each: Value): Value => withPropNames(each, propName);
  switch (value.kind) {
    case 'map':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          ...entry,
          key: propName(entry.key),
          value: inner(entry.value),
        })),
      };
    case 'list':
      return { ...value, items: value.items.map(inner) };
    case 'call':
      return { ...value, arguments: value.arguments.map(inner) };
    case 'choice':
      return {
        ...value,
        alternatives: value.alternatives.map((each) => ({ ...each, value: inner(each.value) })),
      };
    default:
      return value;
  }
}

class Evaluator {
  private readonly evaluation: Evaluation;
  private readonly origin: number;
  /** How many more expressions are looked at: names that stand for each other twice grow without bound. */
  private budget = MOST_EXPRESSIONS;
  /** The calls that are being followed, outer first. */
  private via: readonly LocatedCall[];

  constructor(evaluation: Evaluation, origin: number, via: readonly LocatedCall[]) {
    this.evaluation = evaluation;
    this.origin = origin;
    this.via = via;
  }

  value(expression: Expression, site: Site, steps: number): Value {
    const span = spanOf(expression, site, this.origin);
    const unknownHere: Value = { kind: 'unknown', span };
    if (steps > MOST_STEPS || this.budget-- <= 0) return unknownHere;
    switch (expression.kind) {
      case 'literal':
        return { kind: 'scalar', span, value: expression.value };
      case 'template':
        return joined(
          expression.parts.map((part) => this.at(site, steps, part)),
          span,
        );
      case 'name': {
        if (expression.name === 'undefined') return { ...absent, span };
        const named = libraryName(expression, site.scope);
        if (named) return libraryValue(named, span, this.source(span));
        return this.ofBinding(lookup(site.scope, expression.name), site, span, steps);
      }
      case 'member': {
        const named = libraryName(expression, site.scope);
        if (named) return libraryValue(named, span, this.source(span));
        const subject = this.subject({ expression, site });
        if (subject) return referenceTo(subject, span) ?? unknownHere;
        if (isField(expression))
          return this.ofBinding(lookupField(site.scope, expression.member), site, span, steps);
        const own =
          expression.object.kind === 'name' && lookup(site.scope, expression.object.name)?.classScope;
        if (own) return this.ofBinding(lookupField(own, expression.member), site, span, steps);
        return this.atUse(span, get(this.at(site, steps, expression.object), expression.member));
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
        return objectValue(expression, span, (part) => this.at(site, steps, part), site, this.origin);
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
      case 'conditional': {
        const test = this.at(site, steps, expression.test);
        if (test.kind === 'scalar') return this.at(site, steps, test.value ? expression.yes : expression.no);
        const [name, holds] = conditionName(expression.test, site.base, this.evaluation.text);
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
        const at = expression.value;
        const parameter = this.evaluation.text.slice(site.base + at.start, site.base + at.end);
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
        const value = operationValue(expression.operator, scalarOf(left), right && scalarOf(right));
        if (value === undefined) return unknownHere;
        return { kind: 'scalar', span, value, source: this.source(span) };
      }
      default:
        return unknownHere;
    }
  }

  private at(site: Site, steps: number, part: Expression): Value {
    return this.value(part, site, steps + 1);
  }

  private source(span: Span): string {
    return this.evaluation.text.slice(span.start + this.origin, span.end + this.origin);
  }

  private subject(located: Located) {
    return onlySubject(this.evaluation.flow, this.evaluation.instances, located);
  }

  /** What is bound to a name; a scalar is shown where it is used, since there it can be changed alone. */
  private ofBinding(binding: Binding | undefined, site: Site, span: Span, steps: number): Value {
    const unknownHere: Value = { kind: 'unknown', span };
    if (!binding) return unknownHere;
    const given = binding.values.find(({ call }) => call && this.via.includes(call));
    const inside = (value: Value): Value =>
      binding.changed && (value.kind === 'map' || value.kind === 'list') ? unknownHere : value;
    if (given) return this.atUse(span, inside(this.value(given.expression, given.site, steps + 1)));
    const [first, ...others] = binding.values;
    const known = first && (!binding.open || first.call !== undefined);
    if (!known || (others.length > 0 && binding.kind !== 'parameter')) return unknownHere;
    const always = first.call || first.site.guards.every((guard) => site.guards.includes(guard));
    if (!always) return unknownHere;
    const value = inside(this.value(first.expression, first.site, steps + 1));
    return others.every((other) => this.isSame(value, other, steps)) ? this.atUse(span, value) : unknownHere;
  }

  /** Whether another value that a parameter is given is the same text or number. */
  private isSame(value: Value, { expression, site }: Given, steps: number): boolean {
    const other = this.value(expression, site, steps + 1);
    return value.kind === 'scalar' && other.kind === 'scalar' && value.value === other.value;
  }

  /** What the only result of a function of the file is. */
  private ofResult(call: CallExpression, span: Span, steps: number): Value | undefined {
    const callable = this.evaluation.flow.callableOf(call);
    const [only, ...others] = callable?.returns ?? [];
    const made = callable?.calls.find((each) => each.expression === call);
    if (!only || !made || others.length > 0) return undefined;
    if (only.site.guards.length > (callable?.guards.length ?? 0)) return undefined;
    const outer = this.via;
    this.via = [...outer, made];
    const value = this.value(only.expression, only.site, steps + 1);
    this.via = outer;
    return this.atUse(span, value);
  }

  private atUse(span: Span, value: Value): Value {
    if (value.kind === 'scalar')
      return { kind: 'scalar', span, value: value.value, source: this.source(span) };
    return value.kind === 'map' || value.kind === 'list' ? value : { ...value, span };
  }

  private ofCall(call: CallExpression, site: Site, span: Span, steps: number): Value {
    const unknownHere: Value = { kind: 'unknown', span };
    const { flow, instances } = this.evaluation;
    const instance = instances.get(call);
    if (instance) return { kind: 'reference', span, target: instance.id };
    const named = flow.libraryOf(call);
    if (!named) {
      const subject = this.subject({ expression: call, site });
      if (subject) return referenceTo(subject, span) ?? unknownHere;
      return this.ofResult(call, span, steps) ?? unknownHere;
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

/** The span of `expression`, counted from `origin`. */
export function spanOf(expression: { start: number; end: number }, site: Site, origin: number): Span {
  return { start: site.base + expression.start - origin, end: site.base + expression.end - origin };
}

/** `Peer.anyIpv4` of a value `cdk:aws-ec2.Peer.anyIpv4`, in whatever module. */
export function libraryCall(value: Value): { readonly name: string; readonly call: CallValue } | undefined {
  if (value.kind !== 'call' || !value.name.startsWith('cdk:')) return undefined;
  return { name: value.name.slice(value.name.indexOf('.') + 1), call: value };
}

function objectValue(
  expression: ObjectExpression,
  span: Span,
  inner: (part: Expression) => Value,
  site: Site,
  origin: number,
): MapValue {
  let entries: Entry[] = [];
  let open = expression.open;
  for (const property of expression.properties) {
    if (property.kind === 'property') {
      const keySpan = {
        start: site.base + property.keyStart - origin,
        end: site.base + property.keyEnd - origin,
      };
      entries.push({ key: property.key, keySpan, value: inner(property.value) });
      continue;
    }
    const spread = inner(property.value);
    if (spread.kind === 'map') {
      if (spread.open)
        entries = entries.map((entry) => ({ ...entry, value: { kind: 'unknown', span: entry.value.span } }));
      entries.push(...spread.entries);
    }
    if (spread.kind === 'map' ? spread.open : spread.kind !== 'absent') {
      // What cannot be read may replace everything before it.
      if (spread.kind !== 'map') {
        entries = entries.map((entry) => ({ ...entry, value: { kind: 'unknown', span: entry.value.span } }));
      }
      open = true;
    }
  }
  return { kind: 'map', span, entries, open };
}
