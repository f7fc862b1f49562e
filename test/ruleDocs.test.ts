import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { manifestFiles } from '../server/build/manifest.ts';
import { existingRuleDocs, ruleDocs } from '../server/build/ruleDocs.ts';

describe('Pages on rules', () => {
  it('are as `npm run docs` makes them', async () => {
    const pages = await ruleDocs('.');
    assert.deepEqual(await existingRuleDocs('.'), [...pages.keys()].sort(), 'Run `npm run docs`.');
    for (const [path, text] of pages) {
      assert.equal(await readFile(path, 'utf8'), text, `${path} is stale. Run \`npm run docs\`.`);
    }
  });
});

describe('The rules in the manifest', () => {
  it('are as `npm run docs` lists them, so that editors complete their ids', async () => {
    for (const [path, text] of await manifestFiles('.')) {
      assert.equal(await readFile(path, 'utf8'), text, `${path} is stale. Run \`npm run docs\`.`);
    }
  });
});
