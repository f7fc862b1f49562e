/** Reads Mermaid's state diagrams, as far as they can be drawn as they are meant. */
import type { Misunderstood } from './diagram.ts';
import { directionOf } from './flowchart.ts';
import { type Direction, type Edge, emptyGroup, type Graph, type Node } from './graph.ts';
import { claim, nestingOf } from './groups.ts';
import type { Line } from './lines.ts';

const name = '[\\p{L}\\p{N}_]+(?:-[\\p{L}\\p{N}_]+)*';
const end = `\\[\\*\\]|${name}`;
const cssClass = '(?:\\s*:::[\\w-]+)?';
const transition = new RegExp(`^(${end})${cssClass}\\s*-->\\s*(${end})${cssClass}(?:\\s*:\\s*(.*))?$`, 'u');
const composite = new RegExp(`^state\\s+(?:"([^"]*)"\\s+as\\s+)?(${name})\\s*\\{$`, 'u');
const described = new RegExp(`^state\\s+"([^"]*)"\\s+as\\s+(${name})${cssClass}$`, 'u');
const labelled = new RegExp(`^(${name})${cssClass}\\s*:\\s*(.+)$`, 'u');
const alone = new RegExp(`^(?:state\\s+)?(${name})${cssClass}$`, 'u');
/** Colours are the reader's theme's. */
const ignored = /^(?:classDef\s|class\s|style\s|hide empty description$|scale\s)/;

/** @param lines start with the line that names the kind of diagram. */
export function readState(lines: readonly Line[]): Graph | Misunderstood {
  const [head, ...body] = lines;
  if (!head || !/^stateDiagram(?:-v2)?\s*;?$/.test(head.text)) return { line: head?.number ?? 1 };
  const nodes = new Map<string, Node>();
  const edges: Edge[] = [];
  const nesting = nestingOf();
  const { open } = nesting;
  let direction: Direction = 'TB';

  const state = (key: string, label?: string): void => {
    const node: Node = nodes.get(key) ?? { key, label: key, shape: ['(', ')'] };
    if (label !== undefined) node.label = label;
    nodes.set(key, node);
    open.at(-1)?.nodes.add(key);
  };

  for (const { text: line, number } of body) {
    const text = line.replace(/;$/, '').trim();
    if (text === '' || ignored.test(text)) continue;
    const turned = /^direction\s+(TD|TB|BT|LR|RL)$/.exec(text);
    const opens = composite.exec(text);
    const moves = transition.exec(text);
    const has = described.exec(text);
    const says = labelled.exec(text);
    const stands = alone.exec(text);
    if (turned) {
      if (open.length === 1) direction = directionOf(turned[1]);
    } else if (opens?.[2]) {
      const group = emptyGroup(opens[2], opens[1] ?? opens[2]);
      open.at(-1)?.groups.push(group);
      open.push(group);
    } else if (text === '}' && open.length > 1) open.pop();
    else if (moves) {
      const [, from = '', to = '', label = ''] = moves;
      if (from === '[*]' && to === '[*]') return { line: number };
      if (from !== '[*]') state(from);
      if (to !== '[*]') state(to);
      if (from === '[*]') open.at(-1)?.ends.push({ state: to, isStart: true, label });
      else if (to === '[*]') open.at(-1)?.ends.push({ state: from, isStart: false, label });
      else edges.push({ from, to, label, arrow: '-->' });
    } else if (has?.[2]) state(has[2], has[1]);
    else if (says?.[1]) state(says[1], says[2]);
    else if (stands?.[1] && !/^(?:note|end|fork|join)$/.test(stands[1])) state(stands[1]);
    else return { line: number };
  }
  if (open.length > 1) return { line: lines.at(-1)?.number ?? 1 };
  const whole = claim(nesting, nodes);
  return { kind: 'state', direction, nodes, edges, whole };
}
