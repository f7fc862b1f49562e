/** `npm run docs`: writes what is made from the rules: their pages in docs/, and their names in the manifest. */
import { root, runMain, say } from './steps.mjs';
import { importTypeScript } from './typescript.mjs';

await runMain(async () => {
  const { module: docs } = await importTypeScript('server/build/ruleDocs.ts');
  await docs.writeRuleDocs(root);
  const { module: manifest } = await importTypeScript('server/build/manifest.ts');
  await manifest.writeManifest(root);
  say('docs/rules, docs/ja/rules, package.json and package.nls*.json are up to date');
});
