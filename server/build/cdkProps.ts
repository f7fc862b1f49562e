/**
 * Writes `server/aws/data/cdkProps.json`: what the constructs of the installed aws-cdk-lib make of their props.
 * Each is synthesized with and without each prop, and the difference read from the template. With `--check`
 * nothing is written; it is told what would change.
 *
 *     npx tsc -p . && node out/server/build/cdkProps.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constructs } from './probe/constructs.ts';
import { probedClasses, probedText } from './probe/index.ts';

const file = join('server', 'aws', 'data', 'cdkProps.json');
const text = probedText(probedClasses(constructs));
if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (text !== readFileSync(file, 'utf8')) {
  console.error(`${file} is not what the installed aws-cdk-lib does: run this without --check.`);
  process.exitCode = 1;
}
