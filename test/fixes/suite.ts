/** One case per fix, tried in every way in which a template can be written. */
import assert from 'node:assert/strict';
import { parse, stringify } from 'yaml';
import { problemsOf, read } from '../read/show.ts';
import { dedent } from '../support/marked.ts';
import { type Fixed, FixingEditor } from './fixing.ts';

export interface FixCase {
  readonly rule: string;
  /** The action's title. */
  readonly title: string;
  /** The same in Japanese. */
  readonly titleJa: string;
  /** A template with intrinsic functions in their long form, so that it can also stand as JSON. */
  readonly template?: { readonly before: string; readonly after: string };
  /** Code below the imports of all services. */
  readonly cdk?: { readonly before: string; readonly after: string };
  /** The same in Python, below its imports. */
  readonly python?: { readonly before: string; readonly after: string };
}

/** What stands above the code of a suite, by language. */
export interface Imports {
  readonly cdk: string;
  readonly python?: string;
}

/** How JSON templates are indented; undefined is one line. */
const indentations: readonly (readonly [string, string | number | undefined])[] = [
  ['2 spaces', 2],
  ['4 spaces', 4],
  ['tabs', '\t'],
  ['on one line', undefined],
];

export function fixSuite(topic: string, imports: Imports, cases: readonly FixCase[]): void {
  describe(`Fixes for ${topic}`, () => {
    const editor = new FixingEditor();
    const japanese = new FixingEditor();
    before(async () => {
      await editor.start();
      await japanese.start({ language: 'ja' });
    });
    after(() => {
      editor.stop();
      japanese.stop();
    });

    const fix = async (text: string, language: string, { rule, title }: FixCase): Promise<Fixed> => {
      const fixed = await editor.fix(text, language, rule, title);
      assert.ok(!fixed.remaining.includes(rule), `${rule} still finds something in\n${fixed.text}`);
      if (language === 'yaml' || language === 'json') {
        assert.deepEqual(problemsOf(read(fixed.text, language)), [], fixed.text);
      }
      return fixed;
    };

    for (const each of cases) {
      const { rule, title, template, cdk, python } = each;
      describe(`${rule}: ${title}`, () => {
        if (template) templateTests(fix, each, dedent(template.before), dedent(template.after));
        const code = [
          { how: 'in CDK', language: 'typescript', start: `${imports.cdk}\n`, example: cdk },
          { how: 'in CDK, in Python', language: 'python', start: `${imports.python}\n`, example: python },
        ];
        for (const { how, language, start, example } of code) {
          if (!example) continue;
          it(how, async () => {
            const { shown } = await fix(start + dedent(example.before), language, each);
            assert.equal(shown, start + dedent(example.after));
          });
        }
        it('says the same in Japanese', async () => {
          const [text, language] = template
            ? [dedent(template.before), 'yaml']
            : [`${imports.cdk}\n${dedent(cdk?.before ?? '')}`, 'typescript'];
          const { remaining } = await japanese.fix(text, language, rule, each.titleJa);
          assert.ok(!remaining.includes(rule));
        });
      });
    }
  });
}

type Fix = (text: string, language: string, each: FixCase) => Promise<Fixed>;

function templateTests(fix: Fix, each: FixCase, before: string, after: string): void {
  const data: unknown = parse(before);
  const fixedData: unknown = parse(after.replaceAll(/[«»]/g, ''));

  it('in YAML', async () => {
    assert.equal((await fix(before, 'yaml', each)).shown, after);
  });

  it('with CRLF line breaks', async () => {
    const { shown } = await fix(before.replaceAll('\n', '\r\n'), 'yaml', each);
    assert.equal(shown, after.replaceAll('\n', '\r\n'));
  });

  it('with 4 spaces', async () => {
    const { text } = await fix(stringify(data, { indent: 4 }), 'yaml', each);
    assert.deepEqual(parse(text), fixedData);
  });

  it('in flow style', async () => {
    const { text } = await fix(stringify(data, { collectionStyle: 'flow', lineWidth: 0 }), 'yaml', each);
    assert.deepEqual(parse(text), fixedData);
    const narrow = stringify(data, { collectionStyle: 'flow', lineWidth: 40 });
    assert.deepEqual(parse((await fix(narrow, 'yaml', each)).text), fixedData);
  });

  for (const [how, indentation] of indentations) {
    it(`in JSON, ${how}`, async () => {
      const { text } = await fix(JSON.stringify(data, null, indentation), 'json', each);
      assert.deepEqual(JSON.parse(text), fixedData);
      if (indentation === undefined) assert.ok(!text.includes('\n'));
      // What is written by hand has short lists on one line; what is written by a program has not.
      else assert.equal(text, JSON.stringify(fixedData, null, indentation));
    });
  }
}
