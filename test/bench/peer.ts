/**
 * The peer in a process of its own: `@aws/cloudformation-validate`, AWS's engine, which the benchmark drives
 * line by line: a file's path comes in, the number of its diagnostics and the time go out.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const { RegoEngine } = await import('@aws/cloudformation-validate');
const engine = new RegoEngine();
console.log(JSON.stringify({ ready: true }));

for await (const path of createInterface({ input: process.stdin })) {
  const text = readFileSync(path, 'utf8');
  const began = performance.now();
  const report = engine.validateStandard({ content: text, path } as never);
  console.log(
    JSON.stringify({ diagnostics: report.diagnostics.length, milliseconds: performance.now() - began }),
  );
}
