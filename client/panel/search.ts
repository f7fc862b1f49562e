/** The search box at the top and the notes that it finds. */
import type { SearchHit } from '../../server/protocol.ts';
import { type Language, say } from '../strings.ts';
import { element, row } from './dom.ts';

/** How long typing rests before notes are searched, in milliseconds. */
const rest = 120;

export interface Search {
  readonly form: HTMLElement;
  readonly results: HTMLElement;
  focus(): void;
  /** Shows what was found, unless something else was typed since. */
  show(query: string, hits: readonly SearchHit[]): void;
  close(): void;
}

/**
 * @param ask is called with each query.
 * @param open is called with the hit that the reader chose.
 * @param toggled is called when results appear or go away.
 */
export function createSearch(
  language: Language,
  ask: (query: string) => void,
  open: (hit: SearchHit) => void,
  toggled: (open: boolean) => void,
): Search {
  const label = say(language, 'search');
  const input = element('input', {
    type: 'search',
    placeholder: label,
    'aria-label': label,
    spellcheck: 'false',
  });
  const form = element('form', { role: 'search' }, input);
  // While it is there, the note is not.
  const results = element('section', {
    id: 'hits',
    role: 'main',
    'aria-label': say(language, 'hits'),
    'aria-live': 'polite',
    hidden: '',
  });
  let timer: ReturnType<typeof setTimeout> | undefined;

  function queryNow(): void {
    clearTimeout(timer);
    const query = input.value.trim();
    if (query) ask(query);
    else close();
  }

  function close(): void {
    clearTimeout(timer);
    input.value = '';
    results.hidden = true;
    results.replaceChildren();
    toggled(false);
  }

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(queryNow, rest);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const first = results.querySelector('button');
    if (first) first.click();
    else queryNow();
  });
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close();
    if (event.key === 'ArrowDown') results.querySelector('button')?.focus();
  });
  results.addEventListener('keydown', (event) => {
    const rows = [...results.querySelectorAll('button')];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (event.key === 'Escape') {
      close();
      input.focus();
    } else if (event.key === 'ArrowDown') rows[at + 1]?.focus();
    else if (event.key === 'ArrowUp') (rows[at - 1] ?? input).focus();
    else return;
    event.preventDefault();
  });

  return {
    form,
    results,
    focus() {
      input.focus();
      input.select();
    },
    show(query, hits) {
      if (query !== input.value.trim()) return;
      const rows = hits.map((hit) =>
        row(
          {},
          () => {
            close();
            open(hit);
          },
          element('span', { class: 'name' }, hit.heading),
          element('span', { class: 'detail' }, `${hit.title} · ${say(language, hit.origin)}`),
          element('span', { class: 'excerpt' }, ...marked(hit.excerpt, query)),
        ),
      );
      results.replaceChildren(
        element('h1', {}, say(language, 'hits')),
        rows.length > 0
          ? element('ul', {}, ...rows)
          : element('p', { class: 'quiet' }, say(language, 'noHits')),
      );
      results.hidden = false;
      toggled(true);
    },
    close,
  };
}

/** `text` with every occurrence of `query` marked. */
function marked(text: string, query: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  const lower = text.toLowerCase();
  const wanted = query.toLowerCase();
  let at = 0;
  // Lowering the case of some letters changes the length; then nothing is marked rather than the wrong words.
  while (lower.length === text.length) {
    const found = lower.indexOf(wanted, at);
    if (found < 0) break;
    parts.push(text.slice(at, found), element('mark', {}, text.slice(found, found + query.length)));
    at = found + query.length;
  }
  parts.push(text.slice(at));
  return parts;
}
