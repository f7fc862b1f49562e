/**
 * Runs the tests of inHost/ in the extension host of a real VS Code:
 *
 *     node out/test/vscode/runInEditor.js             in code-server, from npm
 *     node out/test/vscode/runInEditor.js --desktop   in the desktop program, which is downloaded
 */
import { chmodSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { createWorkspace } from './workspace.ts';

const repository = resolve(import.meta.dirname, '..', '..', '..');
const bundled = join(repository, 'out', 'inHost.cjs');
const runInHost = join(import.meta.dirname, 'editor', 'runInHost.js');

await build({
  absWorkingDir: repository,
  entryPoints: ['test/vscode/inHost/index.ts'],
  outfile: bundled,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  external: ['vscode', 'mocha'],
  logLevel: 'error',
});
chmodSync(runInHost, 0o755);

const workspace = createWorkspace();
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name.startsWith('KUMONOTE_')),
);
try {
  await runTests({
    ...(process.argv.includes('--desktop') ? {} : { vscodeExecutablePath: runInHost }),
    extensionDevelopmentPath: repository,
    extensionTestsPath: bundled,
    extensionTestsEnv: environment,
    launchArgs: [workspace, '--disable-extensions'],
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(workspace, { recursive: true, force: true });
}
