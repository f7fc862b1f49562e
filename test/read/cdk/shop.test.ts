/** The shop of `examples/`, with what is found in it: the same in every language. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkFindings } from '../../rules/findings.ts';
import { parseMarked } from '../../support/marked.ts';
import { loadCdk } from './support.ts';

const shops = [
  ['typescript', 'examples/cdk/lib/shop-stack.ts'],
  ['python', 'examples/cdk-python/shop/shop_stack.py'],
  ['java', 'examples/cdk-java/src/main/java/shop/ShopStack.java'],
  ['csharp', 'examples/cdk-csharp/src/Shop/ShopStack.cs'],
  ['go', 'examples/cdk-go/shop_stack.go'],
] as const;

describe('The shop in', () => {
  before(loadCdk);

  const found: string[] = [];
  for (const [language, example] of shops) {
    it(language, async () => {
      const marked = await readFile(`test/golden/cdk/${language}.txt`, 'utf8');
      assert.equal(parseMarked(marked).text, await readFile(example, 'utf8'));
      const findings = await checkFindings(marked, { language });
      found.push(findings.map(({ rule, resource }) => `${rule.id} ${resource.name}`).join('\n'));
    });
  }

  it('every language has the same findings', () => {
    assert.equal(found.length, shops.length);
    assert.equal(new Set(found).size, 1, [...new Set(found)].join('\n\n'));
  });
});
