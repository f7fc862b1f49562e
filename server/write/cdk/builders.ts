/** Adds props to builders, one call for each, in the style of the calls that are there. */
import type { Instance } from '../../read/cdk/instances.ts';
import type { ObjectExpression } from '../../read/cdk/syntax.ts';
import { lineBreak } from '../lines.ts';
import type { Piece, TextChange } from '../writer.ts';
import type { Coder } from './code.ts';
import { allProps, at, grouped, joined, type NewProp, splitProps } from './propCode.ts';

/** Makes a construct have these props besides those it has; undefined where its builder is told of them elsewhere. */
export function addCalls(
  coder: Coder,
  instance: Instance,
  props: readonly NewProp[],
): TextChange[] | undefined {
  const { expression, site } = instance.call;
  const [, id, given] = expression.arguments;
  if (given && given.kind !== 'object') return undefined;
  const { text } = coder;
  const { base } = site;
  const isBuilder = /\.\s*create\s*$/.test(
    text.slice(base + expression.start, base + expression.argumentsStart),
  );
  if (given && (!isBuilder || given.properties.length > 0)) return toBuilder(coder, instance, given, props);
  if (isBuilder) {
    const calls = grouped(coder, instance, props, 'calls');
    return calls && [{ span: at(base + expression.argumentsEnd), pieces: calls.flat() }];
  }
  const calls = joined(coder, instance, props, 'calls');
  const code = calls && allProps(coder, instance, calls);
  return id && code && [{ span: at(base + id.end), pieces: [', ', ...code] }];
}

/** Adds to a builder that is written as one chain of calls. */
export function toBuilder(
  coder: Coder,
  instance: Instance,
  object: ObjectExpression,
  props: readonly NewProp[],
): TextChange[] | undefined {
  const { text } = coder;
  const { base } = instance.call.site;
  const apart = object.properties.some((each) => each.kind === 'spread' || each.end > object.end);
  const split = apart ? undefined : splitProps(object, props);
  if (!split) return undefined;
  const changes: TextChange[] = [];
  for (const [known, below] of split.inside) {
    const inner = toBuilder(coder, instance, known, below);
    if (!inner) return undefined;
    changes.push(...inner);
  }
  const calls = grouped(coder, instance, split.direct, 'calls');
  if (!calls) return undefined;
  if (calls.length === 0) return changes;
  const last = object.properties.at(-1);
  const start = base + object.start;
  const opening = /^[\w.\s]*?\bbuilder\s*\(\s*\)/.exec(text.slice(start, base + object.end))?.[0].length;
  if (!last && opening === undefined) return undefined;
  const end = last ? base + last.end : start + (opening ?? 0);
  // One call a line, where the last one has a line of its own.
  const lineStart = last ? text.lastIndexOf('\n', base + last.start) + 1 : start;
  const indent = last ? /^[ \t]*(?=\.)/.exec(text.slice(lineStart))?.[0] : undefined;
  const newLine = indent === undefined ? '' : lineBreak(text) + indent;
  const rest = indent === undefined ? 0 : (coder.dialect.restOfLine.exec(text.slice(end))?.[0].length ?? 0);
  const pieces = calls.flatMap((call): Piece[] => [newLine, ...call]).filter((piece) => piece !== '');
  return [...changes, { span: at(end + rest), pieces }];
}
