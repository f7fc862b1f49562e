/** Reads Mermaid's flowcharts, as far as they can be drawn as they are meant. */
import type { Misunderstood } from './diagram.ts';
import { type Direction, type Edge, emptyGroup, type Graph, type Node } from './graph.ts';
import { claim, type Nesting, nestingOf } from './groups.ts';
import type { Line } from './lines.ts';

/** Mermaid's boxes, longer signs first, and as what they are drawn. */
const shapes: readonly (readonly [open: string, close: string, drawn?: readonly [string, string]])[] = [
  ['(((', ')))'],
  ['([', '])'],
  ['((', '))'],
  ['[[', ']]'],
  ['[(', ')]'],
  ['[/', '\\]'],
  ['[\\', '/]'],
  ['[/', '/]', ['[', ']']],
  ['[\\', '\\]', ['[', ']']],
  ['{{', '}}'],
  ['>', ']'],
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
];

const name = /[\p{L}\p{N}_]+(?:[-.][\p{L}\p{N}_]+)*/uy;
const cssClass = /:::[\w-]+/y;
/** Dashes, dots or equals signs with a head at the end, both ends or none. Longer ones only ask for more room. */
const link = /(<)?(?:(--+)(>|-)|(-\.+-)(>)?|(==+)(>|=)|(~~~+))/y;
const linkText = /\|([^|]*)\|/y;
/** `-- text -->` */
const linkAroundText =
  /(<)?(?:--\s*(?<solid>[^-\s](?:[^|]*?[^-\s])??)\s*--+(?:>|-)|==\s*(?<thick>[^=\s](?:[^|]*?[^=\s])??)\s*==+(?:>|=)|-\.\s*(?<dotted>[^.\s](?:[^|]*?[^.\s])??)\s*\.+-(?:>)?)/y;
/** Colours are the reader's theme's; a picture has nothing to click. */
const ignored = /^(?:classDef|class|style|linkStyle|click|direction)\s/;

/** @param lines start with the line that names the kind of diagram. */
export function readFlowchart(lines: readonly Line[]): Graph | Misunderstood {
  const [head, ...body] = lines;
  const direction = /^(?:graph|flowchart(?:-elk)?)(?:\s+(TD|TB|BT|LR|RL))?\s*;?$/.exec(head?.text ?? '');
  if (!head || !direction) return { line: head?.number ?? 1 };
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  const nesting = nestingOf();
  for (const { text, number } of body) {
    for (const statement of statementsOf(text)) {
      if (ignored.test(statement)) continue;
      if (!readNesting(statement, nesting) && !readChain(statement, nodes, edges, nesting))
        return { line: number };
    }
  }
  if (nesting.open.length > 1) return { line: lines.at(-1)?.number ?? 1 };
  const whole = claim(nesting, nodes);
  return { kind: 'flowchart', direction: directionOf(direction[1]), nodes, edges, whole };
}

/** `TD` is another name of `TB`. */
export function directionOf(text: string | undefined): Direction {
  return text === 'BT' || text === 'LR' || text === 'RL' ? text : 'TB';
}

