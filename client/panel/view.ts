/** The script in the panel: shows what the extension sends, and tells what the reader does. */
import type { BacklinkView, NoteView } from '../../server/protocol.ts';
import { type Language, say } from '../strings.ts';
import { headingOf, linkTo, showBody } from './body.ts';
import { element } from './dom.ts';
import { footOf } from './foot.ts';
import type { FromScript, Remembered, ToScript } from './messages.ts';
import { createSearch } from './search.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromScript): void;
  getState(): Remembered | undefined;
  setState(state: Remembered): void;
};

const host = acquireVsCodeApi();
const language: Language = document.documentElement.lang === 'ja' ? 'ja' : 'en';
const remembered = host.getState();

let scrollBeforeSearch = 0;
let shown: { readonly note: NoteView; readonly pinned: boolean } | undefined;

/** A link that is shown as soon as the note is in which it stands. */
let sought: { readonly link: BacklinkView; readonly to: string } | undefined;

function open(uri: string, slug: string | undefined, link?: BacklinkView): void {
  sought = link && shown && { link, to: shown.note.uri };
  host.postMessage({ kind: 'open', uri, slug });
}
const search = createSearch(
  language,
  (query) => host.postMessage({ kind: 'search', query }),
  ({ uri, slug }) => open(uri, slug),
  (searching) => {
    if (searching === reading.hidden) return;
    if (searching) scrollBeforeSearch = scrollY;
    reading.hidden = searching;
    scrollTo({ top: searching ? 0 : scrollBeforeSearch });
  },
);
const title = element('h1', { id: 'title' });
const source = element('p', { class: 'source' });
const toFindings = element('button', { type: 'button', class: 'to-findings' });
const header = element('header', {}, toFindings, title, source);
const contents = element('details', { class: 'contents' });
const body = element('article', { 'aria-labelledby': 'title' });
const foot = element('footer');
const empty = element('p', { class: 'quiet empty' }, say(language, 'empty'));
const reading = element('main', {}, empty);
document.body.append(search.form, search.results, reading);

addEventListener('message', ({ data }: MessageEvent<ToScript>) => {
  switch (data.kind) {
    case 'note':
      show(data.note, data.pictures, data.reveal, data.pinned);
      break;
    case 'nothing':
      shown = undefined;
      reading.replaceChildren(empty);
      break;
    case 'hits':
      search.show(data.query, data.hits);
      break;
    case 'focusSearch':
      search.focus();
      break;
  }
});

function show(
  note: NoteView,
  pictures: Readonly<Record<string, string>>,
  reveal: boolean,
  pinned: boolean,
): void {
  const before = shown?.note;
  const restored = shown === undefined && remembered?.uri === note.uri && remembered.slug === note.slug;
  shown = { note, pinned };
  const scroll = restored ? remembered.scroll : scrollY;
  title.textContent = note.title;
  const from = say(language, note.origin);
  source.replaceChildren(
    note.path ? `${from} · ${note.path}` : from,
    ...(pinned ? [element('span', { class: 'pinned' }, say(language, 'pinned'))] : []),
  );
  if (before?.html !== note.html || before.uri !== note.uri) {
    showBody(body, note, pictures, language);
    showContents(note);
  }
  toFindings.hidden = note.findings.length === 0;
  toFindings.textContent = String(note.findings.length);
  const label = say(language, 'toFindings', note.findings.length);
  toFindings.setAttribute('aria-label', label);
  toFindings.title = label;
  foot.replaceChildren(
    ...footOf(note, language, {
      goTo: (range, uri) => host.postMessage({ kind: 'goTo', range, ...(uri === undefined ? {} : { uri }) }),
      open,
      openLink: (link) => open(link.uri, link.slug, link),
    }),
  );
  if (!body.isConnected) reading.replaceChildren(header, contents, body, foot);
  // A heading that is scrolled to stays clear of the header, however many lines the title takes.
  document.documentElement.style.scrollPaddingTop = `${header.offsetHeight + 8}px`;
  markSection(note.slug);
  if (reveal && !restored) revealPlace(note);
  else scrollTo({ top: scroll });
  remember();
}

function showContents({ outline }: NoteView): void {
  const sections = outline.filter(({ depth }) => depth > 1 && depth < 4);
  contents.hidden = sections.length < 3;
  contents.open = false;
  contents.replaceChildren(
    element('summary', {}, say(language, 'contents')),
    element(
      'ul',
      { class: 'outline' },
      ...sections.map(({ slug, heading, depth }) =>
        element('li', { class: `depth-${depth}` }, element('a', { href: '#', 'data-slug': slug }, heading)),
      ),
    ),
  );
}

function markSection(slug: string): void {
  for (const marked of body.querySelectorAll('.current')) marked.classList.remove('current');
  const heading = headingOf(body, slug);
  if (heading && heading !== body.firstElementChild) heading.classList.add('current');
}

/** The link that was asked for, or else the section. */
function revealPlace({ uri, slug }: NoteView): void {
  const link = sought?.link.uri === uri ? linkTo(body, sought.to, sought.link.before) : undefined;
  sought = undefined;
  if (!link) {
    revealSection(slug);
    return;
  }
  for (let at = link.closest('details'); at; at = at.parentElement?.closest('details') ?? null)
    at.open = true;
  link.scrollIntoView({ block: 'center' });
  // Where the keyboard goes on from, and what a screen reader reads.
  link.focus({ preventScroll: true });
}

function revealSection(slug: string): void {
  const heading = headingOf(body, slug);
  if (!heading || heading === body.firstElementChild) scrollTo({ top: 0 });
  else heading.scrollIntoView({ block: 'start' });
}

toFindings.addEventListener('click', () => {
  foot.scrollIntoView();
  foot.querySelector('button')?.focus({ preventScroll: true });
});

/** Links between notes stay in the panel; VS Code opens all others. */
reading.addEventListener('click', (event) => {
  const link =
    event.target instanceof Element
      ? event.target.closest<HTMLAnchorElement>('a[data-note], a[data-slug]')
      : null;
  if (!link || !shown) return;
  event.preventDefault();
  open(link.dataset.note ?? shown.note.uri, link.dataset.slug);
});

function remember(): void {
  if (!shown) return;
  const { note, pinned } = shown;
  host.setState({ uri: note.uri, slug: note.slug, pinned, scroll: scrollY });
}

let scrollTimer: ReturnType<typeof setTimeout> | undefined;
addEventListener('scroll', () => {
  clearTimeout(scrollTimer);
  scrollTimer = setTimeout(remember, 200);
});

host.postMessage({ kind: 'ready', remembered });
