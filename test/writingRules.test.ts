/** docs/writing-rules.md, in both languages: every sample on it is run here. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadSchema } from '../server/aws/schema.ts';
import { runExamples } from '../server/host/examples.ts';
import type { Note } from '../server/notes/note.ts';
import { parseNote } from '../server/notes/parse.ts';
import { keysOfBlock, keysOfFix, keysOfSchema } from '../server/rules/ruleBlock.ts';
import { schemaBytes } from './aws/schemaBytes.ts';
import { loadCdk } from './read/cdk/support.ts';

const docs = resolve(import.meta.dirname, '..', '..', 'docs');
const pages: Readonly<Record<string, Note>> = {
  'writing-rules.md': read('writing-rules.md'),
  'ja/writing-rules.md': read('ja/writing-rules.md'),
};

function read(file: string): Note {
  return parseNote(`file:///docs/${file}`, readFileSync(resolve(docs, file), 'utf8'), 'user');
}

for (const [file, note] of Object.entries(pages)) {
  describe(`docs/${file}`, () => {
    before(loadCdk);

    it('has samples that do what they say', async function () {
      this.timeout(60_000);
      const results = await runExamples(note, await loadSchema(schemaBytes));
      assert.ok(results.length > 10);
      const problems = [
        ...note.problems,
        ...results.flatMap((result) => [
          ...result.problems,
          ...result.examples.flatMap((example) => example.problems),
        ]),
      ];
      assert.deepEqual(
        problems.map(({ span, message }) => `${note.text.slice(span.start, span.end)}: ${message.en}`),
        [],
      );
      for (const { rule, examples } of results) {
        const verdicts = new Set(examples.map(({ example }) => example.verdict));
        assert.deepEqual([...verdicts].sort(), ['bad', 'good'], rule?.id);
      }
    });

    it('runs all of them', () => {
      const written = note.text.match(/^```\w+ (?:bad|good)$/gm) ?? [];
      const run = note.ruleBlocks.flatMap(({ examples }) => examples);
      assert.equal(run.length, written.length);
    });

    it('speaks of every keyword', () => {
      const all = [...keysOfBlock, ...keysOfSchema, ...keysOfFix, 'placeholder', '{name}', '{value}'];
      const text = note.text.replace(/^```[\s\S]*?^```$/gm, '');
      const inCode = (text.match(/`[^`\n]+`/g) ?? []).join(' ');
      assert.deepEqual(
        all.filter(
          (keyword) => !new RegExp(`(?<![\\w{])${keyword.replace(/[{}]/g, '\\$&')}(?!\\w)`).test(inCode),
        ),
        [],
      );
    });
  });
}

describe('The two languages of docs/writing-rules.md', () => {
  it('have the same samples, but for the words in them', () => {
    const [english, japanese] = Object.values(pages).map(({ ruleBlocks }) =>
      ruleBlocks.map(({ source, examples }) => [
        source.replace(/^ *(?:message|title): .*$/gm, ''),
        ...examples.map((example) => example.source),
      ]),
    );
    assert.deepEqual(japanese, english);
  });
});
