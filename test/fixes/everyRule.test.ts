/** Whatever fix a rule offers for its own bad example mends it: in block and flow style, with CRLF, and in JSON. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { parseDocument, visit } from 'yaml';
import { problemsOf, read } from '../read/show.ts';
import { variantsOf } from '../rules/variants.ts';
import { parseMarked } from '../support/marked.ts';
import { root } from '../support/serverProcess.ts';
import { FixingEditor } from './fixing.ts';

const folder = `${root}test/golden/rules/`;

const styles: Readonly<Record<string, (text: string) => string>> = {
  'as written': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'in flow style': inFlowStyle,
  'in JSON': inJson,
};

describe('Fixes for the bad example of', () => {
  const editor = new FixingEditor();
  before(() => editor.start());
  after(() => editor.stop());

  for (const name of readdirSync(folder)) {
    const { text: example } = parseMarked(readFileSync(`${folder}${name}/bad.yaml`, 'utf8'));
    for (const [style, restyle] of Object.entries(styles)) {
      it(`${name}, ${style}`, async () => {
        const text = restyle(example);
        const language = style === 'in JSON' ? 'json' : 'yaml';
        const path = await editor.open(text, language);
        for (const { code, range } of editor.findings(path)) {
          const rule = String(code);
          const count = editor.findings(path).filter((each) => each.code === rule).length;
          for (const action of await editor.offersIn(path, range, ['quickfix'])) {
            if (action.diagnostics?.every((each) => each.code !== rule)) continue;
            const copy = await editor.open(text, language);
            const fixed = await editor.take(copy, text, language, action);
            const left = fixed.remaining.filter((each) => each === rule).length;
            assert.ok(left < count, `${action.title} does not mend ${rule}:\n${fixed.text}`);
            assert.deepEqual(problemsOf(read(fixed.text, language)), [], fixed.text);
          }
        }
      });
    }
  }
});

function inJson(text: string): string {
  return variantsOf(text).find(({ change }) => change === 'JSON')?.text ?? '';
}

function inFlowStyle(text: string): string {
  const document = parseDocument(text);
  visit(document, {
    Collection: (_key, node) => {
      node.flow = true;
    },
    Scalar: (_key, node) => {
      if (node.type?.startsWith('BLOCK')) node.type = 'QUOTE_DOUBLE';
    },
  });
  return document.toString({ lineWidth: 80 });
}
