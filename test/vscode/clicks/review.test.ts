import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityProblems } from './accessibility.ts';
import { openTestWindow, repository } from './testWindow.ts';
import { runCommand, saveAs, written } from './window.ts';

describe('A design review in the window', function () {
  const window = openTestWindow(this, {
    file: 'network.yaml',
    // The window's own dialog, for the browser's cannot be driven from here.
    settings: { 'files.simpleDialog.enable': true },
  });
  let page: Page;
  let review: FrameLocator;
  before(async () => {
    ({ page } = window);
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
  });

  it('opens for the file, with its findings and a picture', async () => {
    await runCommand(page, 'Kumonote: Open Design Review');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'This file' }).click();
    review = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
    await review.locator('h1', { hasText: 'network.yaml' }).waitFor();
    await review.locator('.finding', { hasText: 'elb/access-logs-disabled' }).waitFor();
    await review.locator('figure svg .node.warning', { hasText: 'PublicAlb' }).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(repository, 'out', 'review.png') });
  });

  it('can be used with a keyboard and a screen reader', async () => {
    deepEqual(await accessibilityProblems(review), []);
  });

  it('leads from a box of the picture to the code', async () => {
    await review.locator('figure svg .node', { hasText: 'Disk' }).press('Enter');
    await page.locator('.view-line', { hasText: 'VolumeType' }).first().waitFor();
    await page.locator('#status\\.editor\\.selection', { hasText: /^Ln 8,/ }).waitFor();
  });

  it('is saved as a page that needs nothing else', async () => {
    await review.locator('button', { hasText: 'Save as HTML' }).click();
    const file = join(window.workspace, 'design-review.html');
    await saveAs(page, file);
    const html = await written(page, file);
    match(html, /<svg/);
    match(html, /elb\/access-logs-disabled/);
    ok(!/<script|<button|https?:\/\/(?!www\.w3\.org)/.test(html), 'something in it is not for paper');
    const saved = await window.browser.newPage({ viewport: { width: 900, height: 1000 } });
    await saved.goto(`file://${file}`);
    await saved.screenshot({ path: join(repository, 'out', 'saved-review.png') });
    equal((await saved.locator('.finding').count()) > 0, true);
    await saved.close();
  });

  it('tries nothing that it may not do', () => {
    deepEqual(window.refused, []);
  });
});
