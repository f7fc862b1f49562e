import assert from 'node:assert/strict';
import { type Book, createBook } from '../../server/notes/book.ts';
import { panelHtml } from '../../server/notes/panelHtml.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { dedent } from '../support/marked.ts';

const vault: Readonly<Record<string, string>> = {
  'aws/S3.md': '# Amazon S3\n## Access logs\nText. ^why\n## 1. Versioning\n',
  'aws/deep/Glacier.md': '# Glacier\n',
  'Access%20logs.md': '# Access logs\n',
  'Getting-Started.md': '# Getting started\n',
  'Costs%20%282024%29.md': '# Costs\n',
};
const pictures = ['file:///vault/aws/pics/a b.png', 'file:///vault/attachments/diagram.png'];

function bookOf(files: Readonly<Record<string, string>>): Book {
  const book = createBook();
  for (const [path, text] of Object.entries(files))
    book.add(parseNote(`file:///vault/${path}`, text, 'user'));
  return book;
}

function pageOf(text: string, path = 'aws/EC2.md'): { html: string; images: readonly string[] } {
  const book = bookOf(vault);
  const note = parseNote(`file:///vault/${path}`, dedent(text), 'user');
  book.add(note);
  const image = (target: string): string | undefined =>
    pictures.find((uri) => decodeURIComponent(uri).endsWith(decodeURIComponent(target)));
  return panelHtml(note, { ...book, image });
}

const html = (text: string, path?: string): string => pageOf(text, path).html.replace(/\n/g, '');

describe('a note of a vault in the panel', () => {
  it('has wiki links that the panel follows, with the text that was given', () => {
    const link = (note: string, slug: string, text: string): string =>
      `<a href="#" data-note="file:///vault/${note}"${slug && ` data-slug="${slug}"`}>${text}</a>`;
    const cases: Readonly<Record<string, string>> = {
      '[[S3]]': link('aws/S3.md', '', 'S3'),
      '[[s3|our buckets]]': link('aws/S3.md', '', 'our buckets'),
      '[[S3#Access logs]]': link('aws/S3.md', 'access-logs', 'S3 › Access logs'),
      '[[S3#1. Versioning|kept]]': link('aws/S3.md', '1-versioning', 'kept'),
      '[[S3#^why|because]]': link('aws/S3.md', 'access-logs', 'because'),
      '[[aws/deep/Glacier.md]]': link('aws/deep/Glacier.md', '', 'aws/deep/Glacier.md'),
      '[[../Access logs|logs]]': link('Access%20logs.md', '', 'logs'),
      '![[Glacier]]': link('aws/deep/Glacier.md', '', 'Glacier'),
      '[[Getting Started]]': link('Getting-Started.md', '', 'Getting Started'),
      '[[first steps|Getting Started]]': link('Getting-Started.md', '', 'first steps'),
    };
    for (const [written, expected] of Object.entries(cases))
      assert.equal(html(written), `<p>${expected}</p>`);
    assert.match(
      html('# EC2\n\nSee [[#Own]].\n\n## Own\n'),
      /<a href="#" data-note="[^"]*EC2\.md" data-slug="own">Own<\/a>/,
    );
    assert.match(html('| a |\n| - |\n| [[S3\\|buckets]] |'), /<td><a [^>]*S3\.md">buckets<\/a><\/td>/);
  });

  it('has Markdown links that lead to a path, however it is encoded, or else to a name', () => {
    const link = (note: string, slug = ''): string =>
      `<p><a href="#" data-note="file:///vault/${note}"${slug && ` data-slug="${slug}"`}>x</a></p>`;
    const cases: Readonly<Record<string, string>> = {
      '[x](S3.md)': link('aws/S3.md'),
      '[x](S3.md#Access%20logs)': link('aws/S3.md', 'access-logs'),
      '[x](S3.md#access-logs)': link('aws/S3.md', 'access-logs'),
      '[x](../Access%20logs.md)': link('Access%20logs.md'),
      '[x](<../Access logs.md>)': link('Access%20logs.md'),
      '[x](Getting-Started.md)': link('Getting-Started.md'),
      '[x](../Costs%20(2024).md)': link('Costs%20%282024%29.md'),
      '[x](nowhere.md)': link('aws/nowhere.md'),
      '[x](EC2.md#own)': link('aws/EC2.md', 'own'),
      '[x][y]\n\n[y]: S3.md': link('aws/S3.md'),
    };
    for (const [written, expected] of Object.entries(cases)) assert.equal(html(written), expected);
  });

  it('shows links to what does not exist as their text, and none in code', () => {
    assert.equal(
      html('[[Nothing|some text]] and [[Nothing#Part]], ![[Nothing]]'),
      '<p>some text and Nothing › Part, Nothing</p>',
    );
    assert.equal(html('`[[S3]]`'), '<p><code>[[S3]]</code></p>');
    assert.equal(html('[[]] [[ | x]]'), '<p>[[]] [[ | x]]</p>');
  });

  it('names the pictures beside it, and links to those on the web', () => {
    const { html: shown, images } = pageOf(`
      ![a plan|300](pics/a%20b.png) ![[diagram.png|40x20]] ![[missing.png]]
      ![logo](https://example.com/logo.png) ![x](data:image/png;base64,AA)
    `);
    assert.deepEqual(images, pictures);
    assert.match(shown, /<img data-src="file:\/\/\/vault\/aws\/pics\/a b.png" alt="a plan" width="300">/);
    assert.match(shown, /<img data-src="[^"]*diagram.png" alt="diagram.png" width="40" height="20">/);
    assert.match(shown, /missing\.png\n<a href="https:\/\/example\.com\/logo\.png">logo<\/a> x/);
    assert.doesNotMatch(shown, / src=|base64/);
  });

  it('has callouts of GitHub and of Obsidian, and quotes stay quotes', () => {
    assert.equal(
      html('> [!NOTE]\n> Useful to *know*.'),
      '<div class="callout note"><p class="callout-title">Note</p><p>Useful to <em>know</em>.</p></div>',
    );
    assert.equal(
      html('> [!danger]- Do **not** do this\n> Text.\n>\n> - item'),
      '<details class="callout caution"><summary class="callout-title">Do <strong>not</strong> do this</summary><p>Text.</p><ul><li>item</li></ul></details>',
    );
    assert.match(html('> [!faq]+ Why?\n> Because.'), /^<details class="callout question" open>/);
    assert.match(
      html('> [!quote]\n'),
      /^<div class="callout note"><p class="callout-title">Quote<\/p><\/div>$/,
    );
    assert.match(html('> [!NOTE'), /^<blockquote>/);
  });

  it('has tags, highlights, footnotes and front matter of other tools', () => {
    assert.equal(
      html('---\ntags: [aws/s3, "#storage"]\ncssclasses: wide\n---\n# EC2\nSee #aws/ec2, #1 and C#.'),
      '<h1 data-slug="ec2">EC2</h1><p class="tags"><span class="tag">#aws/s3</span> <span class="tag">#storage</span> </p><p>See <span class="tag">#aws/ec2</span>, #1 and C#.</p>',
    );
    assert.equal(html('+++\ntitle = "x"\n+++\nA ==very== old note.'), '<p>A <mark>very</mark> old note.</p>');
    const footnote = html('Text.[^1]\n\n[^1]: Said *below*.');
    const [, target] = /href="#([^"]+)" id="[^"]+" data-footnote-ref/.exec(footnote) ?? [];
    assert.match(footnote, new RegExp(`<li id="${target}">.*Said <em>below</em>`));
  });
});

