/**
 * Makes docs/images/ from the real editor on examples/:
 *
 *     npm run screenshots
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { codeAt, hoverOn, panelOf } from './clicks/window.ts';
import { launchBrowser, openWorkbench } from './editor/browser.ts';
import { startCodeServer } from './editor/codeServer.ts';

const repository = resolve(import.meta.dirname, '..', '..', '..');
const images = join(repository, 'docs', 'images');
const examples = join(repository, 'examples');
const template = readFileSync(join(examples, 'template.yaml'), 'utf8');

const width = 1200;
const lineHeight = 22;

/** A calm window: nothing on it that is not about the code. */
const settings = {
  // The example's notes in English; the other one is in Japanese.
  'kumonote.notes': ['notes/our-storage.md'],
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.layoutControl.enabled': false,
  'window.commandCenter': false,
  'breadcrumbs.enabled': false,
  'editor.minimap.enabled': false,
  'editor.hover.delay': 100,
  'editor.hover.above': false,
  'editor.fontSize': 14,
  'editor.lineHeight': lineHeight,
  'editor.cursorBlinking': 'solid',
  'editor.lightbulb.enabled': 'off',
  'editor.stickyScroll.enabled': false,
  'editor.renderLineHighlight': 'none',
  'editor.occurrencesHighlight': 'off',
  'editor.scrollbar.vertical': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
};

mkdirSync(images, { recursive: true });
const server = await startCodeServer({ repository, settings, installExtension: true });
const browser = await launchBrowser();
try {
  const page = await openWorkbench(browser, server, {
    folder: examples,
    file: join(examples, 'template.yaml'),
    // A hover may be a quarter as high as the editor.
    viewport: { width, height: 1900 },
    scale: 2,
  });
  await page.keyboard.press('Control+B');
  await goTo(page, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
  await hoverOn(page, /LoadBalancer$/, /S3/);
  await captureHover(page, 'hover.png');

  await page.keyboard.press('Escape');
  await goTo(page, 'VolumeType: st1');
  await hoverOn(page, /^\s*st1$/, 'ebs/hdd-random-io');
  await captureHover(page, 'warning.png');

  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await page.setViewportSize({ width, height: 800 });
  await goTo(page, 'VolumeType: st1');
  await page.keyboard.press('Control+B');
  await page.locator('.activitybar .action-label[aria-label="Kumonote"]').click();
  await codeAt(page, /^\s*st1$/).click();
  await panelOf(page).locator('header h1', { hasText: 'Which disk' }).waitFor();
  await widenPanel(page);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: join(images, 'panel.png') });
} finally {
  await browser.close();
  await server.stop();
}

/** Shows the line of the example in which `text` stands first. */
async function goTo(page: Page, text: string): Promise<void> {
  const before = template.slice(0, template.indexOf(text));
  await page.keyboard.press('Control+G');
  const input = page.locator('.quick-input-widget:visible input').first();
  await input.waitFor();
  await input.fill(`:${before.split('\n').length}`);
  await page.keyboard.press('Enter');
  await input.waitFor({ state: 'hidden' });
}

/** The hover with some code around it, without the window. */
async function captureHover(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(1000);
  const box = await page.locator('.monaco-hover:visible').first().boundingBox();
  if (!box) throw new Error('The hover is gone.');
  const clip = { x: 60, y: box.y - 8 * lineHeight, width: width - 60, height: box.height + 10 * lineHeight };
  await page.screenshot({ path: join(images, name), clip });
}

/** As a reader does who likes longer lines. */
async function widenPanel(page: Page): Promise<void> {
  const box = await page.locator('.part.sidebar').boundingBox();
  if (!box) throw new Error('The panel is not there.');
  const edge = box.x + box.width + 2;
  await page.mouse.move(edge, 400);
  await page.mouse.down();
  await page.mouse.move(edge + 90, 400, { steps: 5 });
  await page.mouse.up();
  await page.mouse.move(700, 20);
}
