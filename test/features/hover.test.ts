import { strict as assert } from 'node:assert';
import { linesOf } from '../../server/notes/hoverText.ts';
import { type Editor, startEditor } from '../support/editor.ts';
import { parseMarked } from '../support/marked.ts';
import { inCdk, notInCdk } from './cdkPlaces.ts';
import { cdkText, templateText } from './files.ts';
import { inJapanese, inTemplates, notInTemplates } from './places.ts';
import { topicPlaces, userNote } from './userNote.ts';

describe('Hover', () => {
  let editor: Editor;
  let opened = 0;
  afterEach(() => editor.dispose());

  /** The hover at the mark. */
  async function hoverIn(marked: string, languageId: 'yaml' | 'typescript'): Promise<string | undefined> {
    const { text, cursor } = parseMarked(marked);
    assert(cursor !== undefined, marked);
    opened += 1;
    const path = `${opened}.${languageId === 'yaml' ? 'yaml' : 'ts'}`;
    await editor.open(path, languageId, text);
    return editor.hover(path, cursor);
  }

  /** Checks every place of a table: `place`, `  → how it begins`, `  → what it says`. */
  async function checkAll(
    table: string,
    languageId: 'yaml' | 'typescript',
    whole: (place: string) => string,
  ) {
    const wrong: string[] = [];
    for (const entry of table.trim().split(/\n(?! )/)) {
      const [place = '', first = '', phrase = ''] = entry.split(/\n\s+→ /);
      const hover = await hoverIn(whole(place), languageId);
      const fits = hover?.startsWith(first) && hover.includes(phrase) && problemsOf(hover).length === 0;
      if (!fits) wrong.push(`${entry}\n${problemsOf(hover ?? '').join('\n')}\n${hover}`);
    }
    assert.equal(wrong.join('\n\n'), '');
  }

  async function checkNothingClaimed(
    table: string,
    languageId: 'yaml' | 'typescript',
    whole: (place: string) => string,
  ) {
    for (const place of table.trim().split('\n')) {
      const hover = (await hoverIn(whole(place), languageId)) ?? '';
      assert.doesNotMatch(hover, /\*\*/, place);
      assert.deepEqual(problemsOf(hover), [], place);
    }
  }

  it('says in a template what the notes say about this very place', async () => {
    editor = await startEditor();
    await checkAll(inTemplates, 'yaml', templateText);
  });

  it('says the same in CDK code', async () => {
    editor = await startEditor();
    await checkAll(inCdk, 'typescript', cdkText);
  });

  it('says it in Japanese', async () => {
    editor = await startEditor({ language: 'ja' });
    await checkAll(inJapanese, 'yaml', templateText);
  });

  it('claims nothing where the notes are about something else', async () => {
    editor = await startEditor();
    await checkNothingClaimed(notInTemplates, 'yaml', templateText);
    await checkNothingClaimed(notInCdk, 'typescript', cdkText);
  });

  it("shows one user's note on many topics where each is met, before ours", async () => {
    editor = await startEditor({ language: 'ja', files: { 'notes/memo.md': userNote } });
    for (const [place, words] of Object.entries(topicPlaces)) {
      const hover = (await hoverIn(templateText(place), 'yaml')) ?? '';
      assert.equal(hover.split('\n')[0], '*notes/memo.md*', place);
      const user = hover.indexOf(words);
      assert.ok(user > 0, `${place}\n${hover}`);
      assert.deepEqual(problemsOf(hover), [], place);
    }
  });

  it("brings a user's words on a value before what they say around it", async () => {
    editor = await startEditor({
      files: {
        'notes/disks.md':
          '# EBS\n\n## Volume types\n\n- `gp3` for everything.\n- `st1` for the brokers.\n\n### HDD\n\nNot for databases. One ran on `st1` for two weeks.\n',
      },
    });
    const hover = await hoverIn(templateText('AWS::EC2::Volume { VolumeType: s$0t1 }'), 'yaml');
    assert.match(
      hover ?? '',
      /^\*notes\/disks\.md\*\n\n\*\*st1\*\* for the brokers\.\n\n.*One ran on `st1`/s,
    );
    assert.match(hover ?? '', /Throughput Optimized HDD/);
  });

  it('shows beside a finding the one aspect that gives its reason', async () => {
    editor = await startEditor();
    const hover = await hoverIn(
      templateText('AWS::ElasticLoadBalancingV2::Load$0Balancer { Subnets: [a, b] }'),
      'yaml',
    );
    assert.match(hover ?? '', /\*\*Access logs\*\*[\s\S]*⚠.*`elb\/access-logs-disabled`/);
    assert.equal(hover?.match(/^\*\*/gm)?.length, 2);
  });
});

/** What no hover may be: long, or with a line that announces something which is not there. */
function problemsOf(hover: string): string[] {
  const problems: string[] = [];
  const lines = linesOf(hover);
  if (lines > 15) problems.push(`${lines} lines`);
  const paragraphs = hover.split('\n\n');
  paragraphs.forEach((paragraph, index) => {
    const next = paragraphs[index + 1] ?? '';
    if (/[:：]$/.test(paragraph) && !/^(?:[-*+] |\d+\. |```|\|)/.test(next))
      problems.push(`ends in a colon: ${paragraph}`);
  });
  return problems;
}
