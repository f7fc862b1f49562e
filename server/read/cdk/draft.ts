/** A resource in the making: what the definition of a construct writes to. */
import {
  absent,
  type Entry,
  entryOf,
  getPath,
  type ListValue,
  type MapValue,
  type ReferenceValue,
  type Scalar,
  type Value,
} from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { textAt } from './filePaths.ts';
import { type Frame, spanIn, type Visited } from './frame.ts';
import { type Instance, type MethodCall, originOf, referenceTo } from './instances.ts';
import { valueAt, withValue } from './paths.ts';
import type { Guard } from './scopes.ts';
import type { Expression } from './syntax.ts';

/** Plain data to make values of. */
export type Data = Scalar | Value | undefined | readonly Data[] | { readonly [key: string]: Data };

export class Draft {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly instance: Instance;
  readonly primary: boolean;
  /** Offset that spans count from. */
  readonly origin: number;
  private readonly frame: Frame;
  /** The whole declaration; for what a method makes, the call. */
  readonly span: Span;
  /** The class name, or what made the resource. */
  typeSpan: Span;
  readonly nameSpan: Span;
  properties: MapValue;
  /** The props object as written, an open map where it could not be read. */
  readonly props: Value;
  private readonly workshop: Workshop;

  constructor(
    workshop: Workshop,
    instance: Instance,
    made?: { parent: Draft; suffix: string; type: string; typeSpan: Span },
  ) {
    const { expression, site } = instance.call;
    this.workshop = workshop;
    this.instance = instance;
    this.name = instance.name;
    this.primary = made === undefined;
    this.origin = originOf(instance);
    const { callee } = expression;
    const start = callee.kind === 'member' ? callee.memberStart : callee.start;
    const own = { file: site.file, origin: this.origin, visited: workshop.visited(instance) };
    const type = spanIn({ ...own, here: callee }, { start, end: callee.end }, site);
    this.frame = { ...own, here: type };
    if (made) {
      const { parent } = made;
      this.id = instance.id + made.suffix;
      this.type = made.type;
      this.span = parent.span;
      this.typeSpan = made.typeSpan;
      this.nameSpan = parent.nameSpan;
      this.props = parent.props;
    } else {
      const [, id] = expression.arguments;
      this.id = instance.id;
      this.type = instance.type;
      this.span = { start: 0, end: expression.end - expression.start };
      this.typeSpan = type;
      this.nameSpan = id ? spanIn(this.frame, id, site) : type;
      this.props = this.propsOf(instance);
    }
    this.properties = { kind: 'map', span: this.span, entries: [], open: true };
  }

  /** The value of a prop (a dotted path); `absent` only where it is surely not given. */
  prop(path: string): Value {
    return getPath(this.props, path);
  }

  /** Whether the prop (a dotted path) is surely not written: what it is in is not, either. */
  lacks(path: string): boolean {
    const { props } = this;
    if (props.kind === 'absent') return true;
    if (props.kind !== 'map' || props.open) return false;
    const dot = path.indexOf('.');
    return !entryOf(props, dot < 0 ? path : path.slice(0, dot));
  }

  /** The entry of a prop as written, if it is. */
  propEntry(path: string): Entry | undefined {
    if (!path.includes('.')) return this.props.kind === 'map' ? entryOf(this.props, path) : undefined;
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const holder = keys.length ? this.prop(keys.join('.')) : this.props;
    return holder.kind === 'map' ? entryOf(holder, last) : undefined;
  }

