/**
 * `npm test`: sets up what is missing and runs every test. `npm test -- unit` runs one part alone; the parts are
 * lint, unit, editor (in the extension host of a real VS Code) and clicks (by mouse and keyboard in its window).
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installBrowser, installEditor } from './editor.mjs';
import { installPackages, mustRun, report, root, run, runMain, say, Trouble } from './steps.mjs';

const runMocha = 'out/test/support/runMocha.js';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/** @type {Record<string, { title: string, inEditor: boolean, run: () => Promise<Counts> }>} */
const parts = {
  lint: { title: 'Lint', inEditor: false, run: lint },
  unit: {
    title: 'Unit and protocol tests',
    inEditor: false,
    run: () => mocha(['out/test/**/*.test.js'], ['out/test/vscode/**']),
  },
  editor: {
    title: 'Tests in the extension host of a real VS Code',
    inEditor: true,
    run: () =>
      counted(
        'out/test/vscode/runInEditor.js',
        process.argv.filter((argument) => argument === '--desktop'),
      ),
  },
  clicks: {
    title: 'Tests by mouse and keyboard in the window of a real VS Code',
    inEditor: true,
    run: clicks,
  },
};

async function main() {
  try {
    const { passed, failed, skipped } = await runAll();
    if (skipped > 0) console.log(`${skipped} skipped`);
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    report(error);
    console.log('\n0 passed, 1 failed');
    return 1;
  }
}

/** @returns {Promise<Counts>} the sum of all parts */
async function runAll() {
  const asked = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
  for (const name of asked) {
    if (!(name in parts))
      throw new Trouble(`There is no part "${name}". The parts are ${Object.keys(parts).join(', ')}.`);
  }
  const chosen = Object.entries(parts).filter(([name]) => asked.length === 0 || asked.includes(name));
  await installPackages();
  const { bundle } = await import('./bundle.mjs');
  await bundle();
  // Tests of files that are gone must not run.
  rmSync(join(root, 'out'), { recursive: true, force: true });
  await mustRun('npx', ['tsc', '-p', '.'], 'The sources do not compile.');
  const missing = chosen.some(([, part]) => part.inEditor) ? await setUpEditor() : undefined;

  const total = { passed: 0, failed: 0, skipped: 0 };
  const notRun = [];
  for (const [name, part] of chosen) {
    if (part.inEditor && missing) {
      notRun.push(`${name}: ${part.title}`);
      continue;
    }
    say(part.title);
    const counts = await part.run();
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  if (missing) {
    console.log(`\n\u26a0 Not run:\n  ${notRun.join('\n  ')}\n  ${missing}`);
    // Nobody reads warnings in CI.
    if (process.env.CI) total.failed += notRun.length;
  }
  return total;
}

/** Why the tests in the editor cannot run here, or undefined where they can. */
async function setUpEditor() {
  try {
    await installEditor();
    await installBrowser();
    return undefined;
  } catch (error) {
    if (error instanceof Trouble) return error.message;
    throw error;
  }
}

/** @returns {Promise<Counts>} */
async function lint() {
  const code = await run('npx', ['biome', 'check', '--diagnostic-level=error', '.']);
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 };
}

/** @returns {Promise<Counts>} */
async function mocha(patterns, ignore) {
  return counted(runMocha, await filesOf(patterns, ignore));
}

/**
 * Runs each file by itself, and one that fails once more: a window on a busy machine misses a click now and then,
 * and what is broken fails twice.
 * @returns {Promise<Counts>}
 */
async function clicks() {
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const file of await filesOf(['out/test/vscode/clicks/*.test.js'], [])) {
    let counts = await counted(runMocha, [file]);
    if (counts.failed > 0) {
      say(`Once more: ${file}`);
      counts = await counted(runMocha, [file]);
    }
    total.passed += counts.passed;
    total.failed += counts.failed;
    total.skipped += counts.skipped;
  }
  return total;
}

/** @returns {Promise<string[]>} */
async function filesOf(patterns, ignore) {
  const { glob } = await import('tinyglobby');
  const files = await glob(patterns, { cwd: root, ignore, dot: true });
  return files.sort();
}

/**
 * Runs a script that writes its counts to the file KUMONOTE_RESULTS.
 * @returns {Promise<Counts>}
 */
async function counted(script, args) {
  const folder = mkdtempSync(join(tmpdir(), 'kumonote-results-'));
  const file = join(folder, 'results.json');
  try {
    const code = await run(process.execPath, ['--enable-source-maps', script, ...args], {
      env: { ...process.env, KUMONOTE_RESULTS: file },
    });
    const counts = readResults(file);
    // It failed, or died, without a test that says so.
    if (!counts || (code !== 0 && counts.failed === 0))
      return { passed: 0, skipped: 0, ...counts, failed: 1 };
    return counts;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns {Counts | undefined} */
function readResults(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

await runMain(main);
