/** What the scripts here share: running programs, and saying what happens. Needs nothing that is not in Node. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Something went wrong that a person can mend; its message says how. Shown without a stack. */
export class Trouble extends Error {}

/** @param {string} message */
export function say(message) {
  console.log(`\u25b8 ${message}`);
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean }} [options] `quiet`: its output is shown only if it fails
 * @returns {Promise<number>} its exit code
 */
export function run(command, args, { cwd = root, env = process.env, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      // npm and npx are scripts on Windows.
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (quiet && code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? (signal ? 1 : 0));
    });
  });
}

/** As `run`, but a failure ends everything, with `trouble` as the explanation. */
export async function mustRun(command, args, trouble, options) {
  let code;
  try {
    code = await run(command, args, options);
  } catch (error) {
    throw new Trouble(`${trouble}\n  ${command}: ${error.message}`);
  }
  if (code !== 0) throw new Trouble(`${trouble}\n  \`${[command, ...args].join(' ')}\` ended with ${code}.`);
}

/** @param {string} file relative to the repository */
export function readJson(file) {
  return JSON.parse(readFileSync(join(root, file), 'utf8'));
}

/** Installs the packages of `folder` unless they are there and as new as the lock file. */
export async function installPackages(folder = root, extra = []) {
  const installed = join(folder, 'node_modules', '.package-lock.json');
  const lock = join(folder, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  await mustRun(
    'npm',
    ['ci', '--no-audit', '--no-fund', ...extra],
    'The packages could not be installed. Is the npm registry reachable? See npm\u2019s own message above.',
    { cwd: folder },
  );
}

/** Trouble is told in a sentence, anything else with its stack. */
export function report(error) {
  console.error(error instanceof Trouble ? `\n\u2716 ${error.message}` : error);
}

/** Runs a script's `main`, which may answer with an exit code. */
export async function runMain(main) {
  const [major, minor] = process.versions.node.split('.').map(Number);
  try {
    if (major < 20 || (major === 20 && minor < 19)) {
      throw new Trouble(`Kumonote needs Node 20.19 or newer; this is ${process.version}.`);
    }
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    report(error);
    process.exitCode = 1;
  }
}
