/** The text of a Guard file → its rules. */
import { NotTaken } from './notTaken.ts';
import { Scanner } from './scanner.ts';
import type {
  Body,
  Clause,
  Conjunction,
  Disjunction,
  GuardFile,
  GuardRule,
  Operand,
  Query,
  Step,
} from './syntax.ts';

const name = /[A-Za-z_][\w-]*/y;
const string = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'/y;
const number = /-?\d+(?:\.\d+)?(?![\w.])/y;
const unaryOperator = /(exists|empty|is_string|is_list|is_struct|is_bool|is_int|is_float|is_null)\b/iy;
const comparison = /==|!=|>=|<=|>|<(?!<)/y;

/** Deeper nesting is nobody's rule. */
const deepest = 50;

/**
 * Reads a Guard file.
 * @throws NotTaken where it is of a shape that is not known here
 */
export function parseGuard(text: string): GuardFile {
  const scanner = new Scanner(text);
  const variables = new Map<string, Operand>();
  const rules: GuardRule[] = [];
  while (!scanner.atEnd()) {
    const offset = scanner.offset;
    if (takeVariable(scanner, variables, 0)) continue;
    if (scanner.take(/rule\b/y) === undefined) {
      throw new NotTaken('syntax', offset);
    }
    const ruleName = scanner.expect(name);
    if (scanner.sees(/\(/y)) throw new NotTaken('parameters', scanner.offset);
    const conditions = scanner.take(/when\b/y) === undefined ? [] : conjunction(scanner, /\{/y, 0);
    rules.push({ name: ruleName, offset, conditions, body: block(scanner, 0) });
  }
  return { variables, rules, description: descriptionIn(text) };
}

function takeVariable(scanner: Scanner, variables: Map<string, Operand>, depth: number): boolean {
  if (scanner.take(/let\b/y) === undefined) return false;
  const variable = scanner.expect(name);
  scanner.expect(/:?=/y);
  variables.set(variable, operand(scanner, depth));
  return true;
}

function block(scanner: Scanner, depth: number): Body {
  if (depth > deepest) throw new NotTaken('syntax', scanner.offset);
  scanner.expect(/\{/y);
  const variables = new Map<string, Operand>();
  const messages: string[] = [];
  const clauses = conjunction(scanner, /\}/y, depth, variables, messages);
  scanner.expect(/\}/y);
  return { variables, clauses, message: messages[0] };
}

function conjunction(
  scanner: Scanner,
  end: RegExp,
  depth: number,
  variables: Map<string, Operand> = new Map(),
  messages: string[] = [],
): Conjunction {
  const all: Disjunction[] = [];
  while (!scanner.sees(end)) {
    if (scanner.atEnd()) throw new NotTaken('syntax', scanner.offset);
    if (takeVariable(scanner, variables, depth)) continue;
    const any: Clause[] = [];
    do any.push(clause(scanner, end, depth, messages));
    while (scanner.take(/or\b|OR\b|\|\|/y) !== undefined);
    all.push(any);
  }
  return all;
}

function clause(scanner: Scanner, end: RegExp, depth: number, messages: string[]): Clause {
  if (scanner.take(/when\b/y) !== undefined) {
    const conditions = conjunction(scanner, /\{/y, depth + 1);
    const body = block(scanner, depth + 1);
    note(messages, body.message);
    return { kind: 'when', conditions, body };
  }
  const denied = scanner.take(/(?:not|NOT)\b|!(?!=)/y) !== undefined;
  const found = query(scanner, depth);
  // Behind conditions, the brace begins what they are for.
  if (scanner.sees(/\{/y) && !scanner.sees(end)) {
    const body = block(scanner, depth + 1);
    note(messages, body.message);
    return { kind: 'block', query: found, body };
  }
  const negatedOperator = scanner.take(/(?:not|NOT)\b|!(?!=)/y) !== undefined;
  const negated = denied !== negatedOperator;
  const unary = scanner.take(unaryOperator)?.toLowerCase();
  if (unary !== undefined) {
    takeMessage(scanner, messages);
    return { kind: 'test', query: found, operator: unary, negated, operand: undefined };
  }
  const operator = scanner.take(comparison) ?? scanner.take(/(?:in|IN)\b/y)?.toLowerCase();
  if (operator === undefined) {
    const [only] = found.steps;
    if (found.steps.length === 1 && only?.kind === 'key') return { kind: 'rule', name: only.name };
    throw new NotTaken('syntax', scanner.offset);
  }
  const right = operand(scanner, depth);
  takeMessage(scanner, messages);
  const isNot = operator === '!=';
  return {
    kind: 'test',
    query: found,
    operator: isNot ? '==' : operator,
    negated: negated !== isNot,
    operand: right,
  };
}

function takeMessage(scanner: Scanner, messages: string[]): void {
  note(messages, scanner.take(/<<([\s\S]*?)>>/y));
}

function note(messages: string[], message: string | undefined): void {
  if (message?.trim()) messages.push(message.trim());
}

function query(scanner: Scanner, depth: number): Query {
  const some = scanner.take(/(?:some|SOME)\b/y) !== undefined;
  const steps: Step[] = [firstStep(scanner)];
  for (;;) {
    if (scanner.takeHere(/\.(?=[\w*%'"])/y) !== undefined) steps.push(keyStep(scanner));
    else if (scanner.takeHere(/[ \t]*\[\s*\*\s*\]/y) !== undefined) steps.push({ kind: 'every' });
    else if (scanner.takeHere(/[ \t]*\[/y) !== undefined) steps.push(bracketStep(scanner, depth));
    else return { some, steps };
  }
}

function firstStep(scanner: Scanner): Step {
  const start = scanner.offset;
  const step = scanner.sees(/[\w%'"*]/y) ? keyStep(scanner) : undefined;
  if (!step) throw new NotTaken('syntax', start);
  return step.kind === 'key' && step.name === 'this' ? { kind: 'other', text: 'this' } : step;
}

function keyStep(scanner: Scanner): Step {
  const variable = scanner.take(/%([A-Za-z_]\w*)/y);
  if (variable !== undefined) return { kind: 'variable', name: variable };
  if (scanner.take(/\*/y) !== undefined) return { kind: 'every' };
  const index = scanner.take(/\d+/y);
  if (index !== undefined) return { kind: 'other', text: index };
  const quoted = takeString(scanner);
  return { kind: 'key', name: quoted ?? scanner.expect(name) };
}

function bracketStep(scanner: Scanner, depth: number): Step {
  if (depth > deepest) throw new NotTaken('syntax', scanner.offset);
  const index = scanner.take(/(-?\d+)\s*\]/y);
  if (index !== undefined) return { kind: 'other', text: `[${index}]` };
  const keys = scanner.take(/keys\b[^\]]*\]/y);
  if (keys !== undefined) return { kind: 'other', text: `[${keys}` };
  const conditions = conjunction(scanner, /\]/y, depth + 1);
  scanner.expect(/\]/y);
  return { kind: 'filter', conditions };
}

function operand(scanner: Scanner, depth: number): Operand {
  if (depth > deepest) throw new NotTaken('syntax', scanner.offset);
  const pattern = scanner.take(/\/((?:[^/\\\n]|\\.)+)\//y);
  if (pattern !== undefined) return { kind: 'pattern', source: pattern.replaceAll('\\/', '/') };
  const text = takeString(scanner);
  if (text !== undefined) return { kind: 'scalar', value: text };
  const range = scanner.take(/r([[(]\s*-?[\d.]+\s*,\s*-?[\d.]+\s*[\])])/y);
  if (range !== undefined) return rangeOf(range);
  const digits = scanner.take(number);
  if (digits !== undefined) return { kind: 'scalar', value: Number(digits) };
  const constant = scanner.take(/(?:true|false|null)\b/iy)?.toLowerCase();
  if (constant !== undefined)
    return { kind: 'scalar', value: constant === 'null' ? null : constant === 'true' };
  if (scanner.take(/\[/y) !== undefined) return listOperand(scanner, depth);
  if (scanner.sees(/\{|[A-Za-z_]\w*\(/y)) {
    throw new NotTaken('functions', scanner.offset);
  }
  return { kind: 'query', query: query(scanner, depth) };
}

function listOperand(scanner: Scanner, depth: number): Operand {
  const items: Operand[] = [];
  while (scanner.take(/\]/y) === undefined) {
    items.push(operand(scanner, depth + 1));
    if (scanner.take(/,/y) === undefined && !scanner.sees(/\]/y)) {
      throw new NotTaken('syntax', scanner.offset);
    }
  }
  return { kind: 'list', items };
}

function rangeOf(text: string): Operand {
  const [from = 0, to = 0] = text
    .slice(1, -1)
    .split(',')
    .map((each) => Number(each));
  return { kind: 'range', from, to, includesFrom: text.startsWith('['), includesTo: text.endsWith(']') };
}

function takeString(scanner: Scanner): string | undefined {
  const taken = scanner.sees(string) ? scanner.take(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/y) : undefined;
  return taken?.slice(1, -1).replace(/\\(["'\\])/g, '$1');
}

/** The lines under `Description:` in the comments at the top, as one. */
function descriptionIn(text: string): string | undefined {
  const comments = /^(?:\s*#[^\n]*\n|\s*\n)*/.exec(text)?.[0] ?? '';
  const lines = comments.split('\n').map((line) => line.replace(/^\s*#+\s?/, '').trimEnd());
  const start = lines.findIndex((line) => /^\s*Description:/i.test(line));
  if (start < 0) return undefined;
  const end = lines.findIndex(
    (line, index) => index > start && (line.trim() === '' || /^[A-Z][\w ]*:/.test(line)),
  );
  const own = lines.slice(start, end < 0 ? undefined : end).join(' ');
  return (
    own
      .replace(/^\s*Description:/i, '')
      .replace(/\s+/g, ' ')
      .trim() || undefined
  );
}
