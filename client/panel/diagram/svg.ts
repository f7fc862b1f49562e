/** A drawn picture as elements of the page. Only what a picture of boxes and arrows needs gets through. */

const namespace = 'http://www.w3.org/2000/svg';

const elements = new Set(
  'svg g defs marker rect circle ellipse line polyline polygon path text tspan'.split(' '),
);

const number = /^-?\d+(?:\.\d+)?(?:e-?\d+)?(?:em|px)?$/;
const numbers = /^[-\d\s.,e]*$/;
/** `none`, or one of the colours that diagram.css has for it. */
const colour = /^(?:none|currentColor|var\(--[\w-]+\))$/;
const word = /^[\w\s-]*$/;

const attributes: Readonly<Record<string, RegExp>> = {
  ...every('x y x1 y1 x2 y2 cx cy r rx ry width height dx dy refX refY markerWidth markerHeight', number),
  ...every('stroke-width font-size', number),
  ...every('viewBox points stroke-dasharray', numbers),
  ...every('fill stroke', colour),
  ...every('class orient text-anchor font-weight font-style text-decoration stroke-linejoin', word),
  d: /^[-\d\s.,eMmLlHhVvCcSsQqTtAaZz]*$/,
  transform: /^(?:(?:translate|scale|rotate)\([-\d\s.,e]*\)\s*)*$/,
  ...every('id data-id', /^[\w-]+$/),
  ...every('marker-start marker-end', /^url\(#[\w-]+\)$/),
};

function every(names: string, pattern: RegExp): Record<string, RegExp> {
  return Object.fromEntries(names.split(' ').map((name) => [name, pattern]));
}

/** Whether an element of this name is part of a picture; scripts, styles, links and HTML are not. */
export function isPicture(name: string): boolean {
  return elements.has(name);
}

/**
 * The value that an attribute may have, or undefined where it may not be there at all.
 * @param prefix makes the names inside one picture differ from those of the others on the page.
 */
export function allowedValue(name: string, value: string, prefix: string): string | undefined {
  if (!Object.hasOwn(attributes, name) || !attributes[name]?.test(value)) return undefined;
  if (name === 'id') return prefix + value;
  return value.startsWith('url(#') ? value.replace('url(#', `url(#${prefix}`) : value;
}

/**
 * Copies what is allowed out of `parsed`; the rest is left behind.
 * @param text what becomes of each text.
 * @returns undefined where `parsed` is no picture.
 */
export function safePicture(
  parsed: Element,
  prefix: string,
  text: (content: string) => string,
): SVGSVGElement | undefined {
  if (parsed.localName !== 'svg' || parsed.querySelector('parsererror')) return undefined;

  const copyOf = (from: Element): SVGElement | undefined => {
    if (from.namespaceURI !== namespace || !isPicture(from.localName)) return undefined;
    const copy = document.createElementNS(namespace, from.localName) as SVGElement;
    for (const { name, value } of from.attributes) {
      const allowed = allowedValue(name, value, prefix);
      if (allowed !== undefined) copy.setAttribute(name, allowed);
    }
    for (const child of from.childNodes) {
      if (child instanceof Element) copy.append(...[copyOf(child)].filter((made) => made !== undefined));
      else if (child.nodeType === Node.TEXT_NODE && /^t(?:ext|span)$/.test(from.localName))
        copy.append(text(child.nodeValue ?? ''));
    }
    return copy;
  };
  return copyOf(parsed) as SVGSVGElement | undefined;
}
