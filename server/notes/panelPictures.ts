/** The pictures of a note in the panel: those of the notes' own folders; nothing is loaded from elsewhere. */
import type { Element, ElementContent } from 'hast';
import type { PanelSources } from './panelSources.ts';

/**
 * What is shown for an `img`: the picture, its address in `data-src`; a link, where it is on the web; else its text.
 * Addresses of pictures are added to `images`.
 */
export function pictureOf(
  { properties }: Element,
  from: string,
  sources: PanelSources,
  images: Set<string>,
): ElementContent {
  const target = typeof properties.src === 'string' ? properties.src : '';
  const alt = typeof properties.alt === 'string' ? properties.alt : '';
  if (/^https?:\/\//i.test(target)) {
    const name =
      alt ||
      (target
        .replace(/[?#].*$/, '')
        .split('/')
        .at(-1) ??
        '') ||
      target;
    return { type: 'element', tagName: 'a', properties: { href: target }, children: [textOf(name)] };
  }
  const address = sources.image(target, from);
  if (address === undefined) return textOf(alt);
  images.add(address);
  const { width, height, title } = properties;
  const shown = { dataSrc: address, alt, ...(title ? { title } : {}), ...(width ? { width } : {}) };
  return {
    type: 'element',
    tagName: 'img',
    properties: { ...shown, ...(height ? { height } : {}) },
    children: [],
  };
}

function textOf(value: string): ElementContent {
  return { type: 'text', value };
}
