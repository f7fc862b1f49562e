import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { hoverMarkdown } from '../../server/notes/hoverMarkdown.ts';
import { parseNote } from '../../server/notes/parse.ts';
import { dedent } from '../support/marked.ts';

/** The hover of the note's first section. */
function hover(text: string, lines = 10): string {
  const note = parseNote('file:///project/notes/memo.md', dedent(text), 'user');
  const section = note.sections[0];
  assert.ok(section);
  return hoverMarkdown(
    { note, section, specificity: 'topic', subject: { kind: 'topic', topic: 'elb' } },
    { maxLines: lines },
  ).markdown;
}

function check(text: string, expected: string, lines?: number): void {
  assert.equal(hover(text, lines), dedent(expected).trimEnd());
}

describe('the hover of a section', () => {
  it('makes plain Markdown of what vaults write', () => {
    check(
      `
        # ELB
        See [[Balancers|our balancers]], [[S3#Buckets]] and \`[[code]]\`. ![[plan.png|300]]
        This is ==important==. #aws/elb

        > [!WARNING] Costs
        > Idle balancers cost money.

        ![[Runbook]]
      `,
      `
        **ELB**

        See our balancers, S3 › Buckets and \`[[code]]\`.
        This is **important**. #aws/elb

        > **Costs**${'  '}
        > Idle balancers cost money.

        Runbook
      `,
    );
  });

  it("is the note's own words", () => {
    check(
      `
        ---
        title: Balancers
        ---
        # 1) Load *balancing* (ELB)
        Spreads traffic over targets.
        Logs are **off** by default.

        - one
        - two
          and a half

        ***
        # Next
      `,
      `
        **Load balancing (ELB)**

        Spreads traffic over targets.
        Logs are **off** by default.

        - one
        - two
          and a half
      `,
    );
  });

  it('keeps the lines of a quote together', () => {
    check('# ELB\n\n> one\n> two\nthree\n', '**ELB**\n\n> one\n> two\n> three');
  });

  it('keeps short code and tables, and leaves out rules, examples and diagrams', () => {
    check(
      `
        # ELB

        \`\`\`yaml
        A: 1
        \`\`\`

        \`\`\`rule
        id: house/x
        \`\`\`

        \`\`\`yaml bad
        B: 1
        \`\`\`

        \`\`\`mermaid
        graph TD
        \`\`\`

        | a | b |
        | - | - |
        | 1 | 2 |
      `,
      `
        **ELB**

        \`\`\`yaml
        A: 1
        \`\`\`

        | a | b |
        | - | - |
        | 1 | 2 |
      `,
    );
  });

  it('is cut at a sentence, an item or a row', () => {
    const sentence = 'This sentence is exactly as long as it has to be for the purpose of this test. ';
    assert.match(hover(`# ELB\n\n${sentence.repeat(20)}`, 3), /purpose of this test\. …$/);
    const japanese = 'この文はテストのためにちょうどよい長さで書かれています。';
    assert.match(hover(`# ELB\n\n${japanese.repeat(20)}`, 3), /書かれています。 …$/);
    assert.match(
      hover(`# ELB\n\n${'- item\n'.repeat(20)}`, 3),
      /^\*\*ELB\*\*\n\n- item\n- item\n- item\n\n…$/,
    );
    assert.match(hover(`# ELB\n\n| a |\n| - |\n${'| 1 |\n'.repeat(20)}`, 4), /\| 1 \|\n\n…$/);
  });

  it('brings the beginnings of the sub-sections where the section itself says little', () => {
    check(
      `
        # NAT

        ## Inside a zone

        Redundant.

        More of it.

        ## Between zones: *not* redundant
      `,
      `
        **NAT**

        **Inside a zone**

        Redundant.

        **Between zones: not redundant**
      `,
    );
  });

  it('never ends with a line that announces what was left out', () => {
    const list =
      '- an item that is long enough for two lines of a hover, so that not all of them fit in it\n'.repeat(9);
    assert.doesNotMatch(hover(`# ELB\n\nWords.\n\nThree facts:\n\n${list}`, 2), /Three facts/);
    assert.match(hover(`# ELB\n\n## Facts\n\nThree facts:\n\n${list}`, 9), /Three facts:\n\n- an item/);
    assert.doesNotMatch(
      hover('# ELB\n\n## Sample\n\nSet it:\n\n```yaml\nA: 1\n```\n\n## More\n\nWords.\n', 9),
      /Set it|Sample/,
    );
  });

  it('shows no images, no HTML and no links but to the web', () => {
    check(
      `
        # ELB

        ![picture](https://example.com/x.png) See [docs](https://example.com/a(b)), [other](other.md#x), [run](command:x.y), [ref][1] <br> and <b onclick="x">bold</b> <https://example.com>.

        <!-- hidden
        words -->

        <script>
        alert(1)
        </script>

        [1]: command:evil
      `,
      `
        **ELB**

        See docs, other, run, ref   and bold <https://example.com>.
      `,
    );
  });

  it('makes no link of what is around a tag', () => {
    check(
      '# ELB\n\nWords <<command:x>command:x> and <<b>i>more',
      '**ELB**\n\nWords &lt;command:x> and &lt;i>more',
    );
  });

  it('leaves lines of nothing but links to the links below it', () => {
    check(
      '# ELB\n\nWords.\n\nAWS: [a](https://example.com) · [b](https://example.com)\n',
      '**ELB**\n\nWords.',
    );
  });

  it('leads nowhere but to the web, whatever is written', function () {
    this.timeout(20_000);
    const piece = fc.constantFrom(
      ...[
        '[',
        ']',
        '(',
        ')',
        '![',
        '<',
        '>',
        '`',
        '``',
        '\\',
        '\n',
        '\n\n',
        '- ',
        '> ',
        ' ',
        'a',
        '"',
        '*',
        '|',
        '```\n',
      ],
      ...[
        'command:x',
        '[x]',
        '[a](command:x)',
        '](command:x)',
        '<command:x>',
        '[a]: command:x',
        '[a]',
        'https://e.x',
      ],
    );
    const markdown = unified().use(remarkParse).use(remarkGfm);
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        let safe = true;
        visit(markdown.parse(hover(`# A\n\n${pieces.join('')}`)), (node) => {
          if (node.type === 'image') safe = false;
          if ('url' in node && !String(node.url).startsWith('http')) safe = false;
        });
        return safe;
      }),
      { numRuns: 1000 },
    );
  });
});
