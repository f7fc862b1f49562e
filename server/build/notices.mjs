/** The licences of what is bundled, as their texts ask for: one file beside the program. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readJson, root } from './steps.mjs';

/** What is copied or generated from, and so stands in no bundle's list of inputs. */
const besideBundles = ['@vscode/tree-sitter-wasm', '@aws-cdk/aws-service-spec', 'aws-cdk-lib'];

/**
 * Writes the licence texts of the packages that went into the bundles.
 * @param {readonly import('esbuild').Metafile[]} metafiles what esbuild says it read
 * @param {string} file
 */
export async function writeNotices(metafiles, file) {
  const inputs = metafiles.flatMap((metafile) => Object.keys(metafile.inputs));
  const names = new Set([...besideBundles, ...inputs.map(packageOf).filter((name) => name !== undefined)]);
  const notices = await Promise.all([...names].sort().map(notice));
  const head =
    'Kumonote contains the following packages. Their source is on https://www.npmjs.com/ under their names.\n';
  await writeFile(file, [head, ...notices].join(`\n${'-'.repeat(78)}\n\n`));
}

/** The package that a file is in: `@vscode/l10n` of `node_modules/@vscode/l10n/dist/main.js`. */
function packageOf(path) {
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1];
}

async function notice(name) {
  const folder = join(root, 'node_modules', name);
  const { version, license } = readJson(`node_modules/${name}/package.json`);
  const files = (await readdir(folder)).filter((file) => /^(licen[cs]e|notice)(\.|$)/i.test(file)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return `${[`${name} ${version} (${license ?? 'see its README'})`, ...texts.map((text) => text.trim())].join('\n\n')}\n`;
}