  /** From the key of a prop to the end of its value; in Java, with the parenthesis that follows it. */
  spanOfProp({ keySpan, value }: Entry): Span {
    const { text } = this.workshop.evaluation.file;
    const [start, end] = [keySpan.start, Math.max(value.span.end, keySpan.end)];
    const isCall = /^\s*\(/.test(text.slice(keySpan.end + this.origin, value.span.start + this.origin));
    return { start, end: isCall && text[end + this.origin] === ')' ? end + 1 : end };
  }

  /** The value at the property `path`; unknown where it was not set. */
  get(path: string): Value {
    return valueAt(this.properties, path);
  }

  /** Sets the property at `path`, whose key is shown at `keySpan`. */
  set(path: string, value: Value, keySpan: Span = this.typeSpan): void {
    if (/[.[]/.test(path)) {
      this.properties = withValue(this.properties, path, value, keySpan);
      return;
    }
    // The entries are this draft's own until it is done.
    const entries = this.properties.entries as Entry[];
    const at = entries.findIndex((each) => each.key === path);
    if (at >= 0) entries.splice(at, 1);
    entries.push({ key: path, keySpan, value });
  }

  /** Sets those of the properties `keys` that are not set to nothing. */
  complete(keys: readonly string[]): void {
    const entries = this.properties.entries as Entry[];
    const known = new Set(entries.map(({ key }) => key));
    const value: Value = { kind: 'absent', span: this.typeSpan };
    for (const key of keys) if (!known.has(key)) entries.push({ key, keySpan: this.typeSpan, value });
  }

  /** Sets a property to plain data, shown at the class name. */
  setData(path: string, data: Data): void {
    this.set(path, this.value(data));
  }

  /** Adds to the list at `path`. An item that may not be there leaves the list open, unless it is known when it is. */
  append(path: string, item: Value, there: boolean | Guard = true): void {
    const sure = there !== false;
    const known = this.get(path);
    const list: ListValue =
      known.kind === 'list'
        ? known
        : {
            kind: 'list',
            span: this.typeSpan,
            items: [],
            open: known.kind === 'unknown' && entryOfPath(this.properties, path),
          };
    const added = typeof there === 'object' ? under(there, item) : item;
    this.set(path, { ...list, items: sure ? [...list.items, added] : list.items, open: list.open || !sure });
  }

  /** Plain data as a value, shown at `span`. */
  value(data: Data, span: Span = this.typeSpan): Value {
    if (data === undefined) return { kind: 'absent', span };
    if (data === null || typeof data !== 'object') return { kind: 'scalar', span, value: data };
    if (isValue(data)) return data;
    if (Array.isArray(data)) {
      return { kind: 'list', span, items: data.map((each: Data) => this.value(each, span)), open: false };
    }
    const entries = Object.entries(data as Readonly<Record<string, Data>>)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => ({ key, keySpan: span, value: this.value(each, span) }));
    return { kind: 'map', span, entries, open: false };
  }

  unknown(span: Span = this.typeSpan): Value {
    return { kind: 'unknown', span };
  }

  reference(attribute?: string, span: Span = this.typeSpan): ReferenceValue {
    return { kind: 'reference', span, target: this.id, ...(attribute === undefined ? {} : { attribute }) };
  }

  /**
   * Another resource that this construct makes. It is found under `<id>/<suffix>`, followed by a number where
   * that is taken.
   * @param type empty for a part of this resource that has calls of its own
   * @param typeSpan where a finding about it is shown, by default the class name
   */
  make(
    type: string,
    suffix: string,
    properties: Readonly<Record<string, Data>>,
    typeSpan: Span = this.typeSpan,
  ): Draft {
    let free = `/${suffix}`;
    for (let count = 2; this.workshop.drafts.has(this.instance.id + free); count++)
      free = `/${suffix}#${count}`;
    const made = new Draft(this.workshop, this.instance, {
      parent: this,
      suffix: free,
      type,
      typeSpan,
    });
    for (const key in properties) made.setData(key, properties[key]);
    this.workshop.add(made);
    return made;
  }

  /** The text of the file at a path, if it is known which one that is and it is at hand. */
  textAt(path: Value): string | undefined {
    const { file, others } = this.workshop.evaluation;
    return textAt(path, file, others);
  }

  /** The resource that `value` refers to, if this file makes it; it may be changed. */
  find(value: Value | undefined): Draft | undefined {
    return value?.kind === 'reference' ? this.workshop.find(value.target, this.instance) : undefined;
  }

  /** The main resource of the construct that this is a part of. */
  whole(): Draft {
    return this.workshop.drafts.get(this.instance.id) ?? this;
  }

  /** Parts that this construct has made: drafts without a type. */
  parts(): readonly Draft[] {
    return [...this.workshop.drafts.values()].filter(
      (each) => each.type === '' && !each.primary && each.instance === this.instance,
    );
  }

  /** The construct that `value` refers to, also one that makes no resource. */
  instanceOf(value: Value): Instance | undefined {
    const draft = this.find(value);
    return draft?.primary ? draft.instance : undefined;
  }

  /** The calls made on this construct, or on another one that has to do with it, as far as they may happen. */
  calls(instance: Instance = this.instance): readonly MethodCall[] {
    return this.workshop.callsOn(instance);
  }

  /** The props of another construct, with spans that count from this resource. */
  propsOf(instance: Instance): Value {
    const expression = propsArgument(instance);
    if (!expression) return { ...absent, span: this.typeSpan };
    const { construction, run } = instance;
    const via = [...run, ...construction.via];
    return evaluate(this.workshop.evaluation, { expression, site: construction.call.site }, this.frame, via);
  }

  /** The arguments of a call, with spans that count from this resource. */
  passed(call: MethodCall): Passed {
    const { expression, site } = call.call;
    const { callee } = expression;
    const values = expression.arguments.map((each) =>
      evaluate(this.workshop.evaluation, { expression: each, site }, this.frame, call.via),
    );
    const at = callee.kind === 'member' ? { start: callee.memberStart, end: callee.memberEnd } : callee;
    return {
      values,
      span: spanIn(this.frame, expression, site),
      methodSpan: spanIn(this.frame, at, site),
      sure: call.there === true,
      there: call.there,
      receiver: call.receiver && referenceTo(call.receiver, this.typeSpan),
      from: (draft) => draft.passed(call),
    };
  }
}

/** The construct ID that a call is given, or `other`: under it what the call makes is found. */
export function idOf(call: Passed, other: string): string {
  const [first] = call.values;
  return first?.kind === 'scalar' && typeof first.value === 'string' ? first.value : other;
}

/** A call made on a construct, evaluated. */
export interface Passed {
  readonly values: readonly Value[];
  readonly span: Span;
  /** The method's name. */
  readonly methodSpan: Span;
  /** False where the call may not happen. */
  readonly sure: boolean;
  /** The same, or the condition under which it does. */
  readonly there: boolean | Guard;
  /** What an earlier call made, where this one is made on that: the container of `task.addContainer('Web', …)`. */
  readonly receiver: ReferenceValue | undefined;
  /** The same with spans that count from another resource. */
  from(draft: Draft): Passed;
}

/** All drafts of a file. */
export interface Workshop {
  readonly evaluation: Evaluation;
  readonly drafts: ReadonlyMap<string, Draft>;
  add(draft: Draft): void;
  /** The draft `id`, for one that a construct makes. */
  find(id: string, by: Instance): Draft | undefined;
  /** The calls on a construct that happen, or may happen. */
  callsOn(instance: Instance): readonly MethodCall[];
  /** Takes the statements that the values of a construct come from. */
  visited(instance: Instance): Visited;
}

/** The argument that holds the props: the third, or the first where there is no scope. */
export function propsArgument(instance: Instance): Expression | undefined {
  return instance.construction.call.expression.arguments[2];
}

/** `item` where the guard holds, and otherwise nothing. */
function under({ name = '', holds }: Guard, item: Value): Value {
  const { span } = item;
  const none: Value = { kind: 'absent', span };
  return {
    kind: 'choice',
    span,
    alternatives: [
      { value: item, when: { kind: 'condition', name, holds } },
      { value: none, when: { kind: 'condition', name, holds: !holds } },
    ],
  };
}

function isValue(data: object): data is Value {
  return 'kind' in data && 'span' in data;
}

function entryOfPath(map: MapValue, path: string): boolean {
  return entryOf(map, path.split('.')[0] ?? '') !== undefined;
}
