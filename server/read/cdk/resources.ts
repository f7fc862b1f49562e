/** Constructs → resources in CloudFormation's terms. */
import type { Comment, Construct, Resource } from '../../model/template.ts';
import type { MapValue } from '../../model/value.ts';
import { reached, settledCalls } from './conditions.ts';
import type { ConstructDefinition } from './constructs/definition.ts';
import { definitionOf } from './constructs/index.ts';
import { Draft, type Workshop } from './draft.ts';
import type { Evaluation } from './evaluate.ts';
import { type Instance, instancesOf, originOf } from './instances.ts';
import { type Made, type MadeConstruct, moveTo, newConstruct } from './kept.ts';
import { l1Value, settled } from './l1.ts';
import { guardsOf } from './runs.ts';
import type { Guard, SourceFile } from './scopes.ts';
import { callMethods, setProps } from './setProps.ts';

/**
 * Makes what the constructs of a program make.
 * @param kept what was made before and is the same still
 */
export function makeConstructs(evaluation: Evaluation, kept: ReadonlyMap<Instance, MadeConstruct>): Made {
  const constructs = new Map<string, MadeConstruct>();
  const instances = instancesOf(evaluation.instances);
  // What other files make matters to what this one makes, and to nothing else.
  if (!instances.some(({ call }) => call.site.file === evaluation.file)) return constructs;
  const conditions = new Map<Instance, Guard>();
  const drafts = new Map<string, Draft>();
  let isMissed = false;
  const constructOf = ({ id }: Instance): MadeConstruct => constructs.get(id) as MadeConstruct;
  const workshop: Workshop = {
    evaluation,
    drafts,
    add(draft) {
      drafts.set(draft.id, draft);
      constructOf(draft.instance).drafts.push(draft.id);
    },
    find(id, by) {
      const draft = drafts.get(id);
      if (!draft) {
        constructOf(by).isComplete = false;
        isMissed ||= [...kept.values()].some(({ drafts }) => drafts.includes(id));
      } else if (draft.instance !== by) {
        constructOf(by).met.add(draft.instance);
        constructOf(draft.instance).met.add(by);
      }
      return draft;
    },
    callsOn: (instance) => constructOf(instance).calls,
    visited: (instance) => constructOf(instance).visited,
  };
  for (const instance of instances) {
    const known = kept.get(instance);
    if (known) {
      const origin = originOf(instance);
      moveTo(origin, known, commentsOf(instance, origin));
      constructs.set(instance.id, known);
      continue;
    }
    const { call, run } = instance;
    const guards = guardsOf(call.site, run);
    const { never, maybe } = reached(evaluation, guards, run);
    if (never) continue;
    const calls = settledCalls(evaluation, instance);
    const isConditional = guards.length > 0 || instance.calls.some((each) => each.guards.length > 0);
    constructs.set(instance.id, newConstruct(instance, { calls, isConditional }));
    workshop.add(new Draft(workshop, instance));
    if (maybe[0]) conditions.set(instance, maybe[0]);
  }
  const main = [...drafts.values()].map((draft) => [draft, definitionFor(draft)] as const);
  for (const [draft, definition] of main) {
    if (definition) setProps(draft, definition);
    else if (draft.instance.className.startsWith('Cfn')) draft.properties = l1Properties(draft);
  }
  for (const [draft, definition] of main) definition?.make?.(draft);
  for (const [draft, definition] of main) if (definition) callMethods(draft, definition);
  // Something that is kept is to be changed.
  if (isMissed) return makeConstructs(evaluation, new Map());
  for (const [draft] of main) {
    const { instance } = draft;
    const construct = constructOf(instance);
    const origin = readOrigin(draft, conditions.get(instance));
    construct.resources = construct.drafts.flatMap((id) => {
      const each = drafts.get(id);
      return each?.type ? [resourceOf(each, origin)] : [];
    });
    construct.codes = construct.resources.map((each) => codeOf(each, instance));
  }
  return constructs;
}

/** All resources that the constructs of a program make, in source order, those of other files last. */
export function resourcesOf(made: Made, file: SourceFile): readonly Resource[] {
  const here: Resource[] = [];
  const elsewhere: Resource[] = [];
  // Those that one place in the code makes follow each other.
  const known = new Set<string>();
  let place = -1;
  for (const { instance, resources, codes } of made.values()) {
    const { file: own } = instance.call.site;
    for (const [index, resource] of resources.entries()) {
      if (own !== file) {
        elsewhere.push({ ...resource, elsewhere: own });
        continue;
      }
      if (resource.origin !== place) known.clear();
      place = resource.origin;
      const code = codes[index] ?? '';
      here.push(known.has(code) ? { ...resource, again: true } : resource);
      known.add(code);
    }
  }
  here.sort((a, b) => a.origin - b.origin);
  elsewhere.sort((a, b) => a.origin - b.origin);
  return [...here, ...elsewhere];
}

function definitionFor({ instance }: Draft): ConstructDefinition | undefined {
  return definitionOf(instance.module, instance.className);
}

/** What tells the places in the code apart that make resources of one construct, or of several that are made there. */
function codeOf({ id, type, typeSpan }: Resource, instance: Instance): string {
  const own = id.slice(instance.id.length).replace(/#\d+$/, '');
  return `${typeSpan.start} ${type} ${own}`;
}

/** What all resources of a construct have in common. */
type Origin = Pick<Resource, 'body' | 'condition' | 'comments'> & {
  readonly main: Construct;
  /** The same for the resources that are made with the main one. */
  readonly others: Construct;
};

/** The properties of an L1 construct: its props, called as CloudFormation does. */
function l1Properties(draft: Draft): MapValue {
  const { props } = draft;
  if (props.kind === 'map')
    return l1Value(props, draft.instance.module, draft.instance.className) as MapValue;
  return { kind: 'map', span: draft.span, entries: [], open: props.kind !== 'absent' };
}

function readOrigin(draft: Draft, guard: Guard | undefined): Origin {
  const { instance } = draft;
  const main: Construct = {
    module: instance.module,
    className: instance.className,
    variable: instance.variable,
    props: draft.props.kind === 'absent' ? undefined : draft.props,
    certain: instance.certain,
    primary: true,
  };
  return {
    body: { kind: 'map', span: draft.span, entries: [], open: true },
    condition: guard?.name === undefined ? undefined : guard.holds ? guard.name : `!${guard.name}`,
    comments: commentsOf(instance, draft.origin),
    main,
    others: { ...main, primary: false },
  };
}

function resourceOf(draft: Draft, { body, condition, comments, main, others }: Origin): Resource {
  return {
    id: draft.id,
    name: draft.name,
    type: draft.type,
    origin: draft.origin,
    span: draft.span,
    typeSpan: draft.typeSpan,
    nameSpan: draft.nameSpan,
    properties: settled(draft.properties) as MapValue,
    body,
    condition,
    comments,
    construct: draft.primary ? main : others,
  };
}

const noComments: readonly Comment[] = [];

/** The comments in the construct's statement and on the lines just before it. */
function commentsOf(instance: Instance, origin: number): readonly Comment[] {
  const { site } = instance.call;
  const above = site.body[site.index - 1]?.statement.kind;
  if (above !== 'comment' && site.statement.comments.length === 0) return noComments;
  const { text } = site.file;
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
