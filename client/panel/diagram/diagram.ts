/**
 * What a diagram shows, and that written down for the layout. The layout's own reading of Mermaid passes over what it
 * does not know; a picture with an arrow missing would lie. So what we have understood is written down in full, in the
 * few forms that it reads rightly, and names and labels of any kind become harmless on the way.
 */
import { leadingBack } from './cycles.ts';
import { hiddenLabel, hiddenTitle } from './label.ts';

export type Direction = 'TB' | 'BT' | 'LR' | 'RL';

/** A box with its label between Mermaid's signs, as in `([` and `])`. */
export interface Node {
  readonly key: string;
  label: string;
  shape: readonly [open: string, close: string];
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly label: string;
  /** As in `-->` or `<-.->`. */
  readonly arrow: string;
}

/** A subgraph or a composite state; the outermost one is the diagram. */
export interface Group {
  readonly key: string;
  label: string;
  readonly nodes: Set<string>;
  readonly groups: Group[];
  /** Of a state diagram: from the start, or to the end, of this very group. */
  readonly ends: { readonly state: string; readonly isStart: boolean; readonly label: string }[];
}

export interface Graph {
  readonly kind: 'flowchart' | 'state';
  readonly direction: Direction;
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  readonly whole: Group;
}

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

export function emptyGroup(key: string, label: string): Group {
  return { key, label, nodes: new Set(), groups: [], ends: [] };
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
  return { source: out.join('\n'), reversed };
}

/** How many boxes and arrows a graph has. */
export function sizeOf({ nodes, edges, whole }: Graph): number {
  const inside = (group: Group): number =>
    group.ends.length + group.groups.reduce((sum, inner) => sum + 1 + inside(inner), 0);
  return nodes.size + edges.length + inside(whole);
}
