/** The sample notes are right: what they say links, and their rules do what their examples say. */
import { deepEqual, equal } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { runExamples } from '../../server/host/examples.ts';
import { parseNote } from '../../server/notes/parse.ts';

for (const language of ['en', 'ja']) {
  describe(`The sample note (${language})`, () => {
    const text = readFileSync(`client/media/sample/${language}.md`, 'utf8');
    const note = parseNote(`file:///notes/${language}.md`, text, 'user');

    it('has nothing wrong, and is about EBS and SQS', () => {
      deepEqual(note.problems, []);
      const topics = note.sections.flatMap(({ subjects }) =>
        subjects.flatMap((subject) => (subject.kind === 'topic' ? [subject.topic] : [])),
      );
      deepEqual([...new Set(topics)], ['ebs', 'sqs']);
    });

    it('has a rule whose examples hold', async () => {
      const results = await runExamples(note);
      equal(results.length, 1);
      deepEqual(
        results.flatMap(({ problems, examples }) => [
          ...problems,
          ...examples.flatMap((each) => each.problems),
        ]),
        [],
      );
      equal(results[0]?.examples.length, 2);
    });
  });
}
