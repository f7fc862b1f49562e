/** Changes of the model → CDK code, through the same definitions that read it. */
import { enumMember, enumValue } from '../aws/cdk.ts';
import { absoluteSpan, type Resource, type Template } from '../model/template.ts';
import { getPath, type MapValue, type ScalarValue, type Value } from '../model/value.ts';
import { cdkSourceOf } from '../read/cdk/index.ts';
import type { Instance } from '../read/cdk/instances.ts';
import { isPlaceholder, type Plain } from '../rules/plain.ts';
import type { Edit } from '../rules/rule.ts';
import { instanceOf, type References, resolveFunctions } from './cdk/additions.ts';
import { type Coder, coderOf, isWritable, l1Naming, literal, plainLiteral } from './cdk/code.ts';
import { idiom } from './cdk/idioms.ts';
import { classInFile, importChanges } from './cdk/imports.ts';
import { isL1, type NewProp } from './cdk/propCode.ts';
import { propsFor } from './cdk/properties.ts';
import { addItems, addProps, addPropsInside } from './cdk/props.ts';
import { removePart } from './cdk/remove.ts';
import { statementAfter } from './cdk/statements.ts';
import type { Piece, TextChange, Writer } from './writer.ts';

export const writeCdk: Writer = (template, edits) => {
  const source = cdkSourceOf(template);
  if (!source || edits.some(({ resource }) => resource.elsewhere)) return undefined;
  const coder = coderOf(template, source);
  if (!coder) return undefined;
  const references = resolveFunctions(template, coder, edits);
  if (!references) return undefined;
  const changes: TextChange[] = [];
  /** Props of one construct are added together. */
  const added = new Map<Instance, NewProp[]>();
  for (const edit of edits) {
    const instance = source.instanceAt(edit.resource.origin);
    if (!instance) return undefined;
    if (edit.kind === 'add') continue;
    const made =
      edit.kind === 'depend'
        ? dependency(template, coder, references, edit)
        : change(template, coder, instance, edit);
    if (!made) return undefined;
    changes.push(...made.changes);
    if (made.props.length) added.set(instance, [...(added.get(instance) ?? []), ...made.props]);
  }
  for (const [instance, props] of added) {
    const made = addProps(coder, instance, props);
    if (!made) return undefined;
    changes.push(...made);
  }
  const imports = importChanges(coder);
  return (
    imports && [...imports, ...references.changes, ...changes].sort((a, b) => a.span.start - b.span.start)
  );
};

interface Made {
  readonly changes: readonly TextChange[];
  readonly props: readonly NewProp[];
}

function change(
  template: Template,
  coder: Coder,
  instance: Instance,
  edit: Exclude<Edit, { kind: 'add' | 'depend' }>,
): Made | undefined {
  if (edit.kind === 'replace') return replaced(template, coder, edit.resource, edit.value, edit.by);
  // What a class of the program makes of its arguments is its own affair.
  if (instance.construction.call !== instance.call) return undefined;
  if (edit.kind === 'remove') {
    const changes = removePart(coder.text, instance, edit.resource, edit.within, edit.key);
    return changes && { changes, props: [] };
  }
  if (edit.kind === 'set' && edit.within) return inside(coder, instance, edit.resource, edit.within, edit);
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
  if (known.kind === 'reference' && isL1(instance)) {
    const span = absoluteSpan(resource, known.span);
    return { changes: [{ span, pieces: literal(coder, edit.to) }], props: [] };
  }
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
  const naming = l1Naming(instance);
  const below = path.reduce((each, key) => each.below(key), naming);
  if (!items.every((item) => isWritable(coder, item, below))) return undefined;
  const changes = addItems(
    coder,
    instance,
    path.map(naming.name),
    items.map((item) => literal(coder, item, below)),
  );
  return changes && { changes, props: [] };
}

/** Props of a map in a list; what L2 constructs make of their props has no place of its own to write to. */
function inside(
  coder: Coder,
  instance: Instance,
  { origin }: Resource,
  { span }: MapValue,
  { path, to }: { readonly path: readonly string[]; readonly to: Plain },
): Made | undefined {
  const props = isL1(instance) ? propsFor(coder, instance, path, to) : undefined;
  const changes = props && addPropsInside(coder, instance, span.start + origin, props);
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
  const props = propsFor(coder, instance, path, to);
  return props && { changes: [], props };
}

