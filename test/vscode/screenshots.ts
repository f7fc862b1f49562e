/**
 * Makes docs/images/, and docs/images/ja/ in Japanese, from the real editor on examples/:
 *
 *     npm run screenshots
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { codeAt, hoverOn, panelOf, runCommand } from './clicks/window.ts';
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
  'editor.scrollbar.horizontal': 'hidden',
  'editor.overviewRulerBorder': false,
  'editor.hideCursorInOverviewRuler': true,
};

/** The examples' own notes are in one language each. */
const languages = {
  en: { folder: images, notes: 'notes/our-storage.md', review: 'This file' },
  ja: { folder: join(images, 'ja'), notes: 'notes/負荷分散.md', review: 'このファイル' },
} as const;

const browser = await launchBrowser();
try {
  await capture('en');
  await capture('ja');
} finally {
  await browser.close();
}

async function capture(language: keyof typeof languages): Promise<void> {
  const { folder, notes, review } = languages[language];
  mkdirSync(folder, { recursive: true });
  const own = { 'kumonote.language': language, 'kumonote.notes': [notes] };
  const server = await startCodeServer({
    repository,
    settings: { ...settings, ...own },
    installExtension: true,
  });
  try {
    const page = await openWorkbench(browser, server, {
      folder: examples,
      file: join(examples, 'template.yaml'),
      // A hover may be a quarter as high as the editor.
      viewport: { width, height: 2600 },
      scale: 2,
    });
    await page.keyboard.press('Control+B');
    await goTo(page, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
    await hoverOn(page, /LoadBalancer$/, /S3/);
    await captureHover(page, join(folder, 'hover.png'));

    await page.keyboard.press('Escape');
    await goTo(page, 'VolumeType: st1');
    await hoverOn(page, /^\s*st1$/, 'ebs/hdd-random-io');
    await captureHover(page, join(folder, 'warning.png'));

    await page.mouse.move(5, 5);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width, height: 880 });
    await goTo(page, 'OutboundGateway:');
    await page.keyboard.press('Control+B');
    await page.locator('.activitybar .action-label[aria-label="Kumonote"]').click();
    await panelOf(page).locator('input[type=search]').waitFor();
    await widenPanel(page);
    await codeAt(page, /NatGateway$/).click();
    await panelOf(page).locator('figure svg').first().waitFor();
    await page.waitForTimeout(1000);
    await page.screenshot({ path: join(folder, 'panel.png') });
    await captureReview(page, join(folder, 'review.png'), review);
    await page.context().close();
  } finally {
    await server.stop();
  }
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

/** The hover and the code that it is about, without the window. */
async function captureHover(page: Page, path: string): Promise<void> {
  await page.waitForTimeout(1000);
  const box = await page.locator('.monaco-hover:visible').first().boundingBox();
  if (!box) throw new Error('The hover is gone.');
  const x = 60;
  const y = box.y - 3 * lineHeight;
  const clip = { x, y, width: box.x + box.width + 24 - x, height: box.y + box.height + 16 - y };
  await page.screenshot({ path, clip });
}

/** The design review of the template, without the panel. */
async function captureReview(page: Page, path: string, thisFile: string): Promise<void> {
  await page.keyboard.press('Control+B');
  await page.setViewportSize({ width, height: 1000 });
  await runCommand(page, 'Kumonote: Open Design Review');
  await page.locator('.quick-input-list .monaco-list-row', { hasText: thisFile }).click();
  const review = page.frameLocator('iframe.webview.ready').last().frameLocator('iframe#active-frame');
  await review.locator('figure svg .node').first().waitFor();
  await page.waitForTimeout(1000);
  await page.screenshot({ path });
  await review.locator('figure').evaluate((figure) => figure.scrollIntoView({ block: 'center' }));
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.replace(/\.png$/, '-picture.png') });
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
