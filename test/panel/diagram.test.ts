import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { renderMermaidSVG } from 'beautiful-mermaid';
import fc from 'fast-check';
import { shownLabel } from '../../client/panel/diagram/label.ts';
import { readDiagram } from '../../client/panel/diagram/read.ts';
import { assertGrowsLinearly } from '../support/growth.ts';
import { dedent } from '../support/marked.ts';

const knowledge = resolve(import.meta.dirname, '..', '..', '..', 'knowledge');

/** What the layout is told, or why it is told nothing. */
function written(source: string): string {
  const read = readDiagram(dedent(source));
  if (typeof read === 'string') return read;
  return 'line' in read ? `line ${read.line}` : shownLabel(read.write().source);
}

describe('Diagrams in the panel', () => {
  describe('flowcharts', () => {
    it('arrows need no spaces, and long ones are arrows, too', () => {
      equal(
        written(`
          graph TD
            a-->b---->c
            a -.-> c; c ==> a & b
          `),
        dedent(`
          flowchart TB
          n0[a]
          n1[b]
          n2[c]
          n0 --> n1
          n1 --> n2
          n0 -.-> n2
          n0 ==> n2
          n1 ==> n2
          `).trim(),
      );
    });

    it('text on arrows is read in each of its forms', () => {
      equal(
        written(`
          flowchart LR
            a -- yes, please --> b
            a --はい--> b
            a -->|"no"| b
            a -. maybe .- b
            a <== both ==> b
          `),
        dedent(`
          flowchart LR
          n0[a]
          n1[b]
          n0 -->|yes, please| n1
          n0 -->|はい| n1
          n0 -->|no| n1
          n0 -.-|maybe| n1
          n0 <==>|both| n1
          `).trim(),
      );
    });

    it('a box keeps its shape and the label it was given last', () => {
      equal(
        written(`
          flowchart TB
            負荷分散 --> db[("表 [1]")]
            負荷分散{{"ALB (public)"}}:::edge --> db
            queue>waits] ~~~ db
          `),
        dedent(`
          flowchart TB
          n0{{ALB (public)}}
          n1[(表 [1])]
          n2>waits]
          n0 --> n1
          n0 --> n1
          `).trim(),
      );
    });

    it('subgraphs are nested, and a box is in the first one that names it', () => {
      equal(
        written(`
          flowchart LR
            user --> web
            subgraph vpc [The VPC]
              subgraph a
                web
              end
              web --> db
            end
            user --> vpc
          `),
        dedent(`
          flowchart LR
          n0[user]
          subgraph n1 [The VPC]
          n2[db]
          subgraph n3 [a]
          n4[web]
          end
          end
          n0 --> n4
          n4 --> n2
          n0 --> n1
          `).trim(),
      );
    });

    it('colours, clicks, comments and settings are passed over', () => {
      equal(
        written(`
          ---
          title: Ours
          ---
          %%{init: {"theme": "dark"}}%%
          flowchart LR
            %% from left to right
            a --> b
            style a fill:#f00
            classDef red fill:#f00
            click a "https://example.com"
          `),
        dedent(`
          flowchart LR
          n0[a]
          n1[b]
          n0 --> n1
          `).trim(),
      );
    });

    for (const line of ['a --o b', 'a --x b', 'a@{ shape: cyl }', 'a[open', 'a b', 'a -->', '--> a', 'end']) {
      it(`\`${line}\` is not drawn in part`, () => {
        equal(written(`flowchart LR\n  first --> second\n  ${line}\n`), 'line 3');
      });
    }
  });

  describe('state diagrams', () => {
    it('start, end, composite states and labels', () => {
      equal(
        written(`
          stateDiagram-v2
            state "in review" as review
            [*] --> draft
            draft --> review: hand in
            review --> published
            state published {
              [*] --> fresh
              fresh --> old
            }
            published --> [*]
          `),
        dedent(`
          stateDiagram-v2
          direction TB
          state "in review" as n0
          state "draft" as n1
          state "published" as n2 {
          state "fresh" as n3
          state "old" as n4
          [*] --> n3
          }
          [*] --> n1
          n2 --> [*]
          n1 --> n0: hand in
          n0 --> n2
          n3 --> n4
          `).trim(),
      );
    });

    it('an arrow that leads back is written the other way round, and said to be', () => {
      const read = readDiagram('stateDiagram-v2\n [*] --> on\n on --> off: stop\n off --> on: start');
      ok(typeof read === 'object' && 'write' in read);
      const { source, reversed } = read.write();
      deepEqual(reversed, [{ from: 'n0', to: 'n1', label: 'start' }]);
      ok(source.endsWith('n0 --> n1: stop\nn0 --> n1: start'));
    });

    it('notes and choices are not drawn', () => {
      equal(written('stateDiagram-v2\n a --> b\n note right of a: hm'), 'line 3');
      equal(written('stateDiagram-v2\n state c <<choice>>'), 'line 2');
    });
  });

  describe('sequence diagrams', () => {
    it('people, messages, notes and blocks', () => {
      equal(
        written(`
          sequenceDiagram
            autonumber
            actor 利用者
            利用者->>+API: POST /orders; now
            alt in stock
              API-->>-利用者: 201
            else
              API-->>利用者: 409
            end
            Note over API: no retry
          `),
        dedent(`
          sequenceDiagram
          actor p0 as 利用者
          participant p1 as API
          p0->>+p1: 1. POST /orders; now
          alt in stock
          p1-->>-p0: 2. 201
          else
          p1-->>p0: 3. 409
          end
          Note over p1: no retry
          `).trim(),
      );
    });

    it('a lost message and an open block are not drawn', () => {
      equal(written('sequenceDiagram\n a-xb: lost'), 'line 2');
      equal(written('sequenceDiagram\n loop ever\n a->>b: again'), 'line 3');
    });
  });

  it('other kinds, and what is too large, stay text', () => {
    equal(written('gantt\n title Plan'), 'otherKind');
    equal(written(''), 'otherKind');
    equal(written(`flowchart LR\n${'a --> b\n'.repeat(1500)}`), 'tooLarge');
    equal(
      written(`flowchart LR\n${Array.from({ length: 60 }, (_, i) => `a${i} --> b${i}`).join('\n')}`),
      'tooLarge',
    );
    equal(written(`flowchart LR\n a[${'x'.repeat(2000)}]`), 'tooLarge');
  });

  it('the engine draws every box and arrow of the bundled notes', () => {
    let count = 0;
    for (const language of ['en', 'ja']) {
      for (const file of readdirSync(join(knowledge, language))) {
        const note = readFileSync(join(knowledge, language, file), 'utf8');
        for (const [, source = ''] of note.matchAll(/```mermaid\n([\s\S]*?)```/g)) {
          const read = readDiagram(source);
          ok(typeof read === 'object' && 'write' in read, `${language}/${file}: ${JSON.stringify(read)}`);
          const picture = renderMermaidSVG(read.write().source);
          const parts = picture.match(/<g class="(?:node|subgraph)"|<polyline class="edge"/g) ?? [];
          ok(parts.length >= read.size, `${language}/${file}: ${parts.length} of ${read.size}`);
          count++;
        }
      }
    }
    ok(count >= 8);
  });

  it('nothing that is written in a diagram stops the panel', () => {
    const piece = fc.constantFrom(
      ...[
        'flowchart LR',
        'stateDiagram-v2',
        'sequenceDiagram',
        '\n',
        ' ',
        'a',
        '図',
        '-->',
        '--',
        '-.',
        '==',
        '|',
      ],
      ...[
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '"',
        ':',
        ';',
        '&',
        'subgraph ',
        'end',
        '[*]',
        '->>',
        '<br>',
        '#35;',
        '`',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        for (const head of ['flowchart LR\n', 'stateDiagram-v2\n', 'sequenceDiagram\n']) {
          const read = readDiagram(head + pieces.join(''));
          if (typeof read === 'object' && 'write' in read) read.write();
        }
      }),
      { numRuns: 300 },
    );
  });

  it('takes time only as the text is long', function () {
    this.timeout(60_000);
    const parts = ['a ', '- ', '-- a ', '[', '"', '#', ' ', 'a-', '|', '& '];
    const heads = ['flowchart LR\n a --', 'stateDiagram-v2\n a', 'sequenceDiagram\n a', 'flowchart LR\n a['];
    assertGrowsLinearly((size) => {
      for (const part of parts) {
        for (const head of heads) {
          readDiagram(head + part.repeat(size / part.length));
          readDiagram(head + `${part.repeat(50)}\n`.repeat(size / 11));
        }
      }
    }, 240);
  });
});
