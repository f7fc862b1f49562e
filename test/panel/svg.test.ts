import { equal } from 'node:assert/strict';
import { allowedValue, isPicture } from '../../client/panel/diagram/svg.ts';

describe('What gets into the page of a picture', () => {
  it('boxes, lines and text', () => {
    for (const name of ['svg', 'g', 'rect', 'polyline', 'marker', 'text', 'tspan'])
      equal(isPicture(name), true, name);
    equal(allowedValue('points', '1,2 3.5,-4', ''), '1,2 3.5,-4');
    equal(allowedValue('fill', 'var(--_node-fill)', ''), 'var(--_node-fill)');
    equal(allowedValue('transform', 'translate(1,2) scale(0.5)', ''), 'translate(1,2) scale(0.5)');
  });

  it('names of one picture differ from those of another', () => {
    equal(allowedValue('id', 'arrowhead', 'p7-'), 'p7-arrowhead');
    equal(allowedValue('marker-end', 'url(#arrowhead)', 'p7-'), 'url(#p7-arrowhead)');
  });

  it('no script, style, link, image or HTML', () => {
    for (const name of [
      'script',
      'style',
      'a',
      'image',
      'use',
      'foreignObject',
      'iframe',
      'animate',
      'set',
      'title',
    ])
      equal(isPicture(name), false, name);
  });

  it('no handler, style, address or colour from elsewhere', () => {
    for (const [name, value] of [
      ['onload', 'alert(1)'],
      ['style', 'color:red'],
      ['href', 'https://example.com'],
      ['xlink:href', '#a'],
      ['fill', 'url(https://example.com/#a)'],
      ['fill', 'red;background:url(x)'],
      ['marker-end', 'url(https://example.com/#a)'],
      ['marker-end', 'url("#a")'],
      ['constructor', 'x'],
      ['x', 'calc(1px)'],
      ['class', 'a" onload="b'],
    ] as const)
      equal(allowedValue(name, value, ''), undefined, `${name}=${value}`);
  });
});
