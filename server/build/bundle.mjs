/** Builds `dist/`: the extension, the server, the command line, the panel and the data that they read. */
import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeNotices } from './notices.mjs';
import { readJson, root, runMain, say } from './steps.mjs';

const dist = join(root, 'dist');

/** The parser's runtime and a grammar for each language that CDK code is read in. */
const grammars = [
  'tree-sitter.wasm',
  'tree-sitter-typescript.wasm',
  'tree-sitter-tsx.wasm',
  'tree-sitter-python.wasm',
  'tree-sitter-java.wasm',
  'tree-sitter-c-sharp.wasm',
  'tree-sitter-go.wasm',
];

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify: true,
  sourcemap: true,
  sourcesContent: false,
  legalComments: 'none',
  logLevel: 'warning',
};

/** @type {import('esbuild').BuildOptions} */
const node = {
  ...common,
  platform: 'node',
  target: 'node20',
  // jsonc-parser's main file is UMD, which cannot be bundled.
  mainFields: ['module', 'main'],
};

/** Builds everything that changed. */
export async function bundle() {
  const started = Date.now();
  await mkdir(dist, { recursive: true });
  const { build } = await import('esbuild');
  const [extension, server, panel] = await Promise.all([
    build({
      ...node,
      entryPoints: { extension: 'client/extension.ts' },
      metafile: true,
      outdir: 'dist',
      format: 'cjs',
      outExtension: { '.js': '.cjs' },
      external: ['vscode'],
    }),
    build({
      ...node,
      entryPoints: { server: 'server/main/node.ts', cli: 'server/main/cli.ts' },
      metafile: true,
      outdir: 'dist',
      format: 'esm',
      outExtension: { '.js': '.mjs' },
      // Each `import()` becomes a file of its own, read when it is first needed: that is what makes the start quick.
      splitting: true,
      // Beside the entries, for the data is found next to the running file.
      chunkNames: '[name]-[hash]',
      // Packages in CommonJS call `require` for Node's own modules, and ask for their own file's name.
      banner: {
        js: [
          "import { createRequire as requireFrom } from 'node:module';",
          "import { fileURLToPath as pathFrom } from 'node:url';",
          'const require = requireFrom(import.meta.url);',
          'const __filename = pathFrom(import.meta.url);',
        ].join(' '),
      },
    }),
    build({
      ...common,
      entryPoints: [
        { in: 'client/panel/view.ts', out: 'view' },
        { in: 'client/panel/view.css', out: 'view' },
        { in: 'client/review/view.ts', out: 'review' },
        { in: 'client/review/view.css', out: 'review' },
      ],
      metafile: true,
      outdir: 'dist/panel',
      // The layout of diagrams is large, and few notes have one.
      splitting: true,
      chunkNames: '[name]-[hash]',
      platform: 'browser',
      target: 'es2022',
      format: 'esm',
    }),
    ...grammars.map((file) =>
      copyFile(join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm', file), join(dist, file)),
    ),
    buildData(),
  ]);
  await removeOldChunks(dist, Object.keys(server.metafile.outputs));
  await removeOldChunks(join(dist, 'panel'), Object.keys(panel.metafile.outputs));
  await chmod(join(dist, 'cli.mjs'), 0o755);
  const metafiles = [extension, server, panel].map(({ metafile }) => metafile);
  await writeNotices(metafiles, join(dist, 'THIRD-PARTY-NOTICES.txt'));
  say(`Built dist/ in ${((Date.now() - started) / 1000).toFixed(1)} s`);
}

/** Chunks have their content in their names; those of an earlier build would stay for ever. */
async function removeOldChunks(folder, files) {
  const made = new Set(files.map((file) => basename(file)));
  for (const file of await readdir(folder)) {
    if (/-[0-9A-Z]{8}\.m?js(\.map)?$/.test(file) && !made.has(file))
      await rm(join(folder, file), { force: true });
  }
}

async function buildData() {
  const { importTypeScript } = await import('./typescript.mjs');
  const knowledge = await importTypeScript('server/build/knowledge.ts');
  await knowledge.module.buildKnowledge(join(root, 'knowledge'), join(dist, 'knowledge.json'));

  // Reading all that AWS specifies takes seconds, so it is done again only for another specification or builder.
  const schema = await importTypeScript('server/build/awsSchema.ts');
  const { version } = readJson('node_modules/@aws-cdk/aws-service-spec/package.json');
  const file = join(dist, 'aws-schema.json.gz');
  const stamp = join(dist, 'aws-schema.stamp');
  const made = await readFile(file)
    .then((bytes) => createHash('sha256').update(bytes).digest('hex'))
    .catch(() => '');
  const wanted = (content) => `${version} ${schema.hash} ${content}`;
  if (made && (await readFile(stamp, 'utf8').catch(() => '')) === wanted(made)) return;
  say('Reading what AWS specifies of its resources (once)');
  await schema.module.buildAwsSchema(file);
  const content = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  await writeFile(stamp, wanted(content));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await runMain(bundle);
