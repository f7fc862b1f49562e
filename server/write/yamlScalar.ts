/** Scalars as YAML writes them. */
import { stringify } from 'yaml';
import type { Scalar } from '../model/value.ts';

export type Quote = '"' | "'";

/**
 * `value` on one line. Texts that a YAML reader could take for something else are quoted.
 * @param inFlow whether it stands in brackets, where commas and brackets need quotes as well
 */
export function yamlScalar(value: Scalar, quote: Quote, inFlow: boolean): string {
  if (typeof value !== 'string') return String(value);
  return isPlain(value, inFlow) ? value : quoted(value, quote);
}

/** `value` in quotes. */
export function quoted(value: string, quote: Quote): string {
  // Only double quotes can hold line breaks and control characters.
  if (quote === '"' || /[\p{Cc}]/u.test(value)) return JSON.stringify(value);
  return `'${value.replaceAll("'", "''")}'`;
}

function isPlain(value: string, inFlow: boolean): boolean {
  if (/[\p{Cc}]/u.test(value) || (inFlow && /[,[\]{}]/.test(value))) return false;
  // YAML 1.1 has more words for true and false, and CloudFormation knows them.
  return stringify(value, { compat: 'yaml-1.1', lineWidth: 0 }) === `${value}\n`;
}
