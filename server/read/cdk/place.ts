/** What the cursor is on in CDK source. */
import { enumValue, isEnum, typeOfClass } from '../../aws/cdk.ts';
import type { Place, Resource, Template } from '../../model/template.ts';
import type { Value } from '../../model/value.ts';
import { contains, type Span } from '../../text/span.ts';
import { definitionOf } from './constructs/index.ts';
import { type Instance, subjectsOf } from './instances.ts';
import { type LibraryName, libraryName } from './library.ts';
import type { Site } from './scopes.ts';
import type { CdkSource } from './source.ts';
import {
  type CallExpression,
  type Expression,
  expressionsOf,
  type MemberExpression,
  type Property,
  partsOf,
  unwrapped,
} from './syntax.ts';

/** The place at `offset`, or undefined where there is nothing of AWS. */
export function placeAt(template: Template, source: CdkSource, offset: number): Place | undefined {
  const site = siteAt(source, offset);
  if (!site) return undefined;
  const chain: Expression[] = [];
  descend(expressionsOf(site.statement), offset - site.base, chain);
  const finder = { template, source, site, chain, offset };
  const innermost = chain.at(-1);
  switch (innermost?.kind) {
    case 'name': {
      const named = libraryName(innermost, site.scope);
      return named?.names.length ? placeOfLibrary(finder, named, innermost) : placeOfValue(finder, innermost);
    }
    case 'member':
      return placeOfMember(finder, innermost);
    case 'object': {
      const property = innermost.properties.find(
        (each): each is Property =>
          each.kind === 'property' &&
          contains({ start: each.keyStart, end: each.keyEnd }, offset - site.base),
      );
      return property && placeOfProp(finder, property);
    }
    case 'literal':
      return placeOfLiteral(finder, innermost);
    default:
      return undefined;
  }
}

interface Finder {
  readonly template: Template;
  readonly source: CdkSource;
  readonly site: Site;
  /** The expressions around the cursor, outer first. */
  readonly chain: readonly Expression[];
  readonly offset: number;
}

/** The innermost statement at `offset`. */
function siteAt({ flow }: CdkSource, offset: number): Site | undefined {
  let found: Site | undefined;
  for (const site of flow.walked.sites) {
    if (offset < site.base || offset > site.base + site.statement.length) continue;
    // Inner statements come later; of two that touch, the one that starts at the cursor counts.
    if (!found || site.base >= found.base) found = site;
  }
  return found;
}

function descend(expressions: readonly Expression[], offset: number, chain: Expression[]): void {
  for (const expression of expressions) {
    // A call of the same name may hold several parts that touch: the last one that begins here counts.
    if (offset < expression.start || offset > expression.end || expression.end === 0) continue;
    const shorthand =
      expression.kind === 'object' &&
      expression.properties.some(
        (each) => each.kind === 'property' && each.start === each.value.start && contains(each, offset),
      );
    if (expression.kind !== 'wrapped') chain.push(expression);
    if (!shorthand) descend(partsOf(expression), offset, chain);
    return;
  }
}

function placeOfMember(finder: Finder, member: MemberExpression): Place | undefined {
  const { site, offset, source } = finder;
  const span = { start: member.memberStart, end: member.memberEnd };
  if (!contains(span, offset - site.base)) return undefined;
  const named = libraryName(member, site.scope);
  if (named) return named.names.length ? placeOfLibrary(finder, named, span) : undefined;
  const [subject] = subjectsOf(source.instances, { expression: member.object, site });
  if (!subject) return placeOfValue(finder, member);
  const { instance } = subject;
  const around = finder.chain.at(-2);
  const call = around?.kind === 'call' && around.callee === member ? around : undefined;
  const argument = call && firstMade(call, site);
  return {
    span: absolute(span, site),
    kind: call ? 'method' : 'prop',
    resource: resourceOf(finder, instance),
    type: instance.type || undefined,
    path: [],
    value: undefined,
    cdk: {
      module: instance.module,
      className: instance.className,
      member: member.member,
      ...(argument && { argument }),
    },
  };
}

/** What is made in the first argument of a call. */
function firstMade(call: CallExpression, site: Site): { module: string; className: string } | undefined {
  const [first] = call.arguments;
  const named = first?.kind === 'call' ? libraryName(first.callee, site.scope) : undefined;
  const [className] = named?.names ?? [];
  return named && className ? { module: named.module, className } : undefined;
}

/** A class, an enum member or a static method. */
function placeOfLibrary(finder: Finder, { module, names }: LibraryName, span: Span): Place | undefined {
  const [className = '', member] = names;
  if (!/^[A-Z]/.test(className)) return undefined;
  const here = {
    span: absolute(span, finder.site),
    cdk: { module, className, ...(member === undefined ? {} : { member }) },
  };
  if (member === undefined) {
    const call = finder.chain.findLast((each): each is CallExpression => each.kind === 'call');
    const instance = call && instanceOf(finder, call);
    const made = instance?.className === className ? instance : undefined;
    const type = made?.type || definitionOf(module, className)?.type || typeOfClass(module, className);
    const kind = isEnum(module, className) ? 'enum' : 'class';
    return { ...here, kind, resource: made && resourceOf(finder, made), type, path: [], value: undefined };
  }
  const value = enumValue(module, className, member);
  if (value === undefined) {
    return { ...here, kind: 'method', resource: undefined, type: undefined, path: [], value: undefined };
  }
  const within = propertyAt(finder);
  return {
    ...here,
    kind: 'enum',
    resource: within?.resource,
    type: within?.resource.type,
    path: within?.path ?? [],
    value,
  };
}

