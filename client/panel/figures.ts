/** The diagrams of a note: pictures where they can be drawn, otherwise their text, folded, and a line that says why. */
import { type Language, say } from '../strings.ts';
import type { Diagram } from './diagram/diagram.ts';
import { type NotDrawn, readDiagram } from './diagram/read.ts';
import { element } from './dom.ts';

/** How long the drawing of one note may take, in milliseconds; what is left then stays text. */
const longestTime = 2000;

/** Longer names are tedious to hear. In characters. */
const longestName = 240;

/** Folds the text of each diagram in `body`, then draws them one after the other. */
export function showFigures(body: HTMLElement, language: Language): void {
  const cards = [...body.querySelectorAll('pre.mermaid')].map((source) => {
    const card = element(
      'details',
      { class: 'diagram-text' },
      element('summary', {}, say(language, 'diagram')),
    );
    source.replaceWith(card);
    card.append(source);
    return card;
  });
  if (cards.length > 0) void drawAll(cards, language);
}

async function drawAll(cards: readonly HTMLElement[], language: Language): Promise<void> {
  let spent = 0;
  for (const card of cards) {
    const source = card.querySelector('pre')?.textContent ?? '';
    const read = readDiagram(source);
    if (!isDiagram(read)) {
      card.after(element('p', { class: 'quiet' }, reason(read, language)));
      continue;
    }
    try {
      const { draw, smallestScale, widthOf } = await import('./diagram/draw.ts');
      // The reader may be at another note by now.
      if (!card.isConnected) return;
      if (spent > longestTime) throw new Error('Out of time.');
      const started = performance.now();
      const picture = draw(read, card.clientWidth);
      spent += performance.now() - started;
      const width = widthOf(picture);
      picture.setAttribute('role', 'img');
      picture.setAttribute('aria-label', read.title ?? nameOf(card) ?? say(language, 'diagram'));
      // A style attribute would be refused; the style object is not.
      picture.style.minWidth = `${width * smallestScale}px`;
      const room = card.clientWidth;
      const frame = element('div', { class: 'frame' }, picture);
      if (width * smallestScale > room) frame.tabIndex = 0;
      card.replaceWith(element('figure', { class: 'diagram' }, frame));
    } catch {
      if (card.isConnected) card.after(element('p', { class: 'quiet' }, say(language, 'diagramFailed')));
    }
    // Typing and scrolling come in between.
    await new Promise((done) => setTimeout(done));
  }
}

function isDiagram(read: Diagram | NotDrawn): read is Diagram {
  return typeof read === 'object' && 'write' in read;
}

function reason(why: NotDrawn, language: Language): string {
  if (why === 'tooLarge') return say(language, 'diagramTooLarge');
  return why === 'otherKind' ? say(language, 'diagramOtherKind') : say(language, 'diagramLine', why.line);
}

/** What the picture shows, in the words above it: the paragraph before it, or the heading. */
function nameOf(card: Element): string | undefined {
  for (let before = card.previousElementSibling; before; before = before.previousElementSibling) {
    if (!before.matches('p:not(.quiet), h1, h2, h3, h4, h5, h6')) continue;
    const text = (before.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (text) return text.length > longestName ? `${text.slice(0, longestName)}…` : text;
  }
  return undefined;
}
