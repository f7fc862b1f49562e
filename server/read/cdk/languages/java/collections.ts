/** How Java's library makes lists, maps and texts. */
import type { CallExpression, Expression, ObjectExpression, Property } from '../../syntax.ts';

type Make = (call: CallExpression) => Expression | undefined;

const listOf: Make = (call) => ({ ...at(call), kind: 'list', items: call.arguments });

/** `Map.of("a", 1, "b", 2)`. */
const mapOf: Make = (call) => {
  const pairs: [key: Expression, value: Expression][] = [];
  for (let index = 0; index + 1 < call.arguments.length; index += 2) {
    const [key, value] = call.arguments.slice(index);
    if (key && value) pairs.push([key, value]);
  }
  return objectOf(call, pairs);
};

/** `Map.ofEntries(Map.entry("a", 1))`. */
const mapOfEntries: Make = (call) => {
  const pairs = call.arguments.map((each): [Expression, Expression] | undefined => {
    if (each.kind !== 'call' || !/^(?:entry|SimpleEntry)$/.test(calledName(each) ?? '')) return undefined;
    const [key, value] = each.arguments;
    return key && value && [key, value];
  });
  return pairs.every((each) => each !== undefined) ? objectOf(call, pairs) : undefined;
};

/** What changes nothing about what it is given. */
const same: Make = ({ arguments: [first] }) => first;

/** `Objects.requireNonNullElse(value, otherwise)`. */
const otherwise: Make = (call) => {
  const [value, other] = call.arguments;
  return value && other && { ...at(call), kind: 'fallback', value, otherwise: other, falsy: false };
};

const statics: Readonly<Record<string, Make>> = {
  'List.of': listOf,
  'List.copyOf': same,
  'Arrays.asList': listOf,
  'Set.of': listOf,
  'Stream.of': listOf,
  'ImmutableList.of': listOf,
  'Collections.singletonList': listOf,
  'Collections.singleton': listOf,
  'Collections.emptyList': listOf,
  'Collections.emptyMap': (call) => objectOf(call, []),
  'Collections.unmodifiableList': same,
  'Collections.unmodifiableMap': same,
  'Collections.singletonMap': mapOf,
  'Map.of': mapOf,
  'Map.copyOf': same,
  'Map.ofEntries': mapOfEntries,
  'ImmutableMap.of': mapOf,
  'Optional.of': same,
  'Optional.ofNullable': same,
  'Objects.requireNonNull': same,
  'Objects.requireNonNullElse': otherwise,
  'Integer.valueOf': same,
  'Long.valueOf': same,
  'Boolean.valueOf': same,
  'String.valueOf': (call) => ({ ...at(call), kind: 'template', parts: call.arguments }),
  'String.format': (call) => formatted(call, call.arguments),
};

/** Methods that give the same list, text or value again. */
const unchanged: ReadonlySet<string> = new Set(['stream', 'toList', 'intValue', 'get', 'orElseThrow']);
/** Collectors that make a list of what there is. */
const collectors: ReadonlySet<string> = new Set(['toList', 'toUnmodifiableList', 'toSet']);

/** What a call of Java's own library gives, in the terms of every language; undefined for all other calls. */
export function libraryValue(call: CallExpression): Expression | undefined {
  const { callee } = call;
  if (callee.kind !== 'member') return undefined;
  const { object, member } = callee;
  const [first] = call.arguments;
  if (object.kind === 'name') {
    const make = statics[`${object.name}.${member}`];
    if (make) return make(call);
    // Static imports of `Map.entry` and the like are called without the class, as methods of the file are.
    if (object.name === 'this' || object.name === 'Collectors') return undefined;
  }
  if (unchanged.has(member) && call.arguments.length === 0) return object;
  if (member === 'collect' && first?.kind === 'call' && collectors.has(calledName(first) ?? ''))
    return object;
  if (member === 'get' && first && call.arguments.length === 1)
    return { ...at(call), kind: 'element', object, index: first };
  if (member === 'getOrDefault' && first) {
    const value: Expression = { ...at(call), kind: 'element', object, index: first };
    return otherwise({ ...call, arguments: [value, ...call.arguments.slice(1)] });
  }
  if (member === 'orElse' && first) return otherwise({ ...call, arguments: [object, first] });
  if (member === 'formatted') return formatted(call, [object, ...call.arguments]);
  if (member === 'concat') return { ...at(call), kind: 'template', parts: [object, ...call.arguments] };
  return undefined;
}

/** A text with what stands for `%s` and `%d` in it; other formats are not followed. */
function formatted(call: CallExpression, [format, ...given]: readonly Expression[]): Expression | undefined {
  if (format?.kind !== 'literal' || typeof format.value !== 'string') return undefined;
  const texts = format.value.split(/%[sd]/);
  if (texts.length !== given.length + 1 || texts.some((text) => text.replaceAll('%%', '').includes('%')))
    return undefined;
  const parts = texts.flatMap((text, index): Expression[] => {
    const literal: Expression = { ...at(format), kind: 'literal', value: text.replaceAll('%%', '%') };
    const next = given[index];
    return next ? [literal, next] : [literal];
  });
  return { ...at(call), kind: 'template', parts };
}

/** A map; its keys must be texts that are written as such. */
export function objectOf(
  where: Expression,
  pairs: readonly (readonly [key: Expression, value: Expression])[],
): ObjectExpression {
  let open = false;
  const properties = pairs.map(([key, value]): ObjectExpression['properties'][number] => {
    if (key.kind !== 'literal' || key.value === null) {
      open = true;
      const parts: readonly Expression[] = [key, value];
      const unknown: Expression = { start: key.start, end: value.end, kind: 'other', parts };
      return { start: key.start, end: value.end, kind: 'spread', value: unknown };
    }
    const property: Property = {
      start: key.start,
      end: value.end,
      kind: 'property',
      key: String(key.value),
      keyStart: key.start,
      keyEnd: key.end,
      value,
    };
    return property;
  });
  return { ...at(where), kind: 'object', properties, open };
}

function calledName({ callee }: CallExpression): string | undefined {
  if (callee.kind === 'member') return callee.member;
  return callee.kind === 'name' ? callee.name.split('.').at(-1) : undefined;
}

function at({ start, end }: Expression): { start: number; end: number } {
  return { start, end };
}
