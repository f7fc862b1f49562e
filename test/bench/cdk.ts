/** CDK code, measured: indexing a workspace, typing in a large file, and what `cdk synth` with cdk-nag takes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { cdkNag } from '../../server/build/coverage/peers/cdkNag.ts';
import { createLinkedFiles } from '../../server/host/linkedFiles.ts';
import { nodeFiles } from '../../server/host/nodeFiles.ts';
import { nodeServices } from '../../server/host/nodeServices.ts';
import { createWorkspaceIndex } from '../../server/host/workspaceIndex.ts';
import { configureGrammars } from '../../server/read/cdk/grammars.ts';
import { root, startServer } from '../support/serverProcess.ts';
import { cdkApp } from './cdkApp.ts';

/** Edits whose answer is waited for one by one. */
export const timedEdits = 300;
const warmUp = 50;
const statement = "    new sqs.Queue(this, 'More');\n";

export interface CdkFigures {
  /** From opening a file to its diagnostics. */
  open: number;
  keystrokes: number[];
  /** Edits that add or take away a statement, after which the program is followed again. */
  statements: number[];
  /** Resident memory in MB: after the edits that are timed, and after all. */
  memory: number;
  memoryAfter: number;
  /** A whole synthesis with cdk-nag; undefined where that could not be installed. */
  synth: number | undefined;
}

/** Milliseconds for reading a workspace of `apps` apps with ten files each. */
export async function measureIndex(
  apps: number,
): Promise<{ files: number; milliseconds: number; resources: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'kumonote-bench-'));
  for (let n = 0; n < apps; n += 1) writeFiles(join(folder, `app${n}`), cdkApp(Array(7).fill(100)));
  configureGrammars(nodeServices(() => {}, pathToFileURL(`${root}dist/`)).grammar);
  const linked = createLinkedFiles(nodeFiles, () => undefined);
  const index = createWorkspaceIndex(nodeFiles, linked, {
    all: () => [],
    document: () => undefined,
    latest: () => undefined,
    template: async () => undefined,
  });
  const began = performance.now();
  await index.load([pathToFileURL(folder).href]);
  const milliseconds = performance.now() - began;
  rmSync(folder, { recursive: true });
  const resources = index.files().reduce((sum, file) => sum + file.resources.length, 0);
  return { files: apps * 10, milliseconds, resources };
}

/** Our server and `cdk synth` on an app with a stack of `lines` lines, in which `edits` characters are typed. */
export async function measureCdk(lines: number, edits: number): Promise<CdkFigures> {
  // Inside the repository, so that the app finds aws-cdk-lib.
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, 'kumonote-bench-'));
  const files = cdkApp([lines]);
  writeFiles(folder, files);
  const server = await startServer({
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'bench' }],
  });
  const uri = pathToFileURL(join(folder, 'lib/stack0.ts')).href;
  const text = files.get('lib/stack0.ts') ?? '';
  let began = performance.now();
  const first = server.nextDiagnostics(uri);
  server.open(uri, 'typescript', text);
  await first;
  const open = performance.now() - began;
  await rest(3000);

  const edited = text
    .split('\n')
    .findIndex((line) => line.includes('retentionPeriod: cdk.Duration.days(14)'));
  const character = '      retentionPeriod: cdk.Duration.days(14'.length;
  const keystrokes: number[] = [];
  let memory = 0;
  for (let n = 0; n < edits; n += 1) {
    const isTimed = n < timedEdits;
    if (n <= timedEdits) memory = server.residentMemory() / 1e6;
    began = performance.now();
    const next = isTimed || n % 10 === 9 ? server.nextDiagnostics(uri) : undefined;
    const typed = n % 2 === 0;
    const start = { line: edited, character };
    const end = { line: edited, character: character + (typed ? 0 : 1) };
    void server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: n + 2 },
      contentChanges: [{ range: { start, end }, text: typed ? '0' : '' }],
    });
    await next;
    if (!isTimed) continue;
    keystrokes.push(performance.now() - began);
    await rest(20);
  }
  const statements: number[] = [];
  const line = { line: edited - 4, character: 0 };
  for (let n = 0; n < 100; n += 1) {
    began = performance.now();
    const next = server.nextDiagnostics(uri);
    const end = n % 2 === 0 ? line : { ...line, line: line.line + 1 };
    void server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: edits + n + 2 },
      contentChanges: [{ range: { start: line, end }, text: n % 2 === 0 ? statement : '' }],
    });
    await next;
    statements.push(performance.now() - began);
    await rest(20);
  }
  await rest(500);
  const memoryAfter = server.residentMemory() / 1e6;
  await server.stop();
  const synth = await synthTime(folder);
  rmSync(folder, { recursive: true });
  return { open, keystrokes: keystrokes.slice(warmUp), statements, memory, memoryAfter, synth };
}

async function synthTime(folder: string): Promise<number | undefined> {
  const packages = join(root, 'node_modules', '.cache', 'kumonote', 'peers');
  if (!(await cdkNag.prepare({ packages, guardRules: undefined }))) return undefined;
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      fileURLToPath(new URL('./synth.js', import.meta.url)),
      join(folder, 'bin/app.ts'),
      packages,
      join(folder, 'app.mjs'),
    ],
    { cwd: folder, env: { ...process.env, CDK_OUTDIR: join(folder, 'cdk.out') } },
  );
  const time = performance.now() - began;
  if (status !== 0) console.error(stderr.toString());
  return status === 0 ? time : undefined;
}

function writeFiles(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
