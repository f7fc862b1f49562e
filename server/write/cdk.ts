/** Changes of the model → CDK code, through the same definitions that read it. */
import { enumMember, propOfProperty } from '../aws/cdk.ts';
import type { Resource, Template } from '../model/template.ts';
import { getPath, type ScalarValue, type Value } from '../model/value.ts';
import { cdkSourceOf } from '../read/cdk/index.ts';
import type { Instance } from '../read/cdk/instances.ts';
import type { Edit, Plain } from '../rules/rule.ts';
import { type Coder, classInFile, coderOf, enumCode, isPlaceholder, literal, unitCode } from './cdk/code.ts';
import { idiom } from './cdk/idioms.ts';
import { addItems, addProps, isL1, type NewProp } from './cdk/props.ts';
import type { Piece, TextChange, Writer } from './writer.ts';

export const writeCdk: Writer = (template, edits) => {
  const source = cdkSourceOf(template);
  if (!source) return undefined;
  const coder = coderOf(template, source);
  if (!coder) return undefined;
  const changes: TextChange[] = [];
  /** Props of one construct are added together. */
  const added = new Map<Instance, NewProp[]>();
  for (const edit of edits) {
    const instance = source.instanceAt(edit.resource.origin);
    if (!instance) return undefined;
    const made = change(template, coder, instance, edit);
    if (!made) return undefined;
    changes.push(...made.changes);
    if (made.props.length) added.set(instance, [...(added.get(instance) ?? []), ...made.props]);
  }
  for (const [instance, props] of added) {
    const made = addProps(coder, instance, props);
    if (!made) return undefined;
    changes.push(...made);
  }
  return changes.sort((a, b) => a.span.start - b.span.start);
};

interface Made {
  readonly changes: readonly TextChange[];
  readonly props: readonly NewProp[];
}

function change(template: Template, coder: Coder, instance: Instance, edit: Edit): Made | undefined {
  if (edit.kind === 'replace') return replaced(template, coder, edit.resource, edit.value, edit.by);
  // Maps inside lists and what L2 constructs make of props have no place of their own to write to.
  if (edit.kind === 'remove' || (edit.kind === 'set' && edit.within)) return undefined;
  const { resource, path } = edit;
  const own = idiom(coder, resource, instance, path.join('.'), edit.kind === 'set' ? [edit.to] : edit.items);
  if (own) return { changes: own, props: [] };
  if (edit.kind === 'append') {
    if (getPath(resource.properties, path.join('.')).kind !== 'absent') {
      return appended(coder, instance, path, edit.items);
    }
    return asProps(coder, instance, resource, path, edit.items);
  }
  const known = getPath(resource.properties, path.join('.'));
  if (known.kind === 'scalar' && isWritten(template, resource, known)) {
    return replaced(template, coder, resource, known, edit.to);
  }
  return known.kind === 'absent' || known.kind === 'scalar'
    ? asProps(coder, instance, resource, path, edit.to)
    : undefined;
}

/** Items at the end of the list that an L1 construct is given; other constructs have ways of their own. */
function appended(
  coder: Coder,
  instance: Instance,
  path: readonly string[],
  items: readonly Plain[],
): Made | undefined {
  if (!isL1(instance)) return undefined;
  const nameOf = (key: string): string => propOfProperty(instance.module, instance.className, key);
  const changes = addItems(
    coder,
    instance,
    path.map(nameOf),
    items.map((item) => literal(coder, item, nameOf)),
  );
  return changes && { changes, props: [] };
}

/** The props that set the property at `path`. */
function asProps(
  coder: Coder,
  instance: Instance,
  resource: Resource,
  path: readonly string[],
  to: Plain,
): Made | undefined {
  if (resource.construct?.primary === false) return undefined;
  if (isL1(instance)) {
    const nameOf = (key: string): string => propOfProperty(instance.module, instance.className, key);
    return { changes: [], props: [{ prop: path.map(nameOf).join('.'), code: literal(coder, to, nameOf) }] };
  }
  const props: NewProp[] = [];
  for (const [leaf, value] of leavesOf(path.join('.'), to)) {
    const prop = propOf(coder, instance, leaf, value);
    if (!prop) return undefined;
    props.push(prop);
  }
  return { changes: [], props };
}

