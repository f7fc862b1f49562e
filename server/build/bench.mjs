/** `npm run bench`: builds, then measures Kumonote beside its peer; `npm run bench -- cdk` (or `templates`, `notes`) measures that alone. */
import { bundle } from './bundle.mjs';
import { installPackages, mustRun, run, runMain } from './steps.mjs';

await runMain(async () => {
  await installPackages();
  await bundle();
  await mustRun('npx', ['tsc', '-p', '.'], 'The sources do not compile.');
  await run('node', ['out/test/bench/run.js', ...process.argv.slice(2)]);
});
