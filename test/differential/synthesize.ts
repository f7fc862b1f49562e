/** Synthesizes an app offline, as `cdk synth` does, and gives its templates. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/** The templates of an app by their stack's name, or why there are none. */
export type Synthesis = ReadonlyMap<string, string> | { readonly failed: string };

export interface Machine {
  /** A folder whose packages apps may use. */
  readonly packages: string;
  /** The Python that has aws-cdk-lib. */
  readonly python: string;
}

/** An app that takes longer is left out. */
const MOST_MILLISECONDS = 180_000;

/** Runs the app that `cdk.json` in the folder `path` names. */
export async function synthesize(path: string, machine: Machine): Promise<Synthesis> {
  // The app runs in its own folder, from which a relative path would lead elsewhere.
  const folder = resolve(path);
  const { app = '', context = {} } = JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as {
    app?: string;
    context?: Readonly<Record<string, unknown>>;
  };
  const output = mkdtempSync(join(tmpdir(), 'synth-'));
  try {
    const command = await commandOf(folder, app, machine);
    if (!command) return { failed: `not TypeScript, JavaScript or Python: ${app}` };
    const failed = await run(command, folder, {
      ...process.env,
      CDK_OUTDIR: join(output, 'cdk.out'),
      CDK_CONTEXT_JSON: JSON.stringify({
        ...context,
        'aws:cdk:enable-path-metadata': true,
        'aws:cdk:bundling-stacks': [],
      }),
      // Its own checks of the template are not what is compared.
      CDK_VALIDATION: 'false',
      JSII_DEPRECATED: 'quiet',
      JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION: '1',
      NODE_PATH: join(resolve(machine.packages), 'node_modules'),
      // No account is asked for anything.
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    if (failed !== undefined) return { failed };
    return templatesIn(join(output, 'cdk.out'));
  } catch (error) {
    return { failed: firstLine(String(error)) };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
}

async function commandOf(folder: string, app: string, { python }: Machine): Promise<string[] | undefined> {
  const file = /(?:^|\s)(\S+\.(?:ts|js|mjs|cjs|py))\b/.exec(app)?.[1];
  if (file === undefined) return undefined;
  if (file.endsWith('.py')) return [python, file];
  const entry = join(folder, file);
  const written = existsSync(entry) ? entry : entry.replace(/\.js$/, '.ts');
  // What TypeScript says of types does not keep an app from running.
  const outfile = join(dirname(written), '.differential.cjs');
  await build({
    entryPoints: [written],
    outfile,
    bundle: true,
    platform: 'node',
    packages: 'external',
    logLevel: 'silent',
    sourcemap: false,
    plugins: [ownFolders()],
  });
  return [process.execPath, outfile];
}

/** `__dirname` is the folder of each source file, as it is where the app runs unbundled. */
function ownFolders(): import('esbuild').Plugin {
  return {
    name: 'own folders',
    setup({ onLoad }) {
      onLoad({ filter: /\.[cm]?[jt]s$/ }, ({ path }) => {
        if (path.includes('node_modules')) return undefined;
        const text = readFileSync(path, 'utf8')
          .replace(/\b__dirname\b/g, JSON.stringify(dirname(path)))
          .replace(/\b__filename\b/g, JSON.stringify(path));
        return { contents: text, loader: /\.[cm]?ts$/.test(path) ? 'ts' : 'js' };
      });
    },
  };
}

/** @returns the first line that explains why it failed */
function run(
  [command = '', ...args]: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  return new Promise((done) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: MOST_MILLISECONDS,
    });
    let errors = '';
    child.stderr.on('data', (chunk) => {
      errors += chunk;
    });
    child.on('error', (error) => done(error.message));
    child.on('close', (code) => done(code === 0 ? undefined : firstLine(errors)));
    child.on('close', () => {
      const bundled = args[0]?.endsWith('.differential.cjs') ? args[0] : undefined;
      if (bundled) rmSync(bundled, { force: true });
    });
  });
}

function firstLine(text: string): string {
  // A bundled package is quoted as one endless line.
  const lines = text.split('\n').flatMap((line) => (line.length < 500 ? [line.trim()] : []));
  return (lines.find((line) => /error|cannot|not found/i.test(line)) ?? lines[0] ?? '').slice(0, 160);
}

/** The templates of an assembly and of those in it. */
function templatesIn(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name.startsWith('assembly-')) {
      for (const [name, text] of templatesIn(join(folder, entry.name))) found.set(name, text);
    } else if (entry.name.endsWith('.template.json')) {
      found.set(entry.name.replace(/\.template\.json$/, ''), readFileSync(join(folder, entry.name), 'utf8'));
    }
  }
  return found;
}

/** Where this repository's own packages are. */
export const ownPackages = dirname(
  dirname(dirname(createRequire(import.meta.url).resolve('aws-cdk-lib/package.json'))),
);
