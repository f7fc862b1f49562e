/** The note itself: the server's sanitised HTML, with what a narrow column needs. */
import type { FindingView, NoteView } from '../../server/protocol.ts';
import { type Language, say } from '../strings.ts';
import { element } from './dom.ts';
import { showFigures } from './figures.ts';

/** Puts `note` into `body`. This is the one place where HTML comes in; the server has sanitised it. */
export function showBody(
  body: HTMLElement,
  note: NoteView,
  pictures: Readonly<Record<string, string>>,
  language: Language,
): void {
  body.innerHTML = note.html;
  showPictures(body, pictures);
  for (const table of body.querySelectorAll('table')) {
    // Scrolls by itself, also by keyboard, instead of squashing its columns.
    const frame = element('div', { class: 'table', tabindex: '0', role: 'region' });
    table.replaceWith(frame);
    frame.append(table);
  }
  showFigures(body, language);
  for (const kind of body.querySelectorAll('details.rule .kind')) {
    const severity = kind.textContent?.trim();
    if (isSeverity(severity)) kind.textContent = say(language, severity);
  }
  for (const link of body.querySelectorAll<HTMLAnchorElement>('a[data-note], a[data-slug]')) link.href = '#';
  // The title stands in the header already.
  const first = body.firstElementChild;
  if (first?.tagName === 'H1' && first.textContent?.trim() === note.title) first.classList.add('said-above');
}

/** Pictures get their address; where there is none, or nothing behind it, their text stays. */
function showPictures(body: HTMLElement, pictures: Readonly<Record<string, string>>): void {
  for (const image of body.querySelectorAll('img')) {
    const address = pictures[image.dataset.src ?? ''];
    const showText = (): void => image.replaceWith(image.alt);
    if (address === undefined) {
      showText();
      continue;
    }
    image.addEventListener('error', showText);
    image.src = address;
  }
}

/** The heading of a section, or undefined for the note's top. */
export function headingOf(body: HTMLElement, slug: string): HTMLElement | undefined {
  for (const heading of body.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')) {
    if (heading.dataset.slug === slug) return heading;
  }
  return undefined;
}

/** The link to the note `uri` that `before` others stand before. */
export function linkTo(body: HTMLElement, uri: string, before: number): HTMLAnchorElement | undefined {
  const links = body.querySelectorAll<HTMLAnchorElement>('a[data-note]');
  return [...links].filter(({ dataset }) => dataset.note === uri)[before];
}

function isSeverity(text: string | undefined): text is FindingView['severity'] {
  return text !== undefined && ['error', 'warning', 'information', 'hint'].includes(text);
}
