/** Constructs → resources in CloudFormation's terms. */
import type { Comment, Resource } from '../../model/template.ts';
import type { MapValue, Value } from '../../model/value.ts';
import type { ConstructDefinition } from './constructs/definition.ts';
import { Draft, type Workshop } from './draft.ts';
import type { Evaluation } from './evaluate.ts';
import type { Instance } from './instances.ts';
import { l1Value, settled } from './l1.ts';

/** The resources that the constructs of a file make, in source order. */
export function makeResources(evaluation: Evaluation): Resource[] {
  const drafts = new Map<string, Draft>();
  const instances = [...evaluation.instances.values()];
  const workshop: Workshop = {
    evaluation,
    drafts,
    instancesById: new Map(instances.map((instance) => [instance.id, instance])),
    add: (draft) => drafts.set(draft.id, draft),
  };
  for (const instance of instances) drafts.set(instance.id, new Draft(workshop, instance));
  const main = [...drafts.values()];
  for (const draft of main) {
    if (draft.instance.definition) setProps(draft, draft.instance.definition);
    else if (draft.instance.className.startsWith('Cfn')) draft.properties = l1Properties(draft);
  }
  for (const draft of main) draft.instance.definition?.make?.(draft);
  for (const draft of main) callMethods(draft);
  return [...drafts.values()]
    .filter((draft) => draft.type !== '')
    .sort((a, b) => a.origin - b.origin)
    .map((draft) => resourceOf(draft, evaluation));
}

/** Sets what the props of a definition set. */
function setProps(draft: Draft, definition: ConstructDefinition): void {
  for (const [prop, mapping] of Object.entries(definition.props ?? {})) {
    const path = typeof mapping === 'string' ? mapping : mapping.path;
    const entry = draft.propEntry(prop);
    const given = entry?.value ?? draft.prop(prop);
    const value = typeof mapping === 'string' ? settled(given) : mapping.read(given);
    if (value.kind !== 'absent' || entry) draft.set(path, settled(value), entry?.keySpan);
  }
  for (const [path, value] of Object.entries(definition.defaults ?? {})) {
    const known = draft.get(path);
    const notGiven = known.kind === 'absent' || !isSet(draft, path);
    if (notGiven && value !== undefined) draft.setData(path, value);
    else if (notGiven) draft.set(path, draft.unknown());
  }
  for (const mapping of Object.values(definition.props ?? {})) {
    const [top = ''] = (typeof mapping === 'string' ? mapping : mapping.path).split('.');
    if (!isSet(draft, top)) draft.set(top, draft.value(undefined));
  }
}

function isSet(draft: Draft, path: string): boolean {
  let map: Value = draft.properties;
  for (const key of path.split('.')) {
    const entry: Value | undefined =
      map.kind === 'map' ? map.entries.find((each) => each.key === key)?.value : undefined;
    if (!entry) return false;
    map = entry;
  }
  return true;
}

function callMethods(draft: Draft): void {
  const { definition, calls } = draft.instance;
  for (const call of calls) {
    const method =
      definition?.methods && Object.hasOwn(definition.methods, call.path)
        ? definition.methods[call.path]
        : undefined;
    method?.(draft, draft.passed(call));
  }
}

/** The properties of an L1 construct: its props, called as CloudFormation does. */
function l1Properties(draft: Draft): MapValue {
  const { props } = draft;
  if (props.kind === 'map')
    return l1Value(props, draft.instance.module, draft.instance.className) as MapValue;
  return { kind: 'map', span: draft.span, entries: [], open: props.kind !== 'absent' };
}

function resourceOf(draft: Draft, evaluation: Evaluation): Resource {
  const { instance } = draft;
  const guard = instance.call.site.guards.at(-1);
  return {
    id: draft.id,
    name: draft.name,
    type: draft.type,
    origin: draft.origin,
    span: draft.span,
    typeSpan: draft.typeSpan,
    nameSpan: draft.nameSpan,
    properties: settled(draft.properties) as MapValue,
    body: { kind: 'map', span: draft.span, entries: [], open: true },
    condition: guard?.name === undefined ? undefined : guard.holds ? guard.name : `!${guard.name}`,
    comments: commentsOf(instance, draft.origin, evaluation.text),
    construct: {
      module: instance.module,
      className: instance.className,
      variable: instance.variable,
      props: draft.props.kind === 'absent' ? undefined : draft.props,
      certain: instance.certain,
      primary: draft.primary,
    },
  };
}

/** The comments in the construct's statement and on the lines just before it. */
function commentsOf(instance: Instance, origin: number, text: string): Comment[] {
  const { site } = instance.call;
  const outer = site.base - (site.body[site.index]?.start ?? 0);
  const before: Comment[] = [];
  let end = site.base;
  for (let index = site.index - 1; index >= 0; index--) {
    const placed = site.body[index];
    if (placed?.statement.kind !== 'comment') break;
    const start = outer + placed.start;
    // After an empty line it speaks of something else.
    if (/\n\s*\n/.test(text.slice(start + placed.statement.length, end))) break;
    for (const comment of placed.statement.comments) before.unshift(moved(comment, start - origin));
    end = start;
  }
  return [...before, ...site.statement.comments.map((comment) => moved(comment, site.base - origin))];
}

function moved(comment: { start: number; end: number; text: string }, distance: number): Comment {
  return { span: { start: comment.start + distance, end: comment.end + distance }, text: comment.text };
}
