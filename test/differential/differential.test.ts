/** Findings in source are those in what the source synthesizes to. */
import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Rule } from '../../server/rules/rule.ts';
import { ownComparisons, rulesForComparing } from './apps.ts';
import type { Comparison } from './compare.ts';
import { ownPackages } from './synthesize.ts';
import { tableOf } from './table.ts';

const machine = { packages: ownPackages, python: 'python3' };
const apps = ['data', 'network', 'parts'];

describe('What is found in CDK source', function () {
  this.timeout(240_000);
  let rules: readonly Rule[];
  before(async () => {
    rules = await rulesForComparing();
  });

  for (const app of apps) {
    it(`is what is found in what it synthesizes to: ${app}`, async () => {
      const compared = await ownComparisons(join('test', 'differential', 'apps', app), rules, machine);
      const sum = (of: (each: Comparison) => number): number =>
        [...compared.values()].reduce((all, each) => all + of(each), 0);
      const table = tableOf(compared);
      assert.ok(sum(({ source }) => source.length) > 15, table);
      assert.equal(
        sum(({ wrong }) => wrong.length),
        0,
        table,
      );
      assert.ok(
        sum(({ recalled }) => recalled.length) >= 0.9 * sum(({ template }) => template.length),
        table,
      );
    });
  }
});
