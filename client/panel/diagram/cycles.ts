/** Arrows that lead back. */
import type { Edge, Group } from './graph.ts';

/**
 * The arrows without which a graph has no cycles, when it is read from its start and in the author's order. The layout
 * would break cycles where it is cheapest, and put what comes third on top.
 */
export function leadingBack(
  nodes: Iterable<string>,
  edges: readonly Edge[],
  whole: Group,
): ReadonlySet<Edge> {
  const leaving = new Map<string, Edge[]>();
  for (const edge of edges) {
    const others = leaving.get(edge.from);
    if (others) others.push(edge);
    else leaving.set(edge.from, [edge]);
  }
  const back = new Set<Edge>();
  const state = new Map<string, 'open' | 'done'>();
  const visit = (key: string): void => {
    if (state.has(key)) return;
    state.set(key, 'open');
    for (const edge of leaving.get(key) ?? []) {
      if (edge.to === key) continue;
      if (state.get(edge.to) === 'open') back.add(edge);
      else visit(edge.to);
    }
    state.set(key, 'done');
  };
  for (const { state: first, isStart } of whole.ends) if (isStart) visit(first);
  for (const key of nodes) visit(key);
  return back;
}
