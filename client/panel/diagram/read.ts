/** Mermaid source → what there is to draw, or why it is not drawn. */
import { type Diagram, type Misunderstood, writeGraph } from './diagram.ts';
import { readFlowchart } from './flowchart.ts';
import { sizeOf } from './graph.ts';
import { sourceLines } from './lines.ts';
import { readSequence } from './sequence.ts';
import { readState } from './state.ts';

/** In characters. What is longer is no picture that anybody could read in a side panel. */
const longestSource = 10_000;

/** In characters. */
const longestLine = 1000;

/** Boxes and arrows together: laying out this many takes a second at worst. */
const largestSize = 120;

/** Why a diagram is shown as text. */
export type NotDrawn = Misunderstood | 'tooLarge' | 'otherKind';

/** Never throws. A diagram that is not understood in full is not drawn in part. */
export function readDiagram(source: string): Diagram | NotDrawn {
  if (source.length > longestSource) return 'tooLarge';
  const { lines, title } = sourceLines(source);
  if (lines.some(({ text }) => text.length > longestLine)) return 'tooLarge';
  const kind = /^\w*/.exec(lines[0]?.text ?? '')?.[0];
  if (kind === 'sequenceDiagram') {
    const read = readSequence(lines);
    if ('line' in read) return read;
    return read.size > largestSize ? 'tooLarge' : { ...read, title, direction: undefined };
  }
  if (kind !== 'flowchart' && kind !== 'graph' && kind !== 'stateDiagram') return 'otherKind';
  const graph = kind === 'stateDiagram' ? readState(lines) : readFlowchart(lines);
  if ('line' in graph) return graph;
  const size = sizeOf(graph);
  if (size > largestSize) return 'tooLarge';
  const { direction } = graph;
  return { title, size, direction, write: (turned = direction) => writeGraph(graph, turned) };
}
