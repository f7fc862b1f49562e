import { deepEqual, ok } from 'node:assert/strict';
import fc from 'fast-check';
import { type FrontMatterKey, parsedFrontMatter } from '../../server/notes/frontMatterItems.ts';
import { plainFrontMatter } from '../../server/notes/plainFrontMatter.ts';

const keys: readonly FrontMatterKey[] = ['title', 'tags', 'aliases', 'hovers'];
const read: ReadonlySet<string> = new Set(keys);
/** What people, tools and nobody writes. */
const values = [
  'S3',
  'week-3',
  'two words',
  '2024-01-05',
  '2024-01',
  '12',
  '1.0',
  'true',
  'No',
  'null',
  '~',
  '~/vault',
  '0x1f',
  '.5',
  '.inf',
  'https://example.com/a#b',
  'AWS::S3::Bucket',
  'a: b',
  'a:',
  'a #b',
  '#b',
  '"quoted"',
  '"[[A note]]"',
  "'it''s'",
  '"a\\n"',
  '"a" b',
  '[[A note]]',
  'a, b',
  '@x',
  '`x`',
  '*a',
  '&a b',
  '!t b',
  '| ',
  '>-',
  '- a',
  '-a',
  '-',
  '?',
  '? a',
  '%a',
  ',',
  '{ a: 1 }',
  '日本語',
  '🟠 EBS',
  '',
];
const value = fc.constantFrom(...values);
const list = fc.array(value, { maxLength: 4 }).map((items) => `[${items.join(', ')}]`);
const line = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...keys, 'created', '作成 日', 'tags', '"tags"', 'true', 'a.b', 'Null'),
      fc.constantFrom(': ', ':', ':  ', ' : '),
      fc.oneof(value, value, list, fc.constant('[a, b'), fc.constant('[a,]'), fc.constant('[ ]')),
      fc.constantFrom('', '', ' ', ' # why'),
    )
    .map((parts) => parts.join('')),
  fc
    .tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('- ', '-  ', '-'), value)
    .map((parts) => parts.join('')),
  fc.constantFrom(
    '',
    '',
    '# comment',
    '  # comment',
    '  text',
    '\ttext',
    '...',
    '%YAML 1.2',
    'text',
    'tags:',
  ),
);

describe('plain front matter', () => {
  it('holds what the YAML parser finds, or is left to it', () => {
    let plainOnes = 0;
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n'), (lines, end) => {
        const source = `${lines.join(end)}${end}`;
        const plain = plainFrontMatter(source, read);
        if (!plain) return;
        plainOnes += 1;
        const parsed = parsedFrontMatter(source);
        deepEqual(parsed.errors, [], JSON.stringify(source));
        for (const key of keys) deepEqual(plain.get(key) ?? [], parsed.of(key), JSON.stringify(source));
      }),
      { numRuns: Number(process.env.RUNS ?? 4000), seed: process.env.SEED ? Number(process.env.SEED) : 1 },
    );
    ok(plainOnes > 100, `only ${plainOnes}`);
  });

  it('is what people write', () => {
    const source = [
      'title: Amazon S3, for us',
      'tags: [aws/s3, "two words"]',
      'aliases:',
      '  - S3',
      "  - 'オブジェクトストレージ'",
      'created: 2024-01-05 10:30',
      'up: "[[Storage]]"',
      'cssclasses:',
      'topics: []',
      '',
    ].join('\n');
    const plain = plainFrontMatter(source, read);
    deepEqual(
      [...(plain ?? [])].map(([key, items]) => [key, ...items.map(({ text }) => text)]),
      [
        ['title', 'Amazon S3, for us'],
        ['tags', 'aws/s3', 'two words'],
        ['aliases', 'S3', 'オブジェクトストレージ'],
        ['created', '2024-01-05 10:30'],
        ['up', '[[Storage]]'],
        ['cssclasses'],
        ['topics'],
      ],
    );
  });
});
