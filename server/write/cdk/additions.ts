/** Constructs that a fix adds, and the code that refers to these and to others. */
import { classOfType } from '../../aws/cdk.ts';
import type { Template } from '../../model/template.ts';
import { definitionOf } from '../../read/cdk/constructs/index.ts';
import type { Instance } from '../../read/cdk/instances.ts';
import { functionOf, isList, isMap, type Plain, type PlainFunction } from '../../rules/plain.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Piece, TextChange } from '../writer.ts';
import { type Coder, literal } from './code.ts';
import { classInFile } from './imports.ts';
import { isL1, joined, type NewProp } from './propCode.ts';
import { type ConstructClass, propsFor } from './properties.ts';
import { statementAfter, statementBefore } from './statements.ts';

type Addition = Extract<Edit, { kind: 'add' }>;

/** How code refers to constructs. */
export interface References {
  /** The construct with an ID: a variable, or a new one where it is made. */
  construct(id: string): readonly Piece[] | undefined;
  /** The statements that make the constructs which are not made where they are used. */
  readonly changes: readonly TextChange[];
}

/**
 * Finds the code of all functions in `edits`, for `coder.functions`; undefined where one of them has none. A
 * construct that is used once is made where it is used, so that nothing needs a name or an order.
 */
export function resolveFunctions(
  template: Template,
  coder: Coder,
  edits: readonly Edit[],
): References | undefined {
  const additions = new Map(
    edits.flatMap((edit) => (edit.kind === 'add' ? [[edit.name, edit] as const] : [])),
  );
  const changes: TextChange[] = [];
  const made = new Map<string, readonly Piece[] | undefined>();

  const construct = (id: string): readonly Piece[] | undefined => {
    const addition = additions.get(id);
    const holder = addition ? undefined : instanceOf(template, coder, id)?.variable;
    if (!addition) return holder === undefined ? undefined : [holder];
    if (!made.has(id)) made.set(id, make(addition));
    return made.get(id);
  };

  const make = (addition: Addition): readonly Piece[] | undefined => {
    const served = coder.source.instanceAt(addition.resource.origin);
    // What a class of the program makes of its arguments is its own affair.
    if (!served || served.construction.call !== served.call) return undefined;
    const target = classFor(addition, served);
    if (!target || !resolve(addition.properties, isL1(target))) return undefined;
    const code = constructCode(coder, addition, served, target);
    const uses = usesOf(addition.name, edits);
    if (!code || uses === 1) return code;
    const name = freeVariable(coder, addition.name);
    const statement =
      uses === 0
        ? statementAfter(coder, served, code)
        : statementBefore(coder, served, coder.dialect.variable(name, code));
    if (!statement) return undefined;
    changes.push(...statement);
    return [name];
  };

  const classOfId = (id: string): ConstructClass | undefined => {
    const addition = additions.get(id);
    if (!addition) return instanceOf(template, coder, id);
    const served = coder.source.instanceAt(addition.resource.origin);
    return served && classFor(addition, served);
  };

  /** A text that the construct has: its `Ref` or an attribute. */
  const member = (id: string, attribute: string | undefined): readonly Piece[] | undefined => {
    const pseudo = /^AWS::(\w+)$/.exec(id)?.[1];
    if (pseudo !== undefined) {
      const aws = classInFile(coder, '', 'Aws');
      return aws === undefined
        ? undefined
        : [coder.dialect.members.constant(aws, constantCase(pseudo), 'class')];
    }
    const code = construct(id);
    const target = classOfId(id);
    const name = target && memberName(target, attribute);
    return code && name !== undefined ? coder.dialect.members.property(code, name) : undefined;
  };

  const codeOf = (made: PlainFunction, inL1: boolean): readonly Piece[] | undefined => {
    if (made.name === 'Fn::Sub') return interpolated(coder, made.text, member);
    const attribute = made.name === 'Ref' ? undefined : made.attribute;
    // L2 constructs are given constructs, not their names.
    return inL1 ? member(made.target, attribute) : construct(made.target);
  };

  const resolve = (plain: Plain, inL1: boolean): boolean => {
    const found = functionOf(plain);
    if (found) {
      const code = codeOf(found, inL1);
      if (code) coder.functions.set(plain, code);
      return code !== undefined;
    }
    const inside = isList(plain) ? plain : isMap(plain) ? Object.values(plain) : [];
    return inside.every((each) => resolve(each, inL1));
  };

  for (const edit of edits) {
    const instance = coder.source.instanceAt(edit.resource.origin);
    if (!instance) return undefined;
    if (edit.kind === 'add') {
      if (!construct(edit.name)) return undefined;
    } else if (!valuesOf(edit).every((plain) => resolve(plain, isL1(instance)))) {
      return undefined;
    }
  }
  return { construct, changes };
}

