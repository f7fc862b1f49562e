/** Below the note: how it bears on the open file, and where else to read. */
import type { BacklinkView, FindingView, NoteView, RangeView } from '../../server/protocol.ts';
import { type Language, say } from '../strings.ts';
import { element, row } from './dom.ts';

export interface FootActions {
  /** To a place in the open file, or in the file at `uri`. */
  goTo(range: RangeView, uri?: string): void;
  open(uri: string, slug: string): void;
  /** To a link in another note. */
  openLink(link: BacklinkView): void;
}

/** Findings, resources and other notes; parts without content are left out. */
export function footOf(note: NoteView, language: Language, actions: FootActions): HTMLElement[] {
  const { findings, resources, elsewhere, backlinks, moreBacklinks, seeAlso } = note;
  // What this note explains comes first.
  const ordered = [...findings.filter(({ here }) => here), ...findings.filter(({ here }) => !here)];
  return [
    part(
      say(language, 'findings'),
      ordered.map((finding) => findingRow(finding, language, actions)),
    ),
    part(
      say(language, 'resources'),
      resources.map(({ name, type, range }) =>
        row(
          {},
          () => actions.goTo(range),
          element('span', { class: 'name' }, name),
          element('span', { class: 'detail' }, type),
        ),
      ),
    ),
    part(
      say(language, 'elsewhere'),
      elsewhere.map(({ name, type, range, uri, path }) =>
        row(
          {},
          () => actions.goTo(range, uri),
          element('span', { class: 'name' }, name),
          element('span', { class: 'detail' }, `${path}:${range.start.line + 1} · ${type}`),
        ),
      ),
    ),
    part(
      say(language, 'backlinks'),
      backlinks.map((link) => backlinkRow(link, actions)),
      moreBacklinks > 0 ? say(language, 'moreBacklinks', moreBacklinks) : undefined,
    ),
    part(
      say(language, 'seeAlso'),
      seeAlso.map(({ uri, slug, title, origin }) =>
        row(
          {},
          () => actions.open(uri, slug),
          element('span', { class: 'name' }, title),
          element('span', { class: 'detail' }, say(language, origin)),
        ),
      ),
    ),
  ].filter((made) => made !== undefined);
}

function findingRow(finding: FindingView, language: Language, actions: FootActions): HTMLLIElement {
  const { rule, severity, message, range, here } = finding;
  return row(
    { class: here ? `finding ${severity}` : `finding ${severity} elsewhere`, 'data-rule': rule },
    () => actions.goTo(range),
    element('span', { class: 'dot', role: 'img', 'aria-label': say(language, severity) }),
    element('span', { class: 'message', title: here ? undefined : message }, message),
    element('span', { class: 'detail' }, `${rule} · ${say(language, 'line', range.start.line + 1)}`),
  );
}

function backlinkRow(backlink: BacklinkView, { openLink }: FootActions): HTMLLIElement {
  const { title, heading, path, sentence } = backlink;
  const [before, link, after] = sentence;
  return row(
    { title: path },
    () => openLink(backlink),
    element('span', { class: 'name' }, title),
    heading === '' || heading === title ? undefined : element('span', { class: 'detail' }, heading),
    element('span', { class: 'excerpt' }, before, element('b', {}, link), after),
  );
}

/** @param more stands below the rows */
function part(title: string, rows: readonly HTMLElement[], more?: string): HTMLElement | undefined {
  if (rows.length === 0) return undefined;
  return element(
    'section',
    {},
    element('h2', {}, title),
    element('ul', {}, ...rows),
    more === undefined ? undefined : element('p', { class: 'quiet' }, more),
  );
}