/** The prop of an L2 construct that sets a property. */
function propOf(coder: Coder, instance: Instance, path: string, value: Plain): NewProp | undefined {
  for (const [prop, mapping] of Object.entries(instance.definition?.props ?? {})) {
    if (typeof mapping === 'string') {
      if (mapping === path) return { prop, code: literal(coder, value) };
      continue;
    }
    if (mapping.path === path) {
      const code = mappedCode(coder, mapping, value);
      return code && { prop, code };
    }
    // A prop that stands for a structure as a whole, such as the access log policy of a classic load balancer.
    if (!mapping.enum && !mapping.unit && !mapping.write && path.startsWith(`${mapping.path}.`)) {
      const below = path.slice(mapping.path.length + 1).split('.');
      const names = below.map((key) => propOfProperty(instance.module, `Cfn${instance.className}`, key));
      return { prop: [prop, ...names].join('.'), code: literal(coder, value) };
    }
  }
  return undefined;
}

function mappedCode(
  coder: Coder,
  mapping: {
    readonly write?: Readonly<Record<string, string>>;
    readonly enum?: string;
    readonly unit?: 'seconds' | 'gibibytes';
  },
  value: Plain,
): readonly Piece[] | undefined {
  if (mapping.enum) return enumCode(coder, mapping.enum, value);
  if (mapping.unit) return unitCode(coder, mapping.unit, value);
  const own = typeof value === 'object' ? undefined : mapping.write?.[String(value)];
  // Names of enum members that are no code by themselves are not written.
  return own === 'true' || own === 'false' ? [coder.dialect.constants[own]] : undefined;
}

function leavesOf(path: string, to: Plain): [path: string, value: Plain][] {
  if (typeof to !== 'object' || to === null || Array.isArray(to) || isPlaceholder(to)) return [[path, to]];
  return Object.entries(to as Readonly<Record<string, Plain>>).flatMap(([key, value]) =>
    leavesOf(`${path}.${key}`, value),
  );
}

/** Whether a scalar stands in the source as itself, not as a default of the construct. */
function isWritten(template: Template, resource: Resource, value: ScalarValue): boolean {
  const { typeSpan } = resource;
  if (value.span.start >= typeSpan.start && value.span.end <= typeSpan.end) return false;
  return template.text.length >= value.span.end + resource.origin;
}

/** Another scalar where `value` stands, written in the same way. */
function replaced(
  template: Template,
  coder: Coder,
  resource: Resource,
  value: Value,
  by: Plain,
): Made | undefined {
  if (value.kind !== 'scalar' || (typeof by === 'object' && by !== null && !isPlaceholder(by)))
    return undefined;
  const span = { start: value.span.start + resource.origin, end: value.span.end + resource.origin };
  const written = template.text.slice(span.start, span.end);
  const one = (pieces: readonly Piece[]): Made => ({ changes: [{ span, pieces }], props: [] });

  const unit = /^([\w.]*\b(?:Duration|Size))\.\w+\([^()]*\)$/.exec(written);
  if (unit?.[1] && (typeof by === 'number' || isPlaceholder(by))) {
    const method = unit[1].endsWith('Size') ? 'gibibytes' : 'seconds';
    return one([`${unit[1]}.${method}(`, ...literal(coder, by), ')']);
  }
  const peer = /^([\w.]*\bPeer)\.(?:anyIpv|any_ipv)[46]\(\)$/.exec(written);
  if (peer?.[1]) return one([`${peer[1]}.ipv4(`, ...literal(coder, by), ')']);
  if (/^(?:allowFromAnyIpv4|allow_from_any_ipv4)$/.test(written) && template.text[span.end] === '(') {
    const peers = classInFile(coder, 'aws-ec2', 'Peer');
    if (peers === undefined) return undefined;
    const opened = { start: span.start, end: span.end + 1 };
    const pieces = [`${coder.dialect.name('allowFrom')}(${peers}.ipv4(`, ...literal(coder, by), '), '];
    return { changes: [{ span: opened, pieces }], props: [] };
  }
  if (/^(?:'[^']*'|"[^"]*"|`[^`$]*`|-?[\d._]+|true|false|True|False)$/.test(written)) {
    const quote = written[0] ?? '';
    return one(literal(/['"`]/.test(quote) ? { ...coder, quote } : coder, by));
  }
  const place = template.placeAt(span.end);
  if (place?.kind !== 'enum' || place.value === undefined || !place.cdk?.member || typeof by !== 'string')
    return undefined;
  const { module, className, member } = place.cdk;
  const other = enumMember(module, className, by, member);
  return other === undefined ? undefined : { changes: [{ span: place.span, pieces: [other] }], props: [] };
}
