/** `npm run coverage`: what other tools find in the examples of our rules, as docs/coverage.md tells it. */
import { root, runMain, say } from './steps.mjs';
import { importTypeScript } from './typescript.mjs';

await runMain(async () => {
  const { module } = await importTypeScript('server/build/coverage/writeCoverage.ts');
  const files = await module.writeCoverage(root, process.argv.slice(2), say);
  say(`Written: ${files.join(', ')}`);
});
