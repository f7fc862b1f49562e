import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import type { Note } from '../../server/notes/note.ts';
import { parseNote, unreadableNote } from '../../server/notes/parse.ts';
import { dedent, mark } from '../support/marked.ts';
import { showSections, showSubjects } from './show.ts';

function parse(text: string, uri = 'file:///project/notes/memo.md'): Note {
  return parseNote(uri, dedent(text), 'user');
}

/** The note with its problems marked where they are. */
function showProblems(note: Note): string {
  return mark(
    note.text,
    note.problems.map(({ span, severity, message }) => ({ span, label: `${severity} ${message.en}` })),
  );
}

describe('reading a note', () => {
  it('needs no metadata', () => {
    const note = parse(`
      Some text first.

      # Amazon S3

      Buckets.

      ## Versioning
    `);
    assert.equal(note.title, 'Amazon S3');
    assert.equal(showSections(note), '- Amazon S3\n# Amazon S3 → s3\n## Versioning → s3/versioning');
    assert.deepEqual(note.problems, []);
  });

  it('knows where each section begins and ends, and what it is in', () => {
    const note = parse(`
      # One
      a
      ## Two
      b
      # Three
      c
    `);
    const texts = note.sections.map(({ span, body, parent }) => [
      note.text.slice(span.start, span.end),
      note.text.slice(body.start, body.end),
      parent,
    ]);
    assert.deepEqual(texts, [
      ['# One\na\n## Two\nb\n', '\na\n', undefined],
      ['## Two\nb\n', '\nb\n', 0],
      ['# Three\nc\n', '\nc\n', undefined],
    ]);
  });

  it('makes slugs as GitHub does', () => {
    const note = parse(`
      # Elastic Load Balancing (ELB)
      ## SSH 接続
      ## SSH 接続
      ## 🚀 1) A & B
      ## \`code\` and [link](x.md)
    `);
    assert.deepEqual(
      note.sections.map(({ slug }) => slug),
      ['elastic-load-balancing-elb', 'ssh-接続', 'ssh-接続-1', '-1-a--b', 'code-and-link'],
    );
  });

  it('takes the title from front matter, else the first heading, else the file name', () => {
    assert.equal(parse('---\ntitle: Ours\n---\n# Heading').title, 'Ours');
    assert.equal(parse('# **Heading**').title, 'Heading');
    assert.equal(parse('Text.', 'file:///project/notes/%E3%83%A1%E3%83%A2.md').title, 'メモ');
  });

  it('is not deceived by number signs in code, comments and quotes', () => {
    const note = parse(`
      # S3

      \`\`\`sh
      # EC2
      \`\`\`

      <!--
      # SQS
      -->

          # Athena

      > # Redshift
    `);
    assert.equal(showSections(note), '# S3 → s3');
  });

  it('links the whole of a note named after a service', () => {
    assert.equal(showSections(parse('# Basics\n', 'file:///project/notes/ec2.md')), '# Basics → ec2');
    assert.equal(showSections(parse('# Plan\n', 'file:///project/notes/ec2-migration-story.md')), '# Plan');
  });

  describe('with front matter', () => {
    it('explains what it says', () => {
      const note = parse(`
        ---
        title: Our queues
        language: ja
        types: [AWS::SQS::Queue, AWS::SNS::*, AWS::SQS::Queue.RedrivePolicy]
        classes:
          - aws-sqs.Queue
          - Topic.addSubscription
        topics: sqs/visibility-timeout
        aliases: [ALB]
        tags: [anything, else]
        ---
        # Rules of the house
      `);
      assert.equal(note.language, 'ja');
      assert.equal(
        showSubjects(note.sections[0]?.subjects ?? []),
        'AWS::SQS::Queue, AWS::SNS::*, AWS::SQS::Queue.RedrivePolicy, Queue, Topic.addSubscription, sqs/visibility-timeout, elb',
      );
      assert.deepEqual(note.problems, []);
    });

    it('speaks for a note without a title, too', () => {
      const note = parse('---\ntopics: [elb]\n---\n## First\n## Second\n', 'file:///project/notes/house.md');
      assert.equal(showSections(note), '- First → elb\n## First\n## Second');
    });

    it('reports what it does not understand, where it stands', () => {
      const note = parse(`
        ---
        types: [S3 Bucket, AWS::S3::Bucket]
        topics: [athna]
        ---
        # House rules
      `);
      const shown = showProblems(note);
      assert.match(shown, /types: \[S3 Bucket.*\n {8}\^{9} warning "S3 Bucket" is not a resource type/);
      assert.match(
        shown,
        /topics: \[athna\]\n {9}\^{5} warning There is no topic "athna". Did you mean "athena"\?/,
      );
      assert.equal(showSections(note), '# House rules → AWS::S3::Bucket');
    });

    it('leaves alone what other tools have under the same keys', () => {
      const messages = (frontMatter: string): string[] =>
        parse(`---\n${frontMatter}\n---\n# House rules\n`).problems.map(({ message }) => message.en);
      for (const theirs of [
        'topics: [meetings, sql, web, "[[Storage]]", ops/logs]',
        'topics: architecture decision',
        'types: [meeting]',
        'classes: wide',
      ])
        assert.deepEqual(messages(theirs), [], theirs);
      assert.match(messages('topics: [elb/cooling]')[0] ?? '', /Topics are elb, .*go under "aliases"/);
      assert.match(messages('topics: dynamdb')[0] ?? '', /Did you mean "dynamodb"/);
    });

    it('that is broken is reported, and the rest is read', () => {
      const note = parse('---\ntitle: [unclosed\n---\n# Amazon S3\n');
      assert.equal(note.problems.length > 0, true);
      assert.match(note.problems[0]?.message.en ?? '', /front matter is not valid YAML/);
      assert.ok((note.problems[0]?.span.start ?? 99) < note.text.indexOf('# Amazon'));
      assert.equal(showSections(note), '# Amazon S3 → s3');
    });

    it('without an end is reported', () => {
      const note = parse('---\ntitle: Mine\n# Amazon S3\n');
      assert.match(showProblems(note), /warning This front matter has no end/);
    });
  });

  describe('with rules', () => {
    const note = parse(`
      # SQS

      \`\`\`rule
      id: house/retention
      on: AWS::SQS::Queue
      \`\`\`

      \`\`\`yaml bad
      A: 1
      \`\`\`

      \`\`\`typescript good
      const a = 1;
      \`\`\`

      ## Other

      \`\`\`yaml good
      B: 1
      \`\`\`

      \`\`\`rule
      id: house/unclosed
    `);

    it('gives each block with its place and its examples', () => {
      assert.deepEqual(
        note.ruleBlocks.map(({ source, span, section, examples }) => ({
          source,
          same: note.text.slice(span.start, span.end) === source,
          section,
          examples: examples.map(({ verdict, language, source }) => `${verdict} ${language}: ${source}`),
        })),
        [
          {
            source: 'id: house/retention\non: AWS::SQS::Queue\n',
            same: true,
            section: 0,
            examples: ['bad yaml: A: 1\n', 'good typescript: const a = 1;\n'],
          },
          { source: 'id: house/unclosed\n', same: true, section: 1, examples: [] },
        ],
      );
    });

    it('says so where an example belongs to none', () => {
      assert.match(showProblems(note), /```yaml good\n\^+ information This example belongs to no rule/);
    });
  });

  it('bounds what it reads of a very long note, and says so', function () {
    this.timeout(20_000);
    const note = parseNote(
      'file:///big.md',
      `# Amazon S3\n\n${'Words and words.\n\n'.repeat(300_000)}`,
      'user',
    );
    assert.match(note.problems[0]?.message.en ?? '', /longer than 200,000 characters/);
    assert.equal(showSections(note), '# Amazon S3 → s3');
  });

  it('bounds what nests without end, and says so', () => {
    for (const deep of [
      `${'> '.repeat(20_000)}x`,
      `${'- '.repeat(20_000)}x`,
      Array.from({ length: 40 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n'),
    ]) {
      const note = parseNote('file:///deep.md', `# Amazon S3\n\n${deep}\n\n## Versioning\n`, 'user');
      assert.match(note.problems[0]?.message.en ?? '', /nested more than/);
      assert.equal(showSections(note), '# Amazon S3 → s3\n## Versioning → s3/versioning');
    }
  });

  it('does not take deeply indented code for nesting', () => {
    const code = `\`\`\`yaml\n${' '.repeat(80)}- deep\n\`\`\``;
    assert.deepEqual(parseNote('file:///code.md', `# S3\n\n${code}\n`, 'user').problems, []);
  });

  it('never throws, and keeps its spans inside the text', function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      '# S3',
      '\n',
      '---\n',
      'title: [',
      '```rule\n',
      '```',
      '> ',
      '- ',
      '\t',
      '**',
      '`AWS::S3::Bucket`',
      '[a](b',
      '<!--',
      '===\n',
      '| a |',
      '\r\n',
      'EC2のSSH',
      '\ud800',
      '🟢',
      'types: ',
      ': ',
      '"',
      '~~~yaml bad\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const note = parseNote('file:///x.md', text, 'user');
        const spans = [
          ...note.sections.flatMap(({ span, body, headingSpan }) => [span, body, headingSpan]),
          ...note.ruleBlocks.map(({ span }) => span),
          ...note.problems.map(({ span }) => span),
        ];
        return spans.every(({ start, end }) => start >= 0 && start <= end && end <= text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('stands in for a file that cannot be read', () => {
    const note = unreadableNote('file:///project/notes/huge.md', 1024 * 1024);
    assert.equal(note.title, 'huge.md');
    assert.match(note.problems[0]?.message.en ?? '', /larger than 1024 KB/);
  });
});
