/**
 * A diagram written down for the layout. The layout's own reading of Mermaid passes over what it does not know; a
 * picture with an arrow missing would lie. So what we have understood is written down in full, in the few forms that
 * it reads rightly, and names and labels of any kind become harmless on the way.
 */
import { leadingBack } from './cycles.ts';
import type { Direction, Graph, Group } from './graph.ts';
import { hiddenLabel, hiddenTitle } from './label.ts';

/** A diagram that is ready to be drawn. */
export interface Diagram {
  readonly title: string | undefined;
  /** How many boxes and arrows it has: what drawing it costs. */
  readonly size: number;
  /** For the layout. `direction` instead of the author's: a narrow column has no room for long rows. */
  write(direction?: Direction): Written;
  /** Undefined where turning it makes no sense. */
  readonly direction: Direction | undefined;
}

/** A diagram in the layout's words. */
export interface Written {
  readonly source: string;
  /** Arrows that are written the other way round, so that their heads belong at their starts. */
  readonly reversed: readonly WrittenEdge[];
  /** How boxes and groups are called in it, by their keys. */
  readonly names: ReadonlyMap<string, string>;
}

export interface WrittenEdge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
}

/** The line that was not understood, from 1. */
export interface Misunderstood {
  readonly line: number;
}

/** A graph in the layout's words. */
export function writeGraph(graph: Graph, direction: Direction): Written {
  const names = new Map<string, string>();
  const nameOf = (key: string): string => {
    const name = names.get(key) ?? `n${names.size}`;
    names.set(key, name);
    return name;
  };
  const isFlowchart = graph.kind === 'flowchart';
  const out: string[] = isFlowchart
    ? [`flowchart ${direction}`]
    : ['stateDiagram-v2', `direction ${direction}`];

  const writeGroup = (group: Group): void => {
    for (const key of group.nodes) {
      const node = graph.nodes.get(key);
      if (!node) continue;
      const label = hiddenLabel(node.label) || ' ';
      const [open, close] = node.shape;
      out.push(isFlowchart ? `${nameOf(key)}${open}${label}${close}` : `state "${label}" as ${nameOf(key)}`);
    }
    for (const inner of group.groups) {
      const label = hiddenTitle(inner.label) || ' ';
      out.push(
        isFlowchart
          ? `subgraph ${nameOf(inner.key)} [${label}]`
          : `state "${label}" as ${nameOf(inner.key)} {`,
      );
      writeGroup(inner);
      out.push(isFlowchart ? 'end' : '}');
    }
    for (const { state, isStart, label } of group.ends) {
      const [from, to] = isStart ? ['[*]', nameOf(state)] : [nameOf(state), '[*]'];
      out.push(`${from} --> ${to}${label ? `: ${hiddenLabel(label)}` : ''}`);
    }
  };
  writeGroup(graph.whole);

  const back = leadingBack(graph.nodes.keys(), graph.edges, graph.whole);
  const reversed: WrittenEdge[] = [];
  for (const edge of graph.edges) {
    const isBack = back.has(edge);
    const from = nameOf(isBack ? edge.to : edge.from);
    const to = nameOf(isBack ? edge.from : edge.to);
    const label = hiddenLabel(edge.label);
    if (isBack) reversed.push({ from, to, label: label.replaceAll('<br>', ' ') });
    if (isFlowchart) out.push(`${from} ${edge.arrow}${label ? `|${label}|` : ''} ${to}`);
    else out.push(`${from} --> ${to}${label ? `: ${label}` : ''}`);
  }
  return { source: out.join('\n'), reversed, names };
}