describe('bundled sections that a note replaces', () => {
  const bundled = parseNote(
    'kumonote-note:/en/elb.md',
    '# ELB\nIntro.\n## Access logs\nOurs.\n### Bucket\nMore.\n## Targets\nHealth.\n',
    'bundled',
    'en',
  );
  const bookWith = (frontMatter: string, body = '# How we log\nYours.\n'): Book => {
    const book = bookOf({ 'log.md': `---\n${frontMatter}\n---\n${body}` });
    book.add(bundled);
    return book;
  };
  const reason = (book: Book): string | undefined => {
    const match = book.sectionFor({ topic: 'elb', aspect: 'access-logs' }, 'en');
    return match && `${match.note.origin} ${match.section.slug}`;
  };

  it('give way to it, as the reason of findings, in search and in the panel', () => {
    const book = bookWith('replaces: elb/access-logs');
    assert.equal(reason(book), 'user how-we-log');
    assert.deepEqual(book.search('ours', 'en'), []);
    assert.deepEqual(book.search('more', 'en'), []);
    assert.equal(book.search('intro', 'en').length, 1);
    const { html: shown } = panelHtml(bundled, { ...book, image: () => undefined });
    assert.doesNotMatch(shown, /Ours|More|Bucket/);
    assert.match(
      shown,
      /Access logs<\/h2>\s*<p>Replaced by your note “<a href="#" data-note="file:\/\/\/vault\/log\.md" data-slug="how-we-log">How we log<\/a>”\.<\/p>\s*<h2 data-slug="targets">/,
    );
    book.remove('file:///vault/log.md');
    assert.equal(reason(book), 'bundled access-logs');
  });

  it('are all of a topic where the note says so', () => {
    const book = bookWith('replaces: [elb]');
    assert.equal(reason(book), 'user how-we-log');
    assert.deepEqual(book.search('intro', 'en'), []);
  });

  it('are named in a heading of the note, or else by the note as a whole', () => {
    assert.equal(
      reason(bookWith('replaces: elb/access-logs', '# ELB\n## Access logs\nYours.\n')),
      'user access-logs',
    );
    assert.equal(reason(bookWith('title: x')), 'bundled access-logs');
  });

  it('are suggested where the name is wrong', () => {
    const problem = (name: string): string | undefined =>
      parseNote('file:///vault/a.md', `---\nreplaces: ${name}\n---\n# A\n`, 'user').problems[0]?.message.en;
    assert.equal(
      problem('elb/acces-logs'),
      'There is no topic "elb/acces-logs". Did you mean "elb/access-logs"?',
    );
    assert.match(
      problem('elb/cooling') ?? '',
      /Topics are elb, .*elb\/access-logs.*Only sections of the bundled notes can be replaced\./,
    );
  });
});
