/** Runs our TypeScript where plain Node starts: esbuild turns it into one module, its packages stay outside. */
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './steps.mjs';

/**
 * Imports a TypeScript file.
 * @param {string} file relative to the repository
 * @returns {Promise<{ module: any, hash: string }>} the hash changes whenever the file or what it imports of ours does
 */
export async function importTypeScript(file) {
  // Inside node_modules, so that packages are found from there.
  const outfile = join(root, 'node_modules', '.cache', 'kumonote', `${basename(file, '.ts')}.mjs`);
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [join(root, file)],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
    write: false,
  });
  const [{ contents }] = outputFiles;
  const { mkdir, writeFile } = await import('node:fs/promises');
  await mkdir(join(outfile, '..'), { recursive: true });
  await writeFile(outfile, contents);
  const hash = createHash('sha256').update(contents).digest('hex');
  return { module: await import(`${pathToFileURL(outfile).href}?${hash}`), hash };
}