/** `resource` waits for another one, after both are made. */
function dependency(
  template: Template,
  coder: Coder,
  { construct }: References,
  { resource, on }: Extract<Edit, { kind: 'depend' }>,
): Made | undefined {
  const instance = instanceOf(template, coder, resource.id);
  const code = construct(on);
  if (!code || instance?.variable === undefined) return undefined;
  const other = instanceOf(template, coder, on);
  const { base, scope } = instance.call.site;
  const isLater = other !== undefined && other.call.site.base > base;
  if (isLater && other.call.site.scope !== scope) return undefined;
  const { call, property } = coder.dialect.members;
  const statement = call(property([instance.variable], 'node'), 'addDependency', [code]);
  const changes = statementAfter(coder, isLater ? other : instance, statement);
  return changes && { changes, props: [] };
}

/** Whether a scalar stands in the source as itself, not as a default of the construct. */
function isWritten(template: Template, resource: Resource, value: ScalarValue): boolean {
  const { typeSpan } = resource;
  if (value.span.start >= typeSpan.start && value.span.end <= typeSpan.end) return false;
  return template.text.length >= value.span.end + resource.origin;
}

/** The member of an enum that the definition of a construct has for a property's value: `S3_MANAGED` for `AES256`. */
function memberFor(
  coder: Coder,
  { origin }: Resource,
  module: string,
  className: string,
  value: string,
): string | undefined {
  const props = coder.source.instanceAt(origin)?.definition?.props ?? {};
  return Object.values(props)
    .flatMap((mappings) => [mappings].flat().map((mapping) => mapping.write?.[value]))
    .find((member) => member !== undefined && enumValue(module, className, member) !== undefined);
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
  const span = absoluteSpan(resource, value.span);
  const written = template.text.slice(span.start, span.end);
  const { name, members, wrapped } = coder.dialect;
  const one = (pieces: readonly Piece[]): Made => ({ changes: [{ span, pieces }], props: [] });

  const unit = /^([\w.]*\b(?:Duration|Size))[._]\w+\((?:[^()]|\([^()]*\))*\)$/.exec(written);
  if (unit?.[1] && (typeof by === 'number' || isPlaceholder(by))) {
    const method = unit[1].endsWith('Size') ? 'gibibytes' : 'seconds';
    return one(members.staticCall(unit[1], method, [literal(coder, by)]));
  }
  const peer = /^([\w.]*\bPeer)[._](?:[aA]nyIpv|any_ipv)[46]\(\)$/.exec(written);
  if (peer?.[1]) return one(members.staticCall(peer[1], 'ipv4', [literal(coder, by)]));
  if (written === name('allowFromAnyIpv4') && template.text[span.end] === '(') {
    const peers = classInFile(coder, 'aws-ec2', 'Peer');
    if (peers === undefined) return undefined;
    const opened = { start: span.start, end: span.end + 1 };
    const from = members.staticCall(peers, 'ipv4', [literal(coder, by)]);
    const pieces = [`${name('allowFrom')}(`, ...from, ', '];
    return { changes: [{ span: opened, pieces }], props: [] };
  }
  const inner = wrapped?.exec(written)?.[1];
  if (/^(?:'[^']*'|"[^"]*"|`[^`$]*`|-?[\d._]+|true|false|True|False)$/.test(inner ?? written)) {
    if (inner !== undefined) return one(literal(coder, by));
    const quote = written[0] ?? '';
    return one(plainLiteral(/['"`]/.test(quote) ? { ...coder, quote } : coder, by));
  }
  const place = template.placeAt(span.end);
  if (place?.kind !== 'enum' || place.value === undefined || !place.cdk?.member || typeof by !== 'string')
    return undefined;
  const { module, className, member } = place.cdk;
  const other =
    enumMember(module, className, by, member) ?? memberFor(coder, resource, module, className, by);
  return other === undefined ? undefined : { changes: [{ span: place.span, pieces: [other] }], props: [] };
}
