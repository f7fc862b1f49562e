/** The script in the review page: shows what it is sent, and says what is clicked. */
import type { ReviewFinding, ReviewTopic, ReviewView } from '../../server/protocol.ts';
import { element, row } from '../panel/dom.ts';
import { type Language, say } from '../strings.ts';
import type { FromReview, ToReview } from './messages.ts';
import { drawPicture } from './picture.ts';

declare function acquireVsCodeApi(): { postMessage(message: FromReview): void };

const host = acquireVsCodeApi();
const language: Language = document.documentElement.lang === 'ja' ? 'ja' : 'en';
const severities = ['error', 'warning', 'information', 'hint'] as const;

window.addEventListener('message', ({ data }: MessageEvent<ToReview>) => show(data.review));
host.postMessage({ kind: 'ready' });

function show(review: ReviewView): void {
  const title = review.path || say(language, 'wholeWorkspace');
  const page = element(
    'main',
    {},
    heading(review, title),
    actions(title),
    findingsPart(review),
    picturePart(review),
    notesPart(review),
  );
  document.body.replaceChildren(page);
}

function heading(review: ReviewView, title: string): HTMLElement {
  const all = review.topics.flatMap(({ findings }) => findings);
  const counts = severities.flatMap((severity) => {
    const count = all.filter((finding) => finding.severity === severity).length;
    return count > 0
      ? [element('span', { class: `count ${severity}` }, `${say(language, severity)} ${count}`)]
      : [];
  });
  const size = say(language, 'reviewSize', review.resources, review.files);
  return element(
    'header',
    {},
    element('p', { class: 'kind' }, say(language, 'review')),
    element('h1', {}, title),
    element('p', { class: 'size' }, element('span', {}, size), ...counts),
  );
}

/** Not part of what is saved. */
function actions(title: string): HTMLElement {
  const button = (label: string, act: () => void): HTMLElement => {
    const made = element('button', { type: 'button' }, label);
    made.addEventListener('click', act);
    return made;
  };
  return element(
    'div',
    { class: 'actions', role: 'toolbar', 'aria-label': say(language, 'reviewActions') },
    button(say(language, 'saveMarkdown'), () => host.postMessage({ kind: 'saveMarkdown' })),
    button(say(language, 'saveHtml'), () => host.postMessage({ kind: 'saveHtml', title, body: savedBody() })),
    button(say(language, 'refresh'), () => host.postMessage({ kind: 'refresh' })),
  );
}

/** The page without what works only here. */
function savedBody(): string {
  const copy = document.body.cloneNode(true) as HTMLElement;
  for (const part of copy.querySelectorAll('.actions')) part.remove();
  for (const button of copy.querySelectorAll('button')) {
    button.replaceWith(element('div', { class: button.className }, ...button.childNodes));
  }
  for (const box of copy.querySelectorAll('[tabindex]')) {
    box.removeAttribute('tabindex');
    box.removeAttribute('role');
  }
  return copy.innerHTML;
}

function findingsPart({ topics }: ReviewView): HTMLElement {
  const found = topics.filter(({ findings }) => findings.length > 0);
  const parts = found.map((topic) =>
    element(
      'section',
      { class: 'topic' },
      element('h3', {}, noteLink(topic)),
      element('ul', {}, ...topic.findings.map(findingRow)),
    ),
  );
  const nothing = element('p', { class: 'quiet' }, say(language, 'nothingFound'));
  return element(
    'section',
    { class: 'findings' },
    element('h2', {}, say(language, 'reviewFindings')),
    ...(parts.length > 0 ? parts : [nothing]),
  );
}

function noteLink({ uri, slug, title }: ReviewTopic): HTMLElement {
  const link = element('button', { type: 'button', class: 'link' }, title);
  link.addEventListener('click', () => host.postMessage({ kind: 'note', uri, slug }));
  return link;
}

function findingRow({ rule, severity, message, path, uri, range }: ReviewFinding): HTMLElement {
  return row(
    { class: `finding ${severity}` },
    () => host.postMessage({ kind: 'goTo', uri, range }),
    element('span', { class: `dot ${severity}`, role: 'img', 'aria-label': say(language, severity) }),
    element('span', { class: 'message' }, message),
    element('span', { class: 'detail' }, `${path}:${range.start.line + 1} · ${rule}`),
  );
}

function picturePart({ graph }: ReviewView): HTMLElement | undefined {
  if (graph.nodes.length === 0) return undefined;
  const frame = element('div', { class: 'frame', tabindex: '0' });
  const figure = element('figure', { class: 'diagram' }, frame);
  const left =
    graph.left > 0 ? element('p', { class: 'quiet' }, say(language, 'reviewLeft', graph.left)) : undefined;
  // Measured when it is in the page.
  setTimeout(async () => {
    try {
      const goTo = ({ uri, range }: { uri: string; range: ReviewFinding['range'] }): void =>
        host.postMessage({ kind: 'goTo', uri, range });
      frame.append(await drawPicture(graph, frame.clientWidth, language, goTo));
    } catch {
      figure.replaceWith(element('p', { class: 'quiet' }, say(language, 'diagramFailed')));
    }
  });
  return element(
    'section',
    { class: 'picture' },
    element('h2', {}, say(language, 'reviewPicture')),
    figure,
    left,
  );
}

function notesPart({ topics }: ReviewView): HTMLElement | undefined {
  const applying = topics.filter(({ resources }) => resources > 0);
  if (applying.length === 0) return undefined;
  const rows = applying.map((topic) =>
    row(
      {},
      () => host.postMessage({ kind: 'note', uri: topic.uri, slug: topic.slug }),
      element('span', { class: 'name' }, topic.title),
      element(
        'span',
        { class: 'detail' },
        `${say(language, topic.origin)} · ${say(language, 'explains', topic.resources)}`,
      ),
    ),
  );
  return element(
    'section',
    { class: 'notes' },
    element('h2', {}, say(language, 'reviewNotes')),
    element('ul', {}, ...rows),
  );
}
