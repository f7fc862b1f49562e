/** Enum members, durations and sizes. */
import { enumMember } from '../../aws/cdk.ts';
import { seconds } from '../../read/cdk/operations.ts';
import { isPlaceholder, type Plain } from '../../rules/plain.ts';
import type { Piece } from '../writer.ts';
import { type Coder, literal } from './code.ts';
import { classInFile } from './imports.ts';

/** An enum member with this value, as this file writes it. */
export function enumCode(coder: Coder, qualified: string, value: Plain): Piece[] | undefined {
  const dot = qualified.lastIndexOf('.');
  const [module, name] = [qualified.slice(0, dot), qualified.slice(dot + 1)];
  const member = typeof value === 'string' ? enumMember(module, name, value) : undefined;
  const inFile = member === undefined ? undefined : classInFile(coder, module, name);
  if (inFile === undefined || member === undefined) return undefined;
  return [coder.dialect.members.constant(inFile, member, 'enum')];
}

/** A `Duration` or a `Size` of so many of a unit. */
export function unitCode(coder: Coder, unit: string, value: Plain): Piece[] | undefined {
  if (typeof value !== 'number' && !isPlaceholder(value)) return undefined;
  const inFile = classInFile(coder, '', Object.hasOwn(seconds, unit) ? 'Duration' : 'Size');
  if (inFile === undefined) return undefined;
  // Whole days are written as such.
  const days = unit === 'seconds' && typeof value === 'number' ? value / 86_400 : 0;
  const { staticCall } = coder.dialect.members;
  const isDays = days >= 1 && Number.isInteger(days);
  return [...staticCall(inFile, isDays ? 'days' : unit, [literal(coder, isDays ? days : value)])];
}
