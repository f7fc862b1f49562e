/** Which box belongs to which subgraph or composite state. */
import { emptyGroup, type Group, type Node } from './graph.ts';

/** The groups that are open while a source is read, the outermost first. */
export interface Nesting {
  readonly open: Group[];
}

export function nestingOf(): Nesting {
  return { open: [emptyGroup('', '')] };
}

/**
 * Leaves every box in one group alone. Mermaid gives it to the first group that is complete and names it, so an inner
 * group comes before the one around it. A group that is named in an arrow is no box.
 */
export function claim({ open }: Nesting, nodes: Map<string, Node>): Group {
  const [whole = emptyGroup('', '')] = open;
  const taken = new Set<string>();
  const visit = (group: Group): void => {
    nodes.delete(group.key);
    for (const inner of group.groups) visit(inner);
    for (const key of group.nodes) {
      if (taken.has(key)) group.nodes.delete(key);
      taken.add(key);
    }
  };
  visit(whole);
  return whole;
}
