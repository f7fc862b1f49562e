/** Props of L1 constructs → properties, whose names differ only in how they are capitalised. */
import { hasFreeKeys, propertyOfProp } from '../../aws/cdk.ts';
import type { Value } from '../../model/value.ts';

/** A value of an L1 prop with the keys in it as CloudFormation has them. */
export function l1Value(value: Value, module: string, className: string): Value {
  const inner = (each: Value): Value => l1Value(each, module, className);
  switch (value.kind) {
    case 'map':
      return {
        ...value,
        entries: value.entries.map((entry) => ({
          key: propertyOfProp(module, className, entry.key),
          keySpan: entry.keySpan,
          value: hasFreeKeys(module, entry.key) ? settled(entry.value) : inner(entry.value),
        })),
      };
    case 'list':
      return { ...value, items: value.items.map(inner) };
    case 'choice':
      return {
        ...value,
        alternatives: value.alternatives.map((each) => ({ ...each, value: inner(each.value) })),
      };
    default:
      return settled(value);
  }
}

/** What aws-cdk-lib makes of a call is unknown unless a definition says it. */
export function settled(value: Value): Value {
  return isSettled(value) ? value : settle(value);
}

function isSettled(value: Value): boolean {
  switch (value.kind) {
    case 'call':
      return !value.name.startsWith('cdk:') && value.arguments.every(isSettled);
    case 'list':
      return value.items.every(isSettled);
    case 'map':
      return value.entries.every((entry) => isSettled(entry.value));
    case 'choice':
      return value.alternatives.every((each) => isSettled(each.value));
    default:
      return true;
  }
}

function settle(value: Value): Value {
  switch (value.kind) {
    case 'call':
      if (value.name.startsWith('cdk:')) return { kind: 'unknown', span: value.span };
      return { ...value, arguments: value.arguments.map(settle) };
    case 'list':
      return { ...value, items: value.items.map(settle) };
    case 'map':
      return { ...value, entries: value.entries.map((entry) => ({ ...entry, value: settle(entry.value) })) };
    case 'choice':
      return {
        ...value,
        alternatives: value.alternatives.map((each) => ({ ...each, value: settle(each.value) })),
      };
    default:
      return value;
  }
}
