/**
 * The peer, in a process of its own: `@aws/cloudformation-validate`, the engine of AWS's own tools. The benchmark
 * sends the path of a template on each line and gets the number of diagnostics and the milliseconds back.
 */
import { createInterface } from 'node:readline';

const { RegoEngine, TemplateFile } = await import('@aws/cloudformation-validate');
const engine = new RegoEngine();
console.log(JSON.stringify({ ready: true }));

for await (const path of createInterface({ input: process.stdin })) {
  const began = performance.now();
  const { diagnostics } = engine.validateStandard(new TemplateFile(path));
  console.log(JSON.stringify({ diagnostics: diagnostics.length, milliseconds: performance.now() - began }));
}
