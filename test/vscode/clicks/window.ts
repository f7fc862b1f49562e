/** What the tests by mouse and keyboard do in the window. */
import { existsSync, readFileSync } from 'node:fs';
import type { FrameLocator, Locator, Page } from 'playwright-core';

/** The panel's own document, inside the two frames that VS Code puts around it. */
export function panelOf(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').first().frameLocator('iframe#active-frame');
}

/** A button in the panel's title bar. */
export function viewAction(page: Page, name: string): Locator {
  return page.locator(`.part.sidebar .action-label:visible[aria-label^="${name}"]`).first();
}

/** The place in the editor where `text` stands. */
export function codeAt(page: Page, text: string | RegExp): Locator {
  return page.locator('.view-line span span', { hasText: text }).last();
}

/** Rests the mouse on `text` until a hover that contains `expected` appears. */
export async function hoverOn(
  page: Page,
  text: string | RegExp,
  expected: string | RegExp,
): Promise<Locator> {
  const hover = page.locator('.monaco-hover:visible', { hasText: expected }).first();
  for (let attempt = 0; ; attempt++) {
    // The first time may come before the server is there.
    await page.mouse.move(5, 5);
    await codeAt(page, text).hover();
    try {
      await hover.waitFor({ timeout: 3000 });
      return hover;
    } catch (error) {
      if (attempt === 8) throw error;
    }
  }
}

/** Runs a command by its name in the command palette. */
export async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('F1');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor();
  await input.fill(`>${name}`);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
}

/** Opens a file of the workspace by its name. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+P');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor();
  await input.fill(name);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click();
  await page.locator('.tab.active', { hasText: name }).waitFor();
}

/** Answers the window's own dialog for saving with the path `file`, once the dialog has made its own suggestion. */
export async function saveAs(page: Page, file: string): Promise<void> {
  const input = page.locator('.quick-input-widget:visible input.input').first();
  const suggested = async () => /\.\w+$/.test(await input.inputValue());
  await until(page, suggested, 'The dialog suggests no file.');
  for (;;) {
    await input.fill(file);
    // The dialog reads the folder first, and may put its own suggestion back meanwhile.
    await page.waitForTimeout(300);
    if ((await input.inputValue()) === file) break;
  }
  await page.keyboard.press('Enter');
}

/** The text of `file` once it is there and has `expected` in it. */
export async function written(page: Page, file: string, expected = /./): Promise<string> {
  const text = () => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  await until(page, async () => expected.test(text()), `${file} is not written.`);
  return text();
}

/** Waits until `holds`; fails with `otherwise` after half a minute. */
async function until(page: Page, holds: () => Promise<boolean>, otherwise: string): Promise<void> {
  for (let attempt = 0; !(await holds()); attempt++) {
    if (attempt === 300) throw new Error(otherwise);
    await page.waitForTimeout(100);
  }
}

/** The line and column in the status bar, as in `Ln 3, Col 5`. */
export async function cursorOf(page: Page): Promise<string> {
  return (await page.locator('#status\\.editor\\.selection').textContent()) ?? '';
}
