import assert from 'node:assert/strict';
import { readKnowledge } from '../../server/build/knowledge.ts';
import { correctionsIn } from '../../server/notes/corrections/index.ts';
import { corrections } from '../../server/notes/corrections/topics/index.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { assertGrowsLinearly } from '../support/growth.ts';
import { pairs } from './corrections/pairs.ts';

/** What is corrected in `text`: the id of each error, and the words it is shown at. */
function corrected(text: string): readonly (readonly [id: string, words: string])[] {
  return correctionsIn(parseNote('file:///notes/meeting.md', text, 'user')).map(({ span, message }) => {
    const { id } = corrections.find(({ correct }) => message.en.startsWith(correct.en)) ?? {};
    return [id ?? '?', text.slice(span.start, span.end)];
  });
}

describe('Corrections of known errors in notes', () => {
  for (const { id } of corrections) {
    describe(id, () => {
      const pair = pairs[id];
      for (const bad of pair?.bad ?? []) {
        it(`finds: ${bad}`, () => {
          assert.deepEqual(corrected(`# ${pair?.under}\n\nBefore. ${bad}\n\n${pair?.beside ?? 'After.'}`), [
            [id, bad],
          ]);
        });
      }
      for (const good of pair?.good ?? []) {
        it(`accepts: ${good}`, () => {
          assert.deepEqual(corrected(`# ${pair?.under}\n\n${good}\n\n${pair?.beside ?? 'After.'}`), []);
        });
      }
      it('has good and bad examples in both languages', () => {
        for (const texts of [pair?.bad, pair?.good]) {
          const inJapanese = (text: string): boolean => /[\u3041-\u30ff]/.test(text);
          assert.ok(texts?.some(inJapanese), 'Japanese');
          if (!pair?.inJapaneseOnly) assert.ok(!texts?.every(inJapanese), 'English');
        }
      });
      it('says what is true in both languages, with the page of AWS', () => {
        const { correct, source } = corrections.find((each) => each.id === id) ?? assert.fail();
        assert.match(correct.ja, /[\u3041-\u30ff]/);
        assert.match(source, /^https:\/\/(?:docs\.)?aws\.amazon\.com\//);
      });
    });
  }

  it('is silent on the notes that come with Kumonote', async () => {
    const notes = await readKnowledge('knowledge');
    assert.ok(notes.length >= 26);
    for (const note of notes) {
      const found = correctionsIn(note).map(({ span }) => note.text.slice(span.start, span.end));
      assert.deepEqual(found, [], note.uri);
    }
  });

  it('marks the sentence in a list item, a quotation, a table row and a heading, without their Markdown', () => {
    const text = `# NAT gateway

- Cheap. **It is not redundant across AZs.** Ask Jo.

> 1. It is not
>    redundant across zones.

| what | note |
| --- | --- |
| zones | not redundant between AZs |

## Not redundant across Availability Zones
`;
    assert.deepEqual(
      corrected(text).map(([, words]) => words),
      [
        'It is not redundant across AZs.',
        'It is not\n>    redundant across zones.',
        'zones | not redundant between AZs |',
        'Not redundant across Availability Zones',
      ],
    );
  });

  it('reads half-width kana, full-width letters and spaces as people do', () => {
    assert.deepEqual(corrected('# NAT ゲートウェイ\n\nＡＺ 間 では 冗長化 され ません。').length, 1);
    assert.deepEqual(corrected('# EC2\n\nﾄﾗﾌｨｯｸを許可するﾙｰﾂを追加する。').length, 1);
  });

  it('looks only where the topic is spoken of', () => {
    const sentence = 'It is not redundant across Availability Zones.';
    assert.deepEqual(corrected(`# Our database\n\n${sentence}`), []);
    assert.deepEqual(corrected(`# NAT gateway\n\n## Cost\n\n${sentence}`).length, 1);
    assert.deepEqual(corrected(`---\ntopics: [nat-gateway]\n---\n\n${sentence}`).length, 1);
    assert.deepEqual(corrected(`# Network\n\nA NAT gateway is not redundant across zones.`).length, 1);
  });

  it('leaves alone what is struck out, asked, denied, code or a comment', () => {
    const sentence = 'A NAT gateway is not redundant across zones.';
    for (const text of [
      `~~${sentence}~~`,
      'Is it true that a NAT gateway is not redundant across zones?',
      `People say: ${sentence} That is wrong since 2025.`,
      'It is a myth that a NAT gateway is not redundant across zones.',
      `\`\`\`text\n${sentence}\n\`\`\``,
      `<!-- ${sentence}\n${sentence} -->`,
    ]) {
      assert.deepEqual(corrected(`# NAT gateway\n\n${text}\n`), [], text);
    }
  });

  it('joins sentences in a row that state the same error, and keeps those apart that do not', () => {
    const first = 'Throttling rejects mails above the limit.';
    const second = 'Whoever sends too many mails gets a bounce when the limit is exceeded.';
    const between = 'It has several levels.';
    assert.deepEqual(corrected(`# API Gateway\n\n${first} ${second}`), [
      ['api-gateway/throttling-is-not-mail', `${first} ${second}`],
    ]);
    assert.deepEqual(corrected(`# API Gateway\n\n${first} ${between} ${second}`).length, 2);
  });

  it('tells of a misspelt name once in a note', () => {
    assert.deepEqual(corrected('# Amazon RedShift\n\nRedShift is quick. RedShift is large.'), [
      ['redshift/name', 'Amazon RedShift'],
    ]);
  });

  it('takes time only as the text is long, also where it is made to be slow', function () {
    this.timeout(60_000);
    const parts = [
      'メール制限',
      'stopping',
      '500 GiB st1 ',
      'ステートフル',
      '~~',
      '](',
      '<a',
      '* - > ',
      'AZ間冗長',
    ];
    assertGrowsLinearly((size) => {
      const lines = parts.flatMap((part) => [
        part.repeat(900 / part.length),
        part.repeat(size / part.length),
        '',
      ]);
      corrected(`# EC2, S3, SQS, NAT gateway, API Gateway, EBS\n${lines.join('\n')}`);
    }, 5000);
  });
});
