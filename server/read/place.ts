/** What the cursor is on in a template. */
import type { Place, Resource, Template } from '../model/template.ts';
import type { Entry, Value } from '../model/value.ts';
import { contains, type Span, shift } from '../text/span.ts';
import type { Declaration, DeclaredResource, Piece, Placed } from './declaration.ts';
import { toValue } from './intrinsics.ts';
import type { Globals } from './sam.ts';
import { child } from './syntax.ts';

/** A template whose pieces can be searched. */
interface Searchable extends Template {
  readonly sections: readonly Placed<Piece>[];
  readonly declarations: readonly Placed<Declaration>[];
  /** Undefined where it has none, or is not for SAM. */
  readonly globals: Globals | undefined;
}

/** Where a search stands: all that a `Place` takes over from around it. */
interface Context {
  readonly template: Searchable;
  /** Offset in the same count as the spans that are searched. */
  readonly at: number;
  /** Added to spans to count from the file's start. */
  readonly base: number;
  readonly resource: Resource | undefined;
  readonly type: string | undefined;
}

/** The place at `offset`, which counts from the file's start. */
export function placeIn(template: Searchable, offset: number): Place | undefined {
  for (const { piece, start } of template.declarations) {
    if (offset < start || offset > start + piece.text.length) continue;
    const resource = template.resources.get(piece.key) as DeclaredResource | undefined;
    // Of two with the same name only the last is a resource.
    if (!resource || resource.declaration !== piece) continue;
    const context: Context = { template, at: offset - start, base: start, resource, type: resource.type };
    const found = placeInResource(resource, context);
    if (found) return found;
  }
  return placeInSections(template, offset);
}

function placeInResource(resource: Resource, context: Context): Place | undefined {
  const { at } = context;
  if (contains(resource.nameSpan, at)) return place(context, resource.nameSpan, 'name');
  if (contains(resource.typeSpan, at)) return place(context, resource.typeSpan, 'type');
  const { body } = (resource as DeclaredResource).declaration.content();
  const entry = body.entries.find(({ value }) => contains(value.span, at));
  if (!entry) return undefined;
  if (entry.key === 'Properties') {
    return contains(entry.keySpan, at) ? undefined : inside(entry.value, [], context);
  }
  if (entry.key === 'DependsOn') return dependency(entry.value, context);
  return referenceAt(entry.value, context);
}

/** `Globals` hold properties; other sections are of interest where they refer to a resource. */
function placeInSections(template: Searchable, offset: number): Place | undefined {
  for (const { piece, start } of template.sections) {
    if (offset < start || offset > start + piece.text.length) continue;
    const node = child(piece.parsed().root, piece.key);
    if (!node) continue;
    const value = toValue(node, { text: piece.text, base: 0 });
    const context: Context = {
      template,
      at: offset - start,
      base: start,
      resource: undefined,
      type: undefined,
    };
    if (!contains(value.span, context.at)) continue;
    if (piece.key !== 'Globals' || !template.globals) return referenceAt(value, context);
    const kind =
      value.kind === 'map'
        ? value.entries.find((entry) => contains(entry.value.span, context.at))
        : undefined;
    if (!kind || contains(kind.keySpan, context.at)) return undefined;
    return inside(kind.value, [], { ...context, type: `AWS::Serverless::${kind.key}` });
  }
  return undefined;
}

/** The innermost place in a property's value. */
function inside(value: Value, path: readonly string[], context: Context): Place | undefined {
  const { at } = context;
  switch (value.kind) {
    case 'map': {
      const entry =
        value.entries.find((each) => contains(each.keySpan, at)) ?? entryAround(value.entries, at);
      if (!entry) return undefined;
      const below = [...path, entry.key];
      if (contains(entry.keySpan, at)) return { ...place(context, entry.keySpan, 'property'), path: below };
      return inside(entry.value, below, context);
    }
    case 'list': {
      const item = value.items.find((each) => contains(each.span, at));
      return item && inside(item, path, context);
    }
    case 'choice': {
      const chosen = value.alternatives.find((each) => contains(each.value.span, at));
      return chosen && inside(chosen.value, path, context);
    }
    case 'scalar':
      if (value.value === null) return undefined;
      return { ...place(context, value.span, 'value'), path, value: value.source ?? String(value.value) };
    default:
      return referenceAt(value, context);
  }
}

function entryAround(entries: readonly Entry[], at: number): Entry | undefined {
  return entries.find((entry) => contains(entry.value.span, at));
}

/** The resource that is referred to at the cursor, in or below `value`. */
function referenceAt(value: Value, context: Context): Place | undefined {
  if (!contains(value.span, context.at)) return undefined;
  switch (value.kind) {
    case 'reference':
      return resourceNamed(value.target, value.span, context, value.attribute);
    case 'map': {
      const entry = entryAround(value.entries, context.at);
      return entry && referenceAt(entry.value, context);
    }
    case 'list':
      return firstOf(value.items, context);
    case 'call':
      return firstOf(value.arguments, context);
    case 'choice':
      return firstOf(
        value.alternatives.map((each) => each.value),
        context,
      );
    default:
      return undefined;
  }
}

function firstOf(values: readonly Value[], context: Context): Place | undefined {
  for (const value of values) {
    const found = referenceAt(value, context);
    if (found) return found;
  }
  return undefined;
}

/** `DependsOn` names resources in plain text. */
function dependency(value: Value, context: Context): Place | undefined {
  if (value.kind === 'list') {
    const item = value.items.find((each) => contains(each.span, context.at));
    return item && dependency(item, context);
  }
  return value.kind === 'scalar' ? resourceNamed(String(value.value), value.span, context) : undefined;
}

function resourceNamed(name: string, at: Span, context: Context, attribute?: string): Place | undefined {
  const resource = context.template.resources.get(name);
  if (!resource) return undefined;
  const found = place({ ...context, resource, type: resource.type }, at, 'name');
  return attribute === undefined ? found : { ...found, attribute };
}

function place(context: Context, at: Span, kind: Place['kind']): Place {
  return {
    span: shift(at, context.base),
    kind,
    resource: context.resource,
    type: context.type,
    path: [],
    value: undefined,
    cdk: undefined,
  };
}
