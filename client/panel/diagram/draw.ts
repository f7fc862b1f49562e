/** Draws diagrams. Brings the layout engine with it, so it is a file of its own that is loaded for the first one. */
import { renderMermaidSVG } from 'beautiful-mermaid';
import type { Diagram, WrittenEdge } from './diagram.ts';
import type { Direction } from './graph.ts';
import { shownLabel } from './label.ts';
import { safePicture } from './svg.ts';

/** Tighter than the engine's own: a side panel is narrow. In pixels. */
const spacing = { padding: 6, nodeSpacing: 20, layerSpacing: 32 };

/** Text must not become smaller than this part of its size; a wider picture scrolls. */
export const smallestScale = 0.85;

let drawn = 0;

/**
 * The picture, as large as it is meant to be.
 * @param room how wide the column is, in pixels. Rows that do not fit become columns.
 * @throws where the engine fails.
 */
export function draw(diagram: Diagram, room: number): SVGSVGElement {
  const picture = drawIn(diagram, undefined);
  const turned = turn(diagram.direction);
  if (!turned || widthOf(picture) * smallestScale <= room) return picture;
  const other = drawIn(diagram, turned);
  return widthOf(other) < widthOf(picture) ? other : picture;
}

function drawIn(diagram: Diagram, direction: Direction | undefined): SVGSVGElement {
  const { source, reversed } = diagram.write(direction);
  const drawing = renderMermaidSVG(source, { ...spacing, transparent: true });
  // Left in, the styles would be refused with a message in the console for each.
  const unstyled = drawing.replace(/<style>[^<]*<\/style>/g, '').replace(/ style="[^"]*"/, '');
  // Nothing in a parsed document runs or is loaded while it is in no window.
  const parsed = new DOMParser().parseFromString(unstyled, 'image/svg+xml').documentElement;
  putHeads(parsed, reversed);
  const picture = safePicture(parsed, `diagram-${drawn++}-`, shownLabel);
  if (!picture) throw new Error('The engine made no picture.');
  return picture;
}

/** Lets arrows run the way that they were meant; those with two heads get the first one, which the engine hides. */
function putHeads(picture: Element, reversed: readonly WrittenEdge[]): void {
  const left = [...reversed];
  for (const line of picture.querySelectorAll('polyline.edge')) {
    const [from, to, label] = ['from', 'to', 'label'].map((key) => line.getAttribute(`data-${key}`) ?? '');
    const found = left.findIndex((edge) => edge.from === from && edge.to === to && edge.label === label);
    if (found < 0) continue;
    left.splice(found, 1);
    const points = line.getAttribute('points') ?? '';
    line.setAttribute('points', points.split(' ').reverse().join(' '));
  }
  if (left.length > 0) throw new Error('An arrow is missing.');
  for (const line of picture.querySelectorAll('[marker-start]'))
    line.setAttribute('marker-start', 'url(#arrowhead)');
  picture.querySelector('#arrowhead')?.setAttribute('orient', 'auto-start-reverse');
}

function turn(direction: Direction | undefined): Direction | undefined {
  if (direction === 'LR') return 'TB';
  return direction === 'RL' ? 'BT' : undefined;
}

/** In pixels. */
export function widthOf(picture: SVGSVGElement): number {
  return picture.viewBox.baseVal.width;
}
