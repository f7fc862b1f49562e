import { strict as assert } from 'node:assert';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { topics } from '../../server/aws/topics/index.ts';
import { buildKnowledge, readKnowledge } from '../../server/build/knowledge.ts';
import { createBook } from '../../server/notes/book.ts';
import type { Note } from '../../server/notes/note.ts';

describe('the bundled notes', () => {
  let notes: Note[];
  before(async function () {
    this.timeout(20_000);
    notes = await readKnowledge('knowledge');
  });

  it('have nothing wrong in them', () => {
    assert.deepEqual(
      notes.flatMap(({ uri, problems }) => problems.map(({ message }) => `${uri}: ${message.en}`)),
      [],
    );
  });

  it('explain every topic and every aspect, in both languages', () => {
    const book = createBook();
    for (const note of notes) book.add(note);
    const missing: string[] = [];
    for (const { id, aspects } of topics) {
      for (const aspect of [undefined, ...aspects.map((each) => each.id)]) {
        for (const language of ['en', 'ja'] as const) {
          const subject = aspect === undefined ? { topic: id } : { topic: id, aspect };
          const match = book.sectionFor(subject, language);
          const exact = match?.subject.kind === 'topic' && match.subject.aspect === aspect;
          if (!exact || match.note.uri !== `kumonote-note:/${language}/${id}.md`) {
            missing.push(`${language}/${id}/${aspect ?? ''}`);
          }
        }
      }
    }
    assert.deepEqual(missing, []);
  });
});

describe('compiling the bundled notes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kumonote-knowledge-'));
    await mkdir(join(folder, 'en'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('gives the notes as the server reads them', async () => {
    await writeFile(join(folder, 'en/elb.md'), '# ELB\r\n## Access logs\r\n');
    const outFile = join(folder, 'dist/knowledge.json');
    await buildKnowledge(folder, outFile);
    const [note] = JSON.parse(await readFile(outFile, 'utf8')) as Note[];
    assert.equal(note?.uri, 'kumonote-note:/en/elb.md');
    assert.equal(note.language, 'en');
    assert.deepEqual(note.sections[1]?.subjects, [{ kind: 'topic', topic: 'elb', aspect: 'access-logs' }]);
  });

  it('fails where a note has a problem, and says where', async () => {
    await writeFile(join(folder, 'en/elb.md'), '---\ntopics: [elb/acces-logs]\n---\n# ELB\n');
    await assert.rejects(
      buildKnowledge(folder, join(folder, 'out.json')),
      /en\/elb\.md:2: There is no topic "elb\/acces-logs"/,
    );
  });
});
