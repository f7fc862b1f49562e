#!/usr/bin/env node
/**
 * Runs tests in the extension host of code-server. Takes VS Code's own switches, so that @vscode/test-electron can
 * start it in place of the desktop program:
 *
 *     runInHost.js <folder> --extensionDevelopmentPath=… --extensionTestsPath=…
 */
import { resolve } from 'node:path';
import { format } from 'node:util';
import { addressOf, launchBrowser, remoteUri } from './browser.ts';
import { startCodeServer } from './codeServer.ts';

/** How long all tests together may take, in milliseconds. */
const mostTime = 300_000;

/** What code-server itself writes to the console at every start. */
const noise =
  /^(Resolv|Creating a socket|\[|Updating additional|Ignoring fetching additional|Timed out waiting for auth|Error: Could not locate the bindings|Cannot find module '.\/build)/;

const repository = resolve(import.meta.dirname, '..', '..', '..', '..');
const folder = process.argv.slice(2).find((argument) => !argument.startsWith('-')) ?? '.';

function option(name: string): string {
  const found = process.argv.find((argument) => argument.startsWith(`--${name}=`));
  if (!found) throw new Error(`--${name} is missing.`);
  return resolve(found.slice(name.length + 3));
}

async function main(): Promise<number> {
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => name.startsWith('KUMONOTE_')),
  ) as Record<string, string>;
  const server = await startCodeServer({ repository, environment });
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    return await new Promise<number>((done, failed) => {
      const timer = setTimeout(
        () => failed(new Error(`The tests took too long; see ${server.log}`)),
        mostTime,
      );
      timer.unref();
      page.on('crash', () => failed(new Error('The browser crashed.')));
      const payload = [
        ['extensionDevelopmentPath', remoteUri(server, option('extensionDevelopmentPath'))],
        ['extensionTestsPath', remoteUri(server, option('extensionTestsPath'))],
      ] as const;
      const start = async (): Promise<void> => {
        await page.exposeFunction('codeAutomationLog', (_type: string, values: unknown[]) => {
          const line = format(...values);
          if (!noise.test(line)) console.log(line);
        });
        await page.exposeFunction('codeAutomationExit', done);
        await page.goto(addressOf(server, { folder, payload }));
      };
      start().catch(failed);
    });
  } finally {
    await browser.close();
    await server.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
