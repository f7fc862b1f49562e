/** `npm start`: sets up what is missing and opens VS Code on `examples/` with the extension loaded. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { installEditor } from './editor.mjs';
import { installPackages, mustRun, root, runMain, say } from './steps.mjs';

const examples = join(root, 'examples');

async function main() {
  await installPackages();
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  if (hasDesktopEditor()) await openDesktopEditor();
  else await openEditorInBrowser();
}

function hasDesktopEditor() {
  if (process.argv.includes('--browser')) return false;
  // Without a display `code` is a shell script that fails late.
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return false;
  const { status } = spawnSync('code', ['--version'], {
    stdio: 'ignore',
    shell: process.platform === 'win32',
  });
  return status === 0;
}

async function openDesktopEditor() {
  say('Opening VS Code on examples/');
  await mustRun(
    'code',
    ['--new-window', `--extensionDevelopmentPath=${root}`, examples],
    'VS Code could not be opened. `npm start -- --browser` opens it in the browser instead.',
  );
}

async function openEditorInBrowser() {
  await installEditor();
  const { importTypeScript } = await import('./typescript.mjs');
  const { module } = await importTypeScript('test/vscode/editor/codeServer.ts');
  say('Starting VS Code for the browser');
  const server = await module.startCodeServer({ repository: root, installExtension: true });
  const address = `${server.address}/?folder=${encodeURIComponent(examples)}`;
  console.log(`\n  Open  ${address}\n\n  It is served to this machine only. Ctrl+C ends it.\n`);
  await new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.stop();
}

await runMain(main);
