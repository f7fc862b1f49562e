/** New values in YAML's block style. */
import { isList, isMap, type Plain } from '../rules/plain.ts';
import { isNested } from './patch.ts';
import { scalarPieces } from './plain.ts';
import type { Piece } from './writer.ts';
import { shortFunction } from './yamlFunction.ts';
import { yamlScalar } from './yamlScalar.ts';
import type { YamlStyle } from './yamlStyle.ts';

/**
 * What follows `key:` for the value `plain`.
 * @param indent column of the key
 */
export function blockPieces(plain: Plain, indent: number, style: YamlStyle): readonly Piece[] {
  const isShort = style.shortFunctions && shortFunction(plain, String) !== undefined;
  if (!isNested(plain) || isShort) return [' ', ...inlinePieces(plain, indent, style)];
  const inner = isList(plain) && !style.indentedLists ? indent : indent + style.width;
  return [style.lineBreak + ' '.repeat(inner), ...inlinePieces(plain, inner, style)];
}

/**
 * `plain` from the place where the cursor is in its line.
 * @param indent column of that place
 */
export function inlinePieces(plain: Plain, indent: number, style: YamlStyle): readonly Piece[] {
  const newLine = style.lineBreak + ' '.repeat(indent);
  const short = style.shortFunctions
    ? shortFunction(plain, (text) => yamlScalar(text, style.quote, false))
    : undefined;
  if (short !== undefined) return [short];
  if (isList(plain)) {
    if (plain.length === 0) return ['[]'];
    return plain.flatMap((item, index) => [
      index > 0 ? `${newLine}- ` : '- ',
      ...inlinePieces(item, indent + 2, style),
    ]);
  }
  if (isMap(plain)) {
    const entries = Object.entries(plain);
    if (entries.length === 0) return ['{}'];
    return entries.flatMap(([key, value], index) => [
      `${index > 0 ? newLine : ''}${yamlScalar(key, style.quote, false)}:`,
      ...blockPieces(value, indent, style),
    ]);
  }
  return scalarPieces(plain, (value) => yamlScalar(value, style.quote, false));
}
