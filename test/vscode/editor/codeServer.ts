/** Starts code-server with settings, extensions and a home of its own: nothing of the user's is read or written. */
import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface CodeServer {
  /** `http://127.0.0.1:8080` */
  readonly address: string;
  readonly port: number;
  /** Where it writes what it does. */
  readonly log: string;
  stop(): Promise<void>;
}

export interface CodeServerOptions {
  /** The repository, in which code-server is installed. */
  readonly repository: string;
  /** Shows the extension of the repository as an installed one; otherwise a page's address must ask for it. */
  readonly installExtension?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Reaches the extension host. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A folder that is kept; otherwise a temporary one that is removed. */
  readonly home?: string;
}

/** How long it may take to start, in milliseconds; 1–2 s is usual. */
const startTime = 60_000;

/** Nothing moves, asks, or reaches out by itself. */
const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'chat.disableAIFeatures': true,
  'git.enabled': false,
};

/** Starts a server on a free port of this machine and waits until it answers. */
export async function startCodeServer(options: CodeServerOptions): Promise<CodeServer> {
  const { repository, settings = {}, environment = {} } = options;
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'kumonote-editor-'));
  const data = join(home, 'data');
  const extensions = join(home, 'extensions');
  mkdirSync(join(data, 'User'), { recursive: true });
  mkdirSync(extensions, { recursive: true });
  const settingsFile = join(data, 'User', 'settings.json');
  if (!existsSync(settingsFile)) {
    writeFileSync(settingsFile, JSON.stringify({ ...quietSettings, ...settings }, undefined, 2));
  }
  writeFileSync(join(home, 'config.yaml'), 'auth: none\n');
  if (options.installExtension) install(repository, extensions);

  const log = join(home, 'server.log');
  const port = await freePort();
  const modules = join(repository, 'test', 'vscode', 'editor', 'node_modules');
  const child = spawn(
    nodeOf(modules),
    [
      join(modules, 'code-server', 'out', 'node', 'entry.js'),
      ...['--config', join(home, 'config.yaml'), '--user-data-dir', data, '--extensions-dir', extensions],
      ...['--bind-addr', `127.0.0.1:${port}`, '--auth', 'none'],
      ...['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust'],
      '--disable-getting-started-override',
      // Lets a page's address name an extension under development, and tests report back.
      ...['--vscode-option', 'enable-smoke-test-driver'],
    ],
    { env: { ...cleanEnvironment(home), ...environment }, stdio: ['ignore', ...toLog(log)], detached: true },
  );
  const kill = (signal: NodeJS.Signals): void => {
    try {
      // The whole group: the extension host is a process of its own.
      if (child.pid !== undefined) process.kill(-child.pid, signal);
    } catch {
      // It has ended already.
    }
  };
  const killAtExit = (): void => kill('SIGKILL');
  process.on('exit', killAtExit);

  const address = `http://127.0.0.1:${port}`;
  await untilAnswering(child, address, log);
  return {
    address,
    port,
    log,
    async stop() {
      kill('SIGTERM');
      for (let waited = 0; waited < 3000 && !hasEnded(child); waited += 100) await sleep(100);
      kill('SIGKILL');
      process.off('exit', killAtExit);
      if (options.home === undefined)
        rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** The extension in the repository, as if it were installed: what is built there runs after a reload of the window. */
function install(repository: string, extensions: string): void {
  const link = join(extensions, 'kumonote.kumonote');
  rmSync(link, { force: true });
  symlinkSync(resolve(repository), link, 'dir');
  // VS Code lists what it has installed, and looks into the folder only where there is no list.
  rmSync(join(extensions, 'extensions.json'), { force: true });
}

/** The Node that came with the editor; where there is none for this machine, the running one must do. */
function nodeOf(modules: string): string {
  const own = join(modules, '.bin', 'node');
  return existsSync(own) ? own : process.execPath;
}

/** An environment in which neither the surrounding editor nor the user's settings are found. */
function cleanEnvironment(home: string): Record<string, string | undefined> {
  const inherited = Object.entries(process.env).filter(
    ([name]) =>
      !/^(VSCODE_|ELECTRON_|CODE_SERVER_|npm_|PASSWORD$|HASHED_PASSWORD$|PORT$|NODE_OPTIONS$)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_RUNTIME_DIR: home,
    // No gallery, so nothing is looked up or downloaded.
    EXTENSIONS_GALLERY: '{"serviceUrl":""}',
  };
}

function toLog(file: string): [number, number] {
  const descriptor = openSync(file, 'a');
  return [descriptor, descriptor];
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer().on('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? done(address.port) : failed(new Error('No port')),
      );
    });
  });
}

async function untilAnswering(child: ChildProcess, address: string, log: string): Promise<void> {
  const trouble = (what: string): Error =>
    new Error(`code-server ${what}.\n${readFileSync(log, 'utf8').slice(-3000)}`);
  const deadline = Date.now() + startTime;
  while ((await statusOf(`${address}/healthz`)) !== 200) {
    if (hasEnded(child)) throw trouble(`ended with ${child.exitCode ?? child.signalCode}`);
    if (Date.now() > deadline) throw trouble('did not start');
    await sleep(100);
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

function statusOf(address: string): Promise<number | undefined> {
  return new Promise((done) => {
    get(address, (response) => {
      response.resume();
      done(response.statusCode);
    }).on('error', () => done(undefined));
  });
}
