import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parsedBlocks } from '../../server/notes/blocks.ts';
import { plainBlocks } from '../../server/notes/plainBlocks.ts';

/** Lines that begin, end or go on with something, and what may stand before them. */
const lines = [
  '# One',
  '## Two ##',
  '#tag',
  '####### seven',
  '#',
  'text',
  'more `text`  ',
  '===',
  '---',
  '- ',
  '- item',
  '  - below',
  '1. first',
  '2. second',
  '10)',
  '* * *',
  '> quote',
  '>',
  '```yaml bad',
  '```',
  '~~~~ x',
  '~~~~',
  '``` a`b',
  '<div>',
  '<br/> text',
  '<!-- note -->',
  '<!--',
  '-->',
  '| a | b |',
  '[x]: https://example.com',
  '- - nested',
  '-',
  '-     code',
  '+++',
  'a: 1',
  '',
  '',
  '',
];
const indents = ['', '', '', '', ' ', '  ', '   ', '    ', '\t', ' \t', '      '];

describe('the blocks of a plain note', () => {
  it('are those that the parser finds, or are left to it', () => {
    const line = fc
      .tuple(fc.constantFrom(...indents), fc.constantFrom(...lines))
      .map(([indent, text]) => indent + text);
    const note = fc
      .tuple(
        fc.constantFrom('', '---\n', '+++\n'),
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('\n', '\r\n'),
      )
      .map(([front, all, end]) => front + all.join(end));
    fc.assert(
      fc.property(note, (text) => {
        const plain = plainBlocks(text);
        if (plain) assert.deepEqual(plain, parsedBlocks(text), JSON.stringify(text));
      }),
      { numRuns: Number(process.env.RUNS ?? 2000), seed: process.env.SEED ? Number(process.env.SEED) : 1 },
    );
  });

  it('are found without the parser in what people write', () => {
    const note = [
      '---',
      'tags: [aws]',
      '---',
      '# Amazon S3',
      'Text with `# no heading` in it.',
      '',
      '- item',
      '',
      '  ```sh',
      '  # a comment',
      '  ```',
      '> [!NOTE]',
      '> # quoted',
      '',
      'Underlined',
      '----------',
      '```rule',
      '# of the rule',
      '```',
    ].join('\n');
    const found = plainBlocks(note);
    assert.deepEqual(
      found?.headings.map(({ markdown }) => markdown),
      ['Amazon S3', 'Underlined'],
    );
    assert.deepEqual(
      found?.fences.map(({ language, content }) => [language, note.slice(content.start, content.end)]),
      [['rule', '# of the rule\n']],
    );
  });
});