function placeOfProp(finder: Finder, property: Property): Place {
  const call = finder.chain.findLast((each): each is CallExpression => each.kind === 'call');
  const instance = call && (instanceOf(finder, call) ?? receiverOf(finder, call));
  const named = call && libraryName(call.callee, finder.site.scope);
  const within = propertyAt(finder);
  const module = instance?.module ?? named?.module;
  return {
    span: absolute({ start: property.keyStart, end: property.keyEnd }, finder.site),
    kind: 'prop',
    resource: within?.resource ?? (instance && resourceOf(finder, instance)),
    type: within?.resource.type ?? (instance?.type || undefined),
    path: within?.path ?? [],
    value: undefined,
    cdk:
      module === undefined
        ? undefined
        : { module, className: instance?.className ?? named?.names[0] ?? '', member: property.key },
  };
}

function placeOfLiteral(
  finder: Finder,
  literal: Extract<Expression, { kind: 'literal' }>,
): Place | undefined {
  const { value } = literal;
  if (typeof value === 'string' && /^AWS::\w+::\w+$/.test(value)) {
    const span = absolute({ start: literal.start + 1, end: literal.end - 1 }, finder.site);
    return { span, kind: 'type', resource: undefined, type: value, path: [], value, cdk: undefined };
  }
  const call = finder.chain.at(-2);
  if (call?.kind === 'call' && unwrapped(call.arguments[1]) === literal) {
    const instance = instanceOf(finder, call);
    if (instance) {
      const span = absolute(literal, finder.site);
      return {
        span,
        kind: 'name',
        resource: resourceOf(finder, instance),
        type: instance.type,
        path: [],
        value: undefined,
        cdk: { module: instance.module, className: instance.className },
      };
    }
  }
  const place = placeOfValue(finder, literal);
  // What a construct sets besides is shown at the literal that it follows from.
  return place?.value === String(value) ? place : (placeOfPropValue(finder, literal) ?? place);
}

/** A value of a prop that stands for no property of its own, such as one of `deployOptions`. */
function placeOfPropValue(
  finder: Finder,
  literal: Extract<Expression, { kind: 'literal' }>,
): Place | undefined {
  const around = finder.chain.at(-2);
  if (around?.kind !== 'object') return undefined;
  const property = around.properties.find(
    (each): each is Property => each.kind === 'property' && unwrapped(each.value) === literal,
  );
  if (!property) return undefined;
  const place = placeOfProp(finder, property);
  return { ...place, span: absolute(literal, finder.site), kind: 'value', value: String(literal.value) };
}

/** A value that is known to be the one of a property. */
function placeOfValue(finder: Finder, expression: Expression): Place | undefined {
  const within = propertyAt(finder);
  if (within?.value.kind !== 'scalar') return undefined;
  const { construct } = within.resource;
  return {
    span: absolute(expression, finder.site),
    kind: 'value',
    resource: within.resource,
    type: within.resource.type,
    path: within.path,
    value: String(within.value.value),
    cdk: construct && { module: construct.module, className: construct.className },
  };
}

function instanceOf({ source }: Finder, call: CallExpression): Instance | undefined {
  return source.instances.byCall.get(call)?.[0];
}

/** The construct that a method is called on. */
function receiverOf({ source, site }: Finder, { callee }: CallExpression): Instance | undefined {
  if (callee.kind !== 'member') return undefined;
  return subjectsOf(source.instances, { expression: callee.object, site })[0]?.instance;
}

function resourceOf({ template }: Finder, instance: Instance): Resource | undefined {
  return template.resources.get(instance.id);
}

interface Within {
  readonly resource: Resource;
  readonly path: readonly string[];
  readonly value: Value;
}

/** The innermost property whose key or value is at the cursor. */
function propertyAt({ template, offset }: Finder): Within | undefined {
  let best: Within | undefined;
  for (const resource of template.resources.values()) {
    if (resource.elsewhere) continue;
    const at = offset - resource.origin;
    const found = deepest(resource, resource.properties, at, []);
    if (found && found.path.length > (best?.path.length ?? 0)) best = found;
  }
  return best;
}

function deepest(resource: Resource, value: Value, at: number, path: readonly string[]): Within | undefined {
  switch (value.kind) {
    case 'map':
      for (const entry of value.entries) {
        // What another file says is no property here.
        if (entry.keySpan.elsewhere) continue;
        const inner = [...path, entry.key];
        const below = deepest(resource, entry.value, at, inner);
        if (below) return below;
        // What CDK sets by itself is shown at the class name, which is no property.
        const written = !overlaps(entry.keySpan, resource.typeSpan);
        if (written && contains(entry.keySpan, at)) return { resource, path: inner, value: entry.value };
      }
      return undefined;
    case 'list':
      for (const item of value.items) {
        const below = deepest(resource, item, at, path);
        if (below) return below;
      }
      return undefined;
    case 'choice':
      for (const { value: each } of value.alternatives) {
        const below = deepest(resource, each, at, path);
        if (below) return below;
      }
      return undefined;
    default:
      if (value.kind !== 'scalar' || path.length === 0) return undefined;
      if (overlaps(value.span, resource.typeSpan) || !contains(value.span, at)) return undefined;
      return { resource, path, value };
  }
}

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

function absolute(span: Span, site: Site): Span {
  return { start: span.start + site.base, end: span.end + site.base };
}
