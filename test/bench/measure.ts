/** What is measured, of our server and of the peer, and how often. All times are in milliseconds. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startServer } from '../support/serverProcess.ts';

export interface Figures {
  start: number;
  /** From opening the template to its diagnostics. */
  open: number;
  /** One for each keystroke: from the change to the diagnostics. */
  keystrokes: number[];
  /** Those before it, while the engine is still being compiled. */
  firstKeystrokes: number[];
  hovers: number[];
  /** Resident memory with the template open, in MB. */
  memory: number;
  diagnostics: number;
}

const usualKeystrokes = 180;
const hovers = 220;
/** So many of both come first and count apart: JavaScript is compiled as it runs. */
const warmUp = 30;

/** Our server, over the Language Server Protocol as an editor drives it. */
export async function measureServer(text: string, keystrokes = usualKeystrokes): Promise<Figures> {
  const server = await startServer();
  const uri = pathToFileURL('/benchmark/template.yaml').href;
  // An editor is open for a while before the first template is.
  await rest(500);
  let began = performance.now();
  const first = server.nextDiagnostics(uri);
  server.open(uri, 'yaml', text);
  const diagnostics = (await first).length;
  const open = performance.now() - began;
  await rest(1500);
  const memory = server.residentMemory() / 1e6;

  const lines = text.split('\n');
  const typeLines = lines.flatMap((line, index) => (line.includes('Type: AWS::') ? [index] : []));
  const hoverTimes: number[] = [];
  for (let n = 0; n < hovers; n += 1) {
    const line = typeLines[(n * 37) % typeLines.length] ?? 0;
    began = performance.now();
    await server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character: (lines[line] ?? '').length - 2 },
    });
    hoverTimes.push(performance.now() - began);
  }

  const edited = lines.findIndex((line) => line.includes('Size: 500'));
  const character = (lines[edited] ?? '').length;
  const times: number[] = [];
  for (let n = 0; n < keystrokes; n += 1) {
    began = performance.now();
    const next = server.nextDiagnostics(uri);
    const typed = n % 2 === 0;
    void server.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: n + 2 },
      contentChanges: [
        {
          range: {
            start: { line: edited, character },
            end: { line: edited, character: character + (typed ? 0 : 1) },
          },
          text: typed ? '0' : '',
        },
      ],
    });
    await next;
    times.push(performance.now() - began);
    await rest(30);
  }
  await server.stop();
  return {
    start: server.startTime,
    open,
    keystrokes: times.slice(warmUp),
    firstKeystrokes: times.slice(0, warmUp),
    hovers: hoverTimes.slice(warmUp),
    memory,
    diagnostics,
  };
}

/** The peer. It reads files, so a keystroke is a written file and a whole validation; it has no hover. */
export async function measurePeer(text: string): Promise<Figures> {
  const folder = mkdtempSync(join(tmpdir(), 'kumonote-bench-'));
  const path = join(folder, 'template.yaml');
  const began = performance.now();
  const peer = spawn(process.execPath, [fileURLToPath(new URL('./peer.js', import.meta.url))], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const answers = createInterface({ input: peer.stdout });
  await nextLine(answers);
  const start = performance.now() - began;
  writeFileSync(path, text);
  const first = await validate(peer, answers, path);
  const memory = residentMemory(peer) / 1e6;
  const times: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    writeFileSync(path, text.replace('Size: 500', n % 2 ? 'Size: 500' : 'Size: 5000'));
    times.push((await validate(peer, answers, path)).milliseconds);
  }
  peer.kill();
  rmSync(folder, { recursive: true });
  return {
    start,
    open: first.milliseconds,
    keystrokes: times.slice(2),
    firstKeystrokes: times.slice(0, 2),
    hovers: [],
    memory,
    diagnostics: first.diagnostics,
  };
}

async function validate(
  peer: ChildProcess,
  answers: Interface,
  path: string,
): Promise<{ diagnostics: number; milliseconds: number }> {
  const answer = nextLine(answers);
  peer.stdin?.write(`${path}\n`);
  return JSON.parse(await answer) as { diagnostics: number; milliseconds: number };
}

function nextLine(lines: Interface): Promise<string> {
  return new Promise((resolve) => lines.once('line', resolve));
}

function residentMemory(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
