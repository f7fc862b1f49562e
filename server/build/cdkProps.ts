/**
 * Writes `server/aws/data/cdkProps.json`: what the constructs of the installed aws-cdk-lib make of their props.
 * Each is synthesized with and without each prop, and the difference read from the template. With names, only
 * those classes are probed again (`aws-sqs.Queue`, `aws-sqs`). With `--check` nothing is written; it is told
 * whether anything would change.
 *
 *     npx tsc -p . && node out/server/build/cdkProps.js [names] [--check]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CdkPropsData } from '../aws/cdkProps.ts';
import { constructs } from './probe/constructs.ts';
import { probedClasses, probedText } from './probe/index.ts';

const file = join('server', 'aws', 'data', 'cdkProps.json');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' } },
});
const before = readFileSync(file, 'utf8');
const probed = probedClasses(constructs, positionals, JSON.parse(before) as CdkPropsData);
const text = probedText(probed);
if (!values.check) writeFileSync(file, text);
else if (text !== before) {
  console.error(`${file} is not what the installed aws-cdk-lib does: run this without --check.`);
  process.exitCode = 1;
}
