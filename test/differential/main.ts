/**
 * Compares what the rules find in CDK source with what they find in the templates that it synthesizes to, for every
 * app (a folder with a `cdk.json`) below a folder, by default our own.
 *
 *     npx tsc -p . && node out/test/differential/main.js [folder] [--packages folder] [--python program]
 */
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { globSync } from 'tinyglobby';
import { comparisonOf, ownComparisons, rulesForComparing } from './apps.ts';
import type { Comparison } from './compare.ts';
import { ownPackages } from './synthesize.ts';
import { tableOf } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packages: { type: 'string', default: ownPackages },
    python: { type: 'string', default: 'python3' },
  },
});
const own = join('test', 'differential', 'apps');
const root = resolve(positionals[0] ?? own);
const folders = globSync('**/cdk.json', {
  cwd: root,
  absolute: true,
  ignore: ['**/node_modules/**', '**/cdk.out/**'],
});
const rules = await rulesForComparing();
const comparisons = new Map<string, Comparison>();
const failures: string[] = [];
for (const each of folders.sort()) {
  const folder = dirname(each);
  if (root === resolve(own)) {
    for (const [name, compared] of await ownComparisons(dirname(folder), rules, values))
      comparisons.set(name, compared);
    continue;
  }
  const name = relative(root, folder);
  const compared = await comparisonOf(folder, rules, values);
  if ('failed' in compared) failures.push(`left out ${name}: ${compared.failed}`);
  else comparisons.set(name, compared);
  process.stderr.write(`\r${comparisons.size} compared, ${failures.length} left out `);
}
console.log(`\n${tableOf(comparisons)}\n`);
console.log([...failures, `${comparisons.size} apps compared, ${failures.length} left out`].join('\n'));
