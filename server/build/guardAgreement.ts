/**
 * How far rules that `kumonote import` makes of Guard files agree with Guard, on the tests that come with them:
 *
 *     npx tsc -p . && node out/server/build/guardAgreement.js <folder with rules and their tests>
 *
 * The AWS Guard rules registry is such a folder: beside `name.guard` stands `tests/name_tests.yml`.
 */
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { globSync } from 'tinyglobby';
import { Document, isMap, isSeq, parseDocument } from 'yaml';
import { type ImportedRule, importGuard } from '../guard/note.ts';
import { parseNote } from '../notes/parse.ts';
import { yamlReader } from '../read/yaml/index.ts';
import { declareRule } from '../rules/declare.ts';
import type { Rule } from '../rules/rule.ts';
import { runRules } from '../rules/run.ts';

interface GuardTest {
  readonly name: string;
  /** The template, as YAML with its short intrinsics. */
  readonly input: string;
  readonly expected: Readonly<Record<string, 'PASS' | 'FAIL' | 'SKIP'>>;
}

const [folder = '.', ...flags] = process.argv.slice(2);
const total = { rules: 0, taken: 0, tests: 0, agree: 0, falseAlarms: 0, missed: 0 };
const reasons = new Map<string, number>();

for (const path of globSync('**/*.guard', { cwd: folder }).sort()) {
  for (const rule of importGuard(
    readFileSync(join(folder, path), 'utf8'),
    'warning',
    basename(path, '.guard'),
  )) {
    total.rules += 1;
    if (rule.reason) {
      reasons.set(rule.reason.en, (reasons.get(rule.reason.en) ?? 0) + 1);
      continue;
    }
    total.taken += 1;
    compare(rule, testsOf(path));
  }
}

console.log(`${total.taken} of ${total.rules} rules taken`);
for (const [why, count] of [...reasons].sort((a, b) => b[1] - a[1])) console.log(`  ${count} not: ${why}`);
const share = ((100 * total.agree) / total.tests).toFixed(1);
console.log(`${total.agree} of ${total.tests} verdicts as Guard's tests expect (${share} %)`);
console.log(
  `  ${total.missed} of the others silent where Guard fails, ${total.falseAlarms} found where it does not`,
);

function testsOf(path: string): readonly GuardTest[] {
  const name = basename(path, '.guard');
  const files = globSync(`${name}_tests.y*ml`, { cwd: join(folder, dirname(path), 'tests'), absolute: true });
  return files.flatMap((file) => {
    const { contents } = parseDocument(readFileSync(file, 'utf8'), { logLevel: 'error' });
    return isSeq(contents) ? contents.items.flatMap(testOf) : [];
  });
}

function testOf(item: unknown): readonly GuardTest[] {
  if (!isMap(item)) return [];
  const rules = item.getIn(['expectations', 'rules']);
  return [
    {
      name: String(item.get('name')),
      input: new Document(item.get('input', true)).toString(),
      expected: isMap(rules) ? (rules.toJSON() as GuardTest['expected']) : {},
    },
  ];
}

function compare(imported: ImportedRule, tests: readonly GuardTest[]): void {
  const rules = rulesIn(imported);
  for (const { name, input, expected: all } of tests) {
    const expected = all[imported.name];
    if (expected === undefined) continue;
    total.tests += 1;
    const found = finds(rules, input);
    if (found === (expected === 'FAIL')) {
      total.agree += 1;
      continue;
    }
    if (found) total.falseAlarms += 1;
    else total.missed += 1;
    if (flags.includes('--differences')) {
      console.log(`${imported.name}: ${expected}, but ${found ? 'found' : 'silent'}: ${name}`);
    }
  }
}

function rulesIn({ name, markdown }: ImportedRule): readonly Rule[] {
  return parseNote('file:///imported.md', markdown, 'user').ruleBlocks.map(({ source }) => {
    const { rule, problems } = declareRule(source, {});
    if (!rule) throw new Error(`${name}: ${problems.map((each) => each.message.en).join(' ')}`);
    return rule;
  });
}

function finds(rules: readonly Rule[], text: string): boolean {
  const source = { uri: 'file:///template.yaml', languageId: 'yaml', text };
  const template = yamlReader.read(source, undefined);
  return template !== undefined && runRules(rules, template).length > 0;
}
