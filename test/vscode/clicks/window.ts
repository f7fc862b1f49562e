/** What the tests by mouse and keyboard do in the window. */
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

/** The line and column in the status bar, as in `Ln 3, Col 5`. */
export async function cursorOf(page: Page): Promise<string> {
  return (await page.locator('#status\\.editor\\.selection').textContent()) ?? '';
}
