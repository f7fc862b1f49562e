/** `kumonote import`, as it is run on a command line. */
import { deepEqual, equal, match, rejects } from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importCommand } from '../../server/main/importRules.ts';
import { parseNote } from '../../server/notes/parse.ts';

const guard = `
let buckets = Resources.*[ Type == 'AWS::S3::Bucket' ]
rule S3_VERSIONED when %buckets !empty {
  %buckets.Properties.VersioningConfiguration.Status == 'Enabled'
  << Violation: Versioning is off. Fix: Enable it. >>
}
rule S3_BOTH { S3_VERSIONED }`;

describe('kumonote import', () => {
  let folder = '';
  const printed: string[] = [];
  const { log } = console;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kumonote-import-'));
    mkdirSync(join(folder, 'buckets'));
    writeFileSync(join(folder, 'buckets', 's3.guard'), guard);
    printed.length = 0;
    console.log = (line: string) => printed.push(line);
  });

  afterEach(() => {
    console.log = log;
    rmSync(folder, { recursive: true });
  });

  const run = (force = false) =>
    importCommand({
      paths: [folder],
      out: join(folder, 'notes'),
      severity: 'warning',
      force,
      language: 'en',
    });

  it('writes a note that works, and says what it could not take', async () => {
    equal(await run(), 1);
    const text = readFileSync(join(folder, 'notes', 'buckets.md'), 'utf8');
    const note = parseNote('file:///notes/buckets.md', text, 'user');
    equal(note.title, 'Guard: buckets');
    equal(note.ruleBlocks.length, 1);
    // Rules' names do not speak of S3 in hovers.
    deepEqual(
      note.sections.flatMap(({ subjects }) => subjects),
      [],
    );
    match(printed[0] ?? '', /s3\.guard:7: S3_BOTH: it refers to another rule$/);
    match(printed[1] ?? '', /^1 of 2 rules taken, in 1 note in /);
  });

  it('writes over a note only if it is told to', async () => {
    await run();
    await rejects(run(), /buckets\.md is there already/);
    equal(await run(true), 1);
  });
});
