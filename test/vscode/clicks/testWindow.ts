/** A window of the editor for a suite: opened before its first step, closed after the last one. */
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launchBrowser, openWorkbench, watchRefusals, watchRequests } from '../editor/browser.ts';
import { type CodeServer, startCodeServer } from '../editor/codeServer.ts';
import { createWorkspace } from '../workspace.ts';
import { panelOf } from './window.ts';

export const repository = resolve(import.meta.dirname, '..', '..', '..', '..');

/** What a suite's steps work with. Nothing of it is there before they run. */
export interface TestWindow {
  readonly workspace: string;
  readonly browser: Browser;
  readonly page: Page;
  readonly panel: FrameLocator;
  /** The addresses of other machines that were asked for. */
  readonly outside: readonly string[];
  /** What the panel tried that it may not do. */
  readonly refused: readonly string[];
}

export interface TestWindowOptions {
  /** The file that is open at the start. */
  readonly file: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Writes more files into the workspace. */
  readonly prepare?: (workspace: string) => void;
}

/** To be called in a `describe`, whose steps go on from where the one before left the window, as a person does. */
export function openTestWindow(suite: Mocha.Suite, options: TestWindowOptions): TestWindow {
  suite.timeout(180_000);
  suite.bail(true);
  const opened = {} as { -readonly [Key in keyof TestWindow]: TestWindow[Key] };
  let server: CodeServer | undefined;

  before(async () => {
    opened.workspace = createWorkspace();
    options.prepare?.(opened.workspace);
    const settings = { 'editor.hover.delay': 100, 'editor.minimap.enabled': false, ...options.settings };
    server = await startCodeServer({ repository, settings, installExtension: true });
    opened.browser = await launchBrowser();
    const file = join(opened.workspace, options.file);
    opened.page = await openWorkbench(opened.browser, server, { folder: opened.workspace, file });
    opened.outside = watchRequests(opened.page, server);
    opened.refused = watchRefusals(opened.page);
    opened.panel = panelOf(opened.page);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      await opened.page.screenshot({ path: join(repository, 'out', 'failure.png') });
  });

  after(async () => {
    await opened.browser?.close();
    await server?.stop();
    rmSync(opened.workspace, { recursive: true, force: true });
  });
  return opened;
}
