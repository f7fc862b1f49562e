/** The picture of a review: a box for each resource that leads to it, coloured by the worst finding. */
import type { ReviewGraph, ReviewNode } from '../../server/protocol.ts';
import { type Written, writeGraph } from '../panel/diagram/diagram.ts';
import { emptyGroup, type Graph, type Group, type Node } from '../panel/diagram/graph.ts';
import { type Language, say } from '../strings.ts';

/** @returns the picture; rejects where it cannot be drawn */
export async function drawPicture(
  review: ReviewGraph,
  room: number,
  language: Language,
  goTo: (node: ReviewNode) => void,
): Promise<SVGSVGElement> {
  const { draw } = await import('../panel/diagram/draw.ts');
  const graph = graphOf(review);
  let names: Written['names'] = new Map();
  const picture = draw(
    {
      title: undefined,
      size: review.nodes.length,
      direction: graph.direction,
      write(direction = graph.direction) {
        const written = writeGraph(graph, direction);
        names = written.names;
        return written;
      },
    },
    room,
  );
  picture.setAttribute('role', 'group');
  picture.setAttribute('aria-label', say(language, 'reviewPicture'));
  for (const [at, node] of review.nodes.entries()) {
    const box = picture.querySelector(`.node[data-id="${names.get(String(at))}"]`);
    if (box instanceof SVGElement) makeButton(box, node, language, () => goTo(node));
  }
  return picture;
}

/** Keyboard and screen readers find a button where the mouse finds a box. */
function makeButton(box: SVGElement, node: ReviewNode, language: Language, act: () => void): void {
  if (node.severity !== '') box.classList.add(node.severity);
  box.setAttribute('role', 'button');
  box.setAttribute('tabindex', '0');
  if (node.severity !== '') box.setAttribute('aria-description', say(language, node.severity));
  // Its name is its text, whose lines are words apart.
  for (const line of box.querySelectorAll('tspan')) line.append(' ');
  box.addEventListener('click', act);
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act();
  });
}

/** Where several files are reviewed, each has a frame around its resources. */
function graphOf({ nodes, edges }: ReviewGraph): Graph {
  const boxes = new Map<string, Node>(
    nodes.map(({ name, type }, at) => [
      String(at),
      { key: String(at), label: `${name}\n${shortType(type)}`, shape: ['[', ']'] as const },
    ]),
  );
  const whole = emptyGroup('', '');
  const paths = new Set(nodes.map(({ path }) => path));
  const frames = new Map<string, Group>();
  for (const [at, { path }] of nodes.entries()) {
    const frame = paths.size === 1 ? whole : (frames.get(path) ?? emptyGroup(`file ${path}`, path));
    if (frame !== whole) frames.set(path, frame);
    frame.nodes.add(String(at));
  }
  whole.groups.push(...frames.values());
  return {
    kind: 'flowchart',
    direction: 'LR',
    nodes: boxes,
    edges: edges.map(({ from, to }) => ({ from: String(from), to: String(to), label: '', arrow: '-->' })),
    whole,
  };
}

/** `AWS::SQS::Queue` → `SQS Queue`. */
function shortType(type: string): string {
  return type.replace(/^AWS::/, '').replaceAll('::', ' ');
}
