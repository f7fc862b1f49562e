/**
 * Paths of files as code puts them together: `path.join(__dirname, 'schema.graphql')`. Where a file is, only who asks
 * for its text has to know; to all others such a value is as unknown as what aws-cdk-lib makes of a call.
 */
import type { Value } from '../../model/value.ts';
import type { Span } from '../../text/span.ts';
import { addressOf, appSettings } from '../schemaFiles.ts';
import type { SourceFile } from './scopes.ts';
import type { CallExpression, Expression } from './syntax.ts';

const PATH = 'cdk:path';

/** @param address of a file or folder; the folder where the app runs is `.`, and others may count from there */
function pathValue(address: string | undefined, span: Span): Value | undefined {
  if (address === undefined) return undefined;
  return { kind: 'call', span, name: PATH, arguments: [{ kind: 'scalar', span, value: address }] };
}

function addressIn(value: Value | undefined): string | undefined {
  if (value?.kind !== 'call' || value.name !== PATH) return undefined;
  const [address] = value.arguments;
  return address?.kind === 'scalar' ? String(address.value) : undefined;
}

/** The value of a name that every file has: its own path, or its folder's. */
export function ownPath(name: string, { uri }: SourceFile, span: Span): Value | undefined {
  if (name === '__dirname') return pathValue(folderOf(uri), span);
  return name === '__file__' || name === '__filename' ? pathValue(uri, span) : undefined;
}

/** Functions, and members of a path, by what they give: the folder that it is in, what is below it, or itself. */
const toFolder = new Set(['dirname', 'parent']);
const below = new Set(['join', 'joinpath', 'resolve']);
const same = new Set(['str', 'Path', 'abspath', 'realpath', 'absolute']);
/** Those that give the folder where the app runs. */
const working = new Set(['process.cwd', 'os.getcwd']);

/** The path that a member is. @param object what it is a member of */
export function pathOfMember(member: string, object: () => Value, span: Span): Value | undefined {
  const address = toFolder.has(member) ? addressIn(object()) : undefined;
  return address === undefined ? undefined : pathValue(folderOf(address), span);
}

/** The path that a call gives. @param value of what is in it */
export function pathOfCall(
  { callee, arguments: passed }: CallExpression,
  value: (expression: Expression) => Value,
  span: Span,
): Value | undefined {
  const name = lastName(callee);
  const object = callee.kind === 'member' ? callee.object : undefined;
  if (object?.kind === 'name' && working.has(`${object.name}.${name}`)) return pathValue('.', span);
  if (name === undefined || (!toFolder.has(name) && !below.has(name) && !same.has(name))) return undefined;
  // A method of a path, or a function that is given one.
  const on = object && value(object);
  const given = passed.map(value);
  const [first, ...rest] = on && addressIn(on) !== undefined ? [on, ...given] : given;
  const isModule = lastName(object) === 'path';
  // Without a folder in front it counts from where the app runs.
  const address = isModule && first?.kind === 'scalar' ? String(first.value) : addressIn(first);
  if (address === undefined) return undefined;
  if (below.has(name)) return extended(address, rest, '/', span);
  return pathValue(toFolder.has(name) ? folderOf(address) : address, span);
}

function lastName(expression: Expression | undefined): string | undefined {
  if (expression?.kind === 'member') return expression.member;
  return expression?.kind === 'name' ? expression.name : undefined;
}

/** The path at `address` with names below it, each after `separator`; undefined where one is not known. */
function extended(
  address: string,
  names: readonly Value[],
  separator: string,
  span: Span,
): Value | undefined {
  const known = names.every((each) => each.kind === 'scalar' && typeof each.value === 'string');
  const written = names.map((each) => (each.kind === 'scalar' ? `${separator}${each.value}` : ''));
  return known ? pathValue(address + written.join(''), span) : undefined;
}

/** The path that an operator gives: text added to one, or in Python a name below it. */
export function pathOfOperation(operator: string, left: Value, right: Value, span: Span): Value | undefined {
  const address = addressIn(left);
  if (address === undefined || (operator !== '+' && operator !== '/')) return undefined;
  return extended(address, [right], operator === '/' ? '/' : '', span);
}

/** The path that a text with one at its beginning is. */
export function pathOfText([first, ...rest]: readonly Value[], span: Span): Value | undefined {
  const address = addressIn(first);
  return address === undefined ? undefined : extended(address, rest, '', span);
}

/** The folder that a file or folder is in; undefined where only the folder where the app runs would tell. */
function folderOf(address: string): string | undefined {
  const path = URL.canParse(address) ? new URL(address).href : address;
  const end = path.lastIndexOf('/');
  return end < 0 || path.endsWith('.') ? undefined : path.slice(0, end);
}

/**
 * The text of the file at a path, of those that are read with `file`; undefined where it is not among them, or from
 * which folder the path counts is not known: that of the `cdk.json` above the file.
 */
export function textAt(path: Value, file: SourceFile, others: readonly SourceFile[]): string | undefined {
  const given = path.kind === 'scalar' ? String(path.value) : addressIn(path);
  if (given === undefined) return undefined;
  const address = URL.canParse(given) ? new URL(given).href : fromApp(given, file, others);
  return others.find(({ uri }) => uri === address)?.text;
}

function fromApp(path: string, file: SourceFile, others: readonly SourceFile[]): string | undefined {
  const folders = others.flatMap(({ uri }) =>
    uri.endsWith(`/${appSettings}`) ? [uri.slice(0, -appSettings.length)] : [],
  );
  const around = folders.filter((each) => file.uri.startsWith(each));
  const nearest = around.reduce((found, each) => (each.length > found.length ? each : found), '');
  return nearest === '' ? undefined : addressOf(path, nearest);
}
