/** `npm run docs`: writes the pages of docs/ that are made from the sources. */
import { root, runMain, say } from './steps.mjs';
import { importTypeScript } from './typescript.mjs';

await runMain(async () => {
  const { module } = await importTypeScript('server/build/ruleDocs.ts');
  await module.writeRuleDocs(root);
  say('docs/rules and docs/ja/rules are up to date');
});
