/** The sections of a template beside its resources. */
import type { Parameter } from '../model/template.ts';
import type { MapValue, Value } from '../model/value.ts';
import { shift } from '../text/span.ts';
import { mapOf, toValue } from './intrinsics.ts';
import { child, type Source, type SyntaxNode, textOf } from './syntax.ts';

/** Reads the value of the `Parameters` section. Spans are moved by the source's base. */
export function parametersOf(
  section: SyntaxNode | undefined,
  source: Source,
): ReadonlyMap<string, Parameter> {
  const parameters = new Map<string, Parameter>();
  if (section?.kind !== 'map') return parameters;
  for (const { key, keySpan, value } of section.pairs) {
    const type = textOf(child(value, 'Type'));
    // A half-typed parameter is a parameter all the same: references to it are not to a resource.
    const fallback = child(value, 'Default');
    const allowed = child(value, 'AllowedValues');
    const allowedValue = allowed && toValue(allowed, source);
    parameters.set(key, {
      name: key,
      nameSpan: shift(keySpan, source.base),
      type: type ?? 'String',
      default: fallback && parameterDefault(toValue(fallback, source), type),
      allowedValues: allowedValue?.kind === 'list' && !allowedValue.open ? allowedValue.items : undefined,
      description: textOf(child(value, 'Description')),
    });
  }
  return parameters;
}

/** The default of a list parameter is written as one text with commas. */
function parameterDefault(value: Value, type: string | undefined): Value {
  const isList = type === 'CommaDelimitedList' || type?.startsWith('List<');
  if (!isList || value.kind !== 'scalar' || value.value === null) return value;
  const items = String(value.value)
    .split(',')
    .map((item): Value => ({ kind: 'scalar', span: value.span, value: item.trim() }));
  return { kind: 'list', span: value.span, items, open: false };
}

/** Reads the value of the `Mappings` section. */
export function mappingsOf(section: SyntaxNode | undefined, source: Source): MapValue | undefined {
  return section?.kind === 'map' ? mapOf(section, source) : undefined;
}

/** Whether the value of the `Transform` section names this macro. */
export function hasTransform(section: SyntaxNode | undefined, isWanted: (name: string) => boolean): boolean {
  const items = section?.kind === 'list' ? section.items : section ? [section] : [];
  return items.some((item) => isWanted(textOf(item) ?? ''));
}
