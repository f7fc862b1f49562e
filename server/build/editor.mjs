/** A real VS Code for `npm start` and the end-to-end tests, from npm and apt alone. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages, mustRun, root, run, say, Trouble } from './steps.mjs';

const folder = join(root, 'test', 'vscode', 'editor');
const workbench = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');

/** Installs code-server, and the Node that it runs on, in a folder of its own. */
export async function installEditor() {
  if (process.platform === 'win32') {
    throw new Trouble('code-server does not run on Windows. Install VS Code and put `code` on the PATH.');
  }
  if (!isInstalled(workbench)) say('Installing code-server, a VS Code for the browser (once, about 800 MB)');
  // Its install script refuses other Nodes and compiles what we do not need.
  await installPackages(folder, ['--ignore-scripts']);
  // The workbench, and the TypeScript that its own extensions share.
  for (const part of [workbench, join(workbench, 'extensions')]) {
    if (isInstalled(part)) continue;
    // Not `npm ci`: the lock file that comes with it is not complete.
    await mustRun(
      'npm',
      ['install', '--omit=dev', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'],
      'The parts of code-server could not be installed. Is the npm registry reachable?',
      { cwd: part, quiet: true },
    );
  }
}

function isInstalled(part) {
  return existsSync(join(part, 'node_modules', '.package-lock.json'));
}

const browsers = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser that the tests drive, or undefined where none is installed. */
export function findBrowser() {
  return browsers.find((file) => file && existsSync(file));
}

/**
 * Installs Chromium where that is possible without asking anybody: on Debian and Ubuntu, as root.
 * @returns {Promise<string>} the browser's path
 */
export async function installBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Trouble(
      'There is no Chromium here, and installing one needs root. Run `sudo apt-get install chromium fonts-noto-cjk`, or name a browser in CHROMIUM.',
    );
  }
  say('Installing Chromium and Japanese fonts (once, about 350 MB)');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'];
  if ((await run('apt-get', install, { env, quiet: true })) !== 0) {
    // The lists of a fresh machine may be empty or old.
    await mustRun('apt-get', ['update'], 'The package lists could not be updated.', { env, quiet: true });
    await mustRun('apt-get', install, 'Chromium could not be installed.', { env, quiet: true });
  }
  const installed = findBrowser();
  if (!installed)
    throw new Trouble('Chromium was installed but is not where it should be. Name it in CHROMIUM.');
  return installed;
}