/** Divided by semicolons, except in quotation marks. */
function statementsOf(line: string): string[] {
  return (line.match(/(?:"[^"]*"|[#&]\w{1,6};|[^;])+/g) ?? [])
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function readNesting(statement: string, { open }: Nesting): boolean {
  const subgraph = /^subgraph(?:\s+(.+))?$/.exec(statement);
  if (subgraph) {
    const written = subgraph[1] ?? '';
    const labelled = /^([^\s[\]"]+)\s*\[(.*)\]$/.exec(written);
    const key = labelled?.[1] ?? (written || `subgraph ${open.length}`);
    const group = emptyGroup(key, labelled?.[2] ?? written);
    open.at(-1)?.groups.push(group);
    open.push(group);
    return true;
  }
  if (statement === 'end' && open.length > 1) {
    open.pop();
    return true;
  }
  return false;
}

/** `a & b --> c -- text --> d`. False where anything in it is not understood. */
function readChain(text: string, nodes: Map<string, Node>, edges: Edge[], nesting: Nesting): boolean {
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found ?? undefined;
  };
  const skipSpace = (): void => {
    while (text[at] === ' ' || text[at] === '\t') at++;
  };

  const readNode = (): string | undefined => {
    const key = match(name)?.[0];
    // As in Mermaid, where it closes a subgraph wherever it stands.
    if (key === undefined || key === 'end') return undefined;
    const node = nodes.get(key) ?? { key, label: key, shape: ['[', ']'] as const };
    nodes.set(key, node);
    nesting.open.at(-1)?.nodes.add(key);
    const box = boxAt(text, at);
    if (box) {
      node.label = box.label;
      node.shape = box.shape;
      at = box.end;
    }
    match(cssClass);
    return key;
  };
  const readNodes = (): string[] | undefined => {
    const keys: string[] = [];
    do {
      skipSpace();
      const key = readNode();
      // As in Mermaid, where it closes a subgraph wherever it stands.
      if (key === undefined || key === 'end') return undefined;
      keys.push(key);
      skipSpace();
    } while (text[at] === '&' && ++at);
    return keys;
  };

  let from = readNodes();
  while (from && at < text.length) {
    const arrow = readArrow(match);
    // `--o` and `--x` have heads of their own.
    if (!arrow || /[ox]/.test(text[at] ?? '')) return false;
    const to = readNodes();
    if (!to || from.length * to.length > 100) return false;
    if (arrow.sign !== '')
      for (const one of from)
        for (const other of to) edges.push({ from: one, to: other, label: arrow.label, arrow: arrow.sign });
    from = to;
  }
  return from !== undefined;
}

/** An arrow with its text; an invisible one, which only keeps boxes apart, is empty. */
function readArrow(
  match: (pattern: RegExp) => RegExpExecArray | undefined,
): { readonly sign: string; readonly label: string } | undefined {
  const plain = match(link);
  if (plain) {
    const [, start = '', solid, solidEnd, dotted, dottedEnd, , thickEnd, invisible] = plain;
    if (invisible) return { sign: '', label: '' };
    const sign = solid
      ? solidEnd === '>'
        ? '-->'
        : '---'
      : dotted
        ? dottedEnd
          ? '-.->'
          : '-.-'
        : thickEnd === '>'
          ? '==>'
          : '===';
    // A head at the start alone has no sign of its own here.
    if (start && !sign.endsWith('>')) return undefined;
    return { sign: start + sign, label: match(linkText)?.[1] ?? '' };
  }
  const around = match(linkAroundText);
  if (!around?.groups) return undefined;
  const { solid, thick, dotted } = around.groups;
  const hasHead = around[0].endsWith('>');
  const start = around[1] ?? '';
  if (start && !hasHead) return undefined;
  const [withHead, without] =
    solid !== undefined ? ['-->', '---'] : thick !== undefined ? ['==>', '==='] : ['-.->', '-.-'];
  return { sign: start + (hasHead ? withHead : without), label: solid ?? thick ?? dotted ?? '' };
}

function boxAt(
  text: string,
  at: number,
): { readonly label: string; readonly shape: readonly [string, string]; readonly end: number } | undefined {
  for (const [open, close, drawn] of shapes) {
    if (!text.startsWith(open, at)) continue;
    const start = at + open.length;
    const quoted = /^\s*"[^"]*"\s*/.exec(text.slice(start))?.[0];
    const end = quoted === undefined ? text.indexOf(close, start) : start + quoted.length;
    if (end < start || !text.startsWith(close, end)) continue;
    const shape = drawn ?? ([open, close] as const);
    return { label: text.slice(start, end), shape, end: end + close.length };
  }
  return undefined;
}
