import { deepEqual, equal } from 'node:assert/strict';
import { linksTo } from '../../server/notes/backlinks.ts';
import { createBook } from '../../server/notes/book.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { sentenceAround } from '../../server/notes/sentence.ts';
import { assertGrowsLinearly } from '../support/growth.ts';
import { dedent } from '../support/marked.ts';

const uriOf = (path: string): string => `file:///vault/${path}`;

/** The links of `text` to the note at `target`, as `section: before[link]after`. */
function linksIn(text: string, target = 'Queues.md', path = 'from.md'): readonly string[] {
  const book = createBook();
  for (const other of ['Queues.md', 'deep/Queues.md', 'Dead%20letters.md'])
    book.add(parseNote(uriOf(other), '# Title\n', 'user'));
  book.add(parseNote(uriOf(path), dedent(text), 'user'));
  const [note, from] = [book.note(uriOf(target)), book.note(uriOf(path))];
  if (!note || !from) throw new Error('There is no such note.');
  return linksTo(
    note,
    book,
  )(from).map(({ span, section, before }) => {
    const [start, link, end] = sentenceAround(from.text, span);
    return `${section ? `${section.slug}/${before}` : 'front matter'}: ${start}[${link}]${end}`;
  });
}

describe('links from one note to another', () => {
  it('are wiki links, embeds and Markdown links, each with its section', () => {
    deepEqual(
      linksIn(`
        # From
        One [[Queues]] and [[queues#Limits|their limits]].
        ## Embedded
        ![[Queues#Limits]]
        ## Markdown
        - an item with [a link](Queues.md#limits "limits")
        - [another][q] and [q]

        [q]: <./Queues.md>
      `),
      [
        'from/0: One [Queues] and their limits.',
        'from/1: One Queues and [their limits].',
        'embedded/2: [Queues › Limits]',
        'markdown/3: an item with [a link]',
        'markdown/4: [another] and [q]',
        'markdown/5: another and [q]',
      ],
    );
  });

  it('lead where they lead in the panel', () => {
    deepEqual(linksIn('[[Queues]] [[deep/Queues]] [x](deep/Queues.md)', 'deep/Queues.md'), [
      '/0: Queues [deep/Queues] x',
      '/1: Queues deep/Queues [x]',
    ]);
    deepEqual(linksIn('[[Queues]] [x](Queues.md)', 'Queues.md', 'deep/from.md'), []);
    deepEqual(linksIn('[x](Dead%20letters.md) [[what failed|Dead-letters]]', 'Dead%20letters.md'), [
      '/0: [x] Dead-letters',
      '/1: x [Dead-letters]',
    ]);
  });

  it('are neither in code nor in the note itself nor to other things', () => {
    deepEqual(
      linksIn(`
        \`[[Queues]]\` [web](https://example.com/Queues.md) ![picture](Queues.png) [[Queue]] [Queues]
        \`\`\`md
        [[Queues]]
        \`\`\`
      `),
      [],
    );
    deepEqual(linksIn('[[Queues]] [x](Queues.md) [y](#title)', 'Queues.md', 'Queues.md'), []);
  });

  it('may stand in the front matter, which is not shown', () => {
    deepEqual(linksIn('---\ntitle: From\nup: "[[Queues]]"\ntags: x\n---\nSee [[Queues]].'), [
      'front matter: up: "[Queues]"',
      '/0: See [Queues].',
    ]);
  });

  it('are found in bounded time', function () {
    this.timeout(60_000);
    assertGrowsLinearly((size) => linksIn(`${'[a['.repeat(size)}](Queues.md)`), 4000);
    assertGrowsLinearly((size) => linksIn(`${'](x '.repeat(size)}Queues.md`), 4000);
  });
});

describe('the sentence around a link', () => {
  const around = (text: string): string => {
    const marked = dedent(text);
    const start = marked.indexOf('«');
    const plain = marked.replace(/[«»]/g, '');
    const [before, it, after] = sentenceAround(plain, { start, end: marked.indexOf('»') - 1 });
    return `${before}«${it}»${after}`;
  };

  it('is the sentence of its paragraph, Japanese or English, without Markdown', () => {
    equal(
      around('Not this. We **always** put jobs in «[[Queues|a queue]]», e.g. mails. Nor this.'),
      'We always put jobs in «a queue», e.g. mails.',
    );
    equal(
      around('前の文です。ジョブは«[[Queues|キュー]]»に入れます。次の文です。'),
      'ジョブは«キュー»に入れます。',
    );
    equal(
      around('One line\nends «[[Queues]]» here\nand goes on.'),
      'One line ends «Queues» here and goes on.',
    );
  });

  it('is an item, a row, a heading or a callout alone', () => {
    equal(around('- one\n- see «[[Queues]]»\n  and more\n- three'), 'see «Queues» and more');
    equal(around('| a | b |\n| - | - |\n| «[[Queues]]» | 14 days |\n| x | y |'), '«Queues» 14 days');
    equal(around('Text.\n## About «[[Queues]]»\nMore text.'), 'About «Queues»');
    equal(around('> [!NOTE] Mind\n> the «[[Queues]]»'), 'Mind the «Queues»');
  });

  it('is short, even where it is not', () => {
    const words = 'many words without an end '.repeat(40);
    const text = around(`${words}«[[Queues]]» ${words}`);
    equal(text.length < 260, true);
    equal(/^…\S.*«Queues».*\S…$/.test(text), true);
  });
});
