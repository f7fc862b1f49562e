/** What a flowchart or a state diagram shows: boxes, arrows between them, and groups of boxes. */

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

export function emptyGroup(key: string, label: string): Group {
  return { key, label, nodes: new Set(), groups: [], ends: [] };
}

/** How many boxes and arrows a graph has. */
export function sizeOf({ nodes, edges, whole }: Graph): number {
  const inside = (group: Group): number =>
    group.ends.length + group.groups.reduce((sum, inner) => sum + 1 + inside(inner), 0);
  return nodes.size + edges.length + inside(whole);
}
