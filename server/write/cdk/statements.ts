/** Statements beside the one that makes a construct. */
import type { Instance } from '../../read/cdk/instances.ts';
import { lineBreak } from '../lines.ts';
import type { Piece, TextChange } from '../writer.ts';
import type { Coder } from './code.ts';
import { at } from './propCode.ts';

/** A call on the construct, in a statement of its own after the one that makes it. */
export function callAfter(
  coder: Coder,
  instance: Instance,
  call: readonly Piece[],
): TextChange[] | undefined {
  if (instance.variable !== undefined) return statementAfter(coder, instance, [instance.variable, ...call]);
  // Nothing holds it: the call follows at once.
  const { expression, site } = instance.call;
  const alone = site.statement.kind === 'expression' && site.statement.value === expression;
  return alone ? [{ span: at(site.base + expression.end), pieces: call }] : undefined;
}

/** A statement after the one that makes the construct. */
export function statementAfter(
  coder: Coder,
  instance: Instance,
  code: readonly Piece[],
): TextChange[] | undefined {
  const place = placeOf(coder, instance);
  if (!place) return undefined;
  const { text, dialect } = coder;
  const end = place.start + instance.call.site.statement.length;
  const rest = dialect.restOfLine.exec(text.slice(end))?.[0].length ?? 0;
  return [{ span: at(end + rest), pieces: [place.newLine, ...code, place.semicolon] }];
}

/** A statement before the one that makes the construct. */
export function statementBefore(
  coder: Coder,
  instance: Instance,
  code: readonly Piece[],
): TextChange[] | undefined {
  const place = placeOf(coder, instance);
  return place && [{ span: at(place.start), pieces: [...code, place.semicolon, place.newLine] }];
}

interface StatementPlace {
  readonly start: number;
  /** A line break and the indentation of the statement. */
  readonly newLine: string;
  readonly semicolon: string;
}

/** Undefined where no other statement can stand beside the one that makes the construct. */
function placeOf({ text, dialect }: Coder, { call: { site } }: Instance): StatementPlace | undefined {
  if (site.statement.kind !== 'variables' && site.statement.kind !== 'expression') return undefined;
  // A variable that holds a builder holds no construct.
  const isBuilt = /\.\s*build\s*\(\s*\)\s*;?$|^(?![\s\S]*\.\s*create\s*\()/;
  if (dialect.props === 'calls' && !isBuilt.test(text.slice(site.base, site.base + site.statement.length)))
    return undefined;
  const lineStart = text.lastIndexOf('\n', site.base - 1) + 1;
  // What begins in the middle of a line may belong to a condition.
  if (dialect.props !== 'braces' && text.slice(lineStart, site.base).trim()) return undefined;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const semicolon = text[site.base + site.statement.length - 1] === ';' ? ';' : '';
  return { start: site.base, newLine: lineBreak(text) + indent, semicolon };
}