/** The construct that makes the resource with this ID as its main one. */
export function instanceOf(template: Template, coder: Coder, id: string): Instance | undefined {
  const resource = template.resources.get(id);
  if (!resource || resource.elsewhere || resource.construct?.primary === false) return undefined;
  return coder.source.instanceAt(resource.origin);
}

/** A high-level construct is served by one where there is one. */
function classFor({ type }: Addition, served: Instance): ConstructClass | undefined {
  const lowLevel = classOfType(type);
  if (!lowLevel) return undefined;
  const { module } = lowLevel;
  const className = type.slice(type.lastIndexOf('::') + 2);
  const definition = isL1(served) ? undefined : definitionOf(module, className);
  return definition?.type === type
    ? { module, className, definition }
    : { ...lowLevel, definition: undefined };
}

function constructCode(
  coder: Coder,
  { name, properties }: Addition,
  { call: { expression, site } }: Instance,
  target: ConstructClass,
): readonly Piece[] | undefined {
  const [scope] = expression.arguments;
  if (scope?.kind !== 'name' && scope?.kind !== 'member') return undefined;
  const props: NewProp[] = [];
  for (const [key, value] of Object.entries(properties)) {
    const own = propsFor(coder, target, [key], value);
    if (!own) return undefined;
    props.push(...own);
  }
  const parts = joined(coder, target, props, coder.dialect.props);
  const classCode = classInFile(coder, target.module, target.className);
  if (!parts || classCode === undefined) return undefined;
  const given = [[coder.text.slice(site.base + scope.start, site.base + scope.end)], literal(coder, name)];
  return coder.dialect.construct(classCode, given, props.length > 0 ? parts : undefined);
}

function memberName(
  { className, definition }: ConstructClass,
  attribute: string | undefined,
): string | undefined {
  if (isL1({ className })) return attribute === undefined ? 'ref' : `attr${attribute}`;
  const known = Object.entries(definition?.attributes ?? {});
  return known.find(([, read]) => read === (attribute ?? ''))?.[0];
}

/** `text` with the values of what it names in `${}`. */
function interpolated(
  coder: Coder,
  text: string,
  member: (id: string, attribute: string | undefined) => readonly Piece[] | undefined,
): readonly Piece[] | undefined {
  const parts: (string | { readonly code: readonly Piece[] })[] = [];
  // Every second part is the name between the braces.
  for (const [index, part] of text.split(/\$\{([^}]*)\}/).entries()) {
    if (index % 2 === 0) {
      if (part) parts.push(part);
      continue;
    }
    const dot = part.lastIndexOf('.');
    const code = dot < 0 ? member(part, undefined) : member(part.slice(0, dot), part.slice(dot + 1));
    if (!code) return undefined;
    parts.push({ code });
  }
  return coder.dialect.interpolated(parts, coder.quote);
}

function valuesOf(edit: Edit): readonly Plain[] {
  switch (edit.kind) {
    case 'replace':
      return [edit.by];
    case 'set':
      return [edit.to];
    case 'append':
      return edit.items;
    case 'add':
      return [edit.properties];
    default:
      return [];
  }
}

/** How often the edits use the construct that is added under this name. */
function usesOf(name: string, edits: readonly Edit[]): number {
  const inside = (plain: Plain): number => {
    const made = functionOf(plain);
    if (made?.name === 'Fn::Sub') return made.text.split(new RegExp(`\\$\\{${name}\\b`)).length - 1;
    if (made) return made.target === name ? 1 : 0;
    const values = isList(plain) ? plain : isMap(plain) ? Object.values(plain) : [];
    return values.reduce<number>((sum, each) => sum + inside(each), 0);
  };
  return edits.reduce((sum, edit) => {
    const depends = edit.kind === 'depend' && edit.on === name ? 1 : 0;
    return valuesOf(edit).reduce<number>((all, each) => all + inside(each), sum + depends);
  }, 0);
}

/** A variable for the construct `name`, called as nothing else in the file. */
function freeVariable({ text, dialect }: Coder, name: string): string {
  const own = dialect.variableName(name.charAt(0).toLowerCase() + name.slice(1));
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? own : `${own}${count}`;
    if (!new RegExp(`\\b${candidate}\\b`).test(text)) return candidate;
  }
}

function constantCase(name: string): string {
  return name.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
