/**
 * What is usually done to learn what is wrong with a CDK app: synthesize it with cdk-nag. The benchmark starts this
 * in a process of its own for each measurement, as `cdk synth` does, with the app's entry point and the folder where
 * cdk-nag is installed. Types are not checked.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry = '', packages = '', outfile = ''] = process.argv.slice(2);
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
  footer: { js: 'export { app };' },
});
const { app } = (await import(pathToFileURL(outfile).href)) as { app: import('aws-cdk-lib').App };
const { Validations } = await import('aws-cdk-lib');
type Checks = import('aws-cdk-lib').IPolicyValidationPlugin;
const { AwsSolutionsChecks } = createRequire(join(packages, 'package.json'))('cdk-nag') as {
  AwsSolutionsChecks: new (app: import('aws-cdk-lib').App) => Checks;
};
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  app.synth();
} catch (error) {
  // What it finds is told as a synthesis that failed; the templates are written by then.
  if (!/[Vv]alidation failed/.test(String(error))) throw error;
}
process.exit(0);
