/** Opens code-server in Chromium, which can reach this machine and no other. */

import { resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { CodeServer } from './codeServer.ts';

/** How long the workbench may take to appear, in milliseconds. */
const workbenchTime = 60_000;

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      // Names of other machines do not resolve.
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}

export interface PageOptions {
  readonly folder: string;
  /** A file to open at the start. */
  readonly file?: string;
  /** VS Code's own switches, as in `['extensionDevelopmentPath', …]`. */
  readonly payload?: readonly (readonly [string, string])[];
}

/** The address of the workbench. */
export function addressOf(server: CodeServer, { folder, file, payload = [] }: PageOptions): string {
  const all = [...payload, ...(file === undefined ? [] : [['openFile', remoteUri(server, file)]])];
  const query = new URLSearchParams({ folder: resolve(folder), payload: JSON.stringify(all) });
  return `${server.address}/?${query}`;
}

/** A path as code-server's page calls it. */
export function remoteUri(server: CodeServer, path: string): string {
  return `vscode-remote://127.0.0.1:${server.port}${encodeURI(resolve(path))}`;
}

/** A page with the workbench, and `file` open in it. */
export async function openWorkbench(
  browser: Browser,
  server: CodeServer,
  options: PageOptions & { readonly viewport?: { width: number; height: number }; readonly scale?: number },
): Promise<Page> {
  const context = await browser.newContext({
    viewport: options.viewport ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.scale ?? 1,
  });
  const page = await context.newPage();
  await page.goto(addressOf(server, options));
  await page.locator('.monaco-workbench').waitFor({ timeout: workbenchTime });
  if (options.file !== undefined) {
    await page.locator('.editor-instance .view-line').first().waitFor({ timeout: workbenchTime });
  }
  return page;
}

/** Collects the addresses that a page asks other machines for. */
export function watchRequests(page: Page, server: CodeServer): readonly string[] {
  const outside: string[] = [];
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    // A webview's own files have addresses of a made-up machine; a service worker answers them.
    const ours =
      host === new URL(server.address).host ||
      host.endsWith('.vscode-cdn.net') ||
      host.includes('vscode-resource');
    if (protocol.startsWith('http') && !ours) outside.push(request.url());
  });
  return outside;
}

/** Collects what the panel's security policy refused: it alone has a nonce, and allows nothing by default. */
export function watchRefusals(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    const text = message.text();
    if (/Content Security Policy/.test(text) && /'nonce-|default-src 'none'/.test(text)) refused.push(text);
  });
  return refused;
}
