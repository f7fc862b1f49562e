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
  'editor.lineHeight': 22,
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
    viewport: { width: 1200, height: 760 },
    scale: 2,
  });
  await page.keyboard.press('Control+B');
  await goTo(page, 'AWS::ElasticLoadBalancingV2::LoadBalancer');
  await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
  // What only VS Code in a browser has.
  await page.addStyleTag({
    content:
      '[id="status.host"], [id="status.forwardedPorts"], [id="status.keyboardLayout"] { display: none }',
  });
  await hoverOn(page, /LoadBalancer$/, /S3/);
  await enlargeHover(page);
  await page.screenshot({ path: join(images, 'hover.png') });

  await page.keyboard.press('Escape');
  await goTo(page, 'VolumeType: st1');
  await hoverOn(page, /^\s*st1$/, 'ebs/hdd-random-io');
  await enlargeHover(page);
  await page.screenshot({ path: join(images, 'warning.png') });

  await page.mouse.move(5, 5);
  await page.keyboard.press('Escape');
  await goTo(page, 'AWS::EC2::NatGateway');
  await page.keyboard.press('Control+B');
  await page.locator('.activitybar .action-label[aria-label="Kumonote"]').click();
  await codeAt(page, /NatGateway$/).click();
  await panelOf(page).locator('header h1', { hasText: 'NAT' }).waitFor();
  await page.waitForTimeout(1500);
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

/** Drags the hover's lower edge down, as a reader does who wants to see all of it. */
async function enlargeHover(page: Page): Promise<void> {
  await page.waitForTimeout(500);
  const box = await page.locator('.monaco-resizable-hover:visible').first().boundingBox();
  if (!box) return;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height - 1);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + box.height + 120, { steps: 10 });
  await page.mouse.up();
  await page.waitForTimeout(800);
}
