import { deepEqual, equal, match, ok } from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { accessibilityProblems, focusOrder } from './accessibility.ts';
import { openTestWindow } from './testWindow.ts';
import { codeAt, cursorOf, hoverOn, openFile, runCommand, viewAction } from './window.ts';

describe('In the window', function () {
  const window = openTestWindow(this, { file: 'network.yaml' });
  let page: Page;
  let panel: FrameLocator;
  before(() => {
    ({ page, panel } = window);
  });

  it('a load balancer without access logs is underlined', async () => {
    await page
      .locator('.squiggly-warning, .squiggly-info')
      .first()
      .waitFor({ state: 'attached', timeout: 60_000 });
  });

  it('resting on it shows what the notes say', async () => {
    await hoverOn(page, /LoadBalancer$/, /access log/i);
  });

  it('a click on the rule opens the panel at its section', async () => {
    const hover = await hoverOn(page, /LoadBalancer$/, 'elb/access-logs-disabled');
    await hover.locator('a', { hasText: 'elb/access-logs-disabled' }).click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
    match((await panel.locator('article .current').textContent()) ?? '', /log/i);
  });

  it('"Open note" in a hover does so, too', async () => {
    await page.keyboard.press('Escape');
    const hover = await hoverOn(page, /^\s*st1$/, /HDD/);
    await hover.locator('a', { hasText: 'Open note' }).first().click();
    await panel.locator('article', { hasText: /HDD|storage guild/ }).waitFor();
  });

  it('the panel follows the cursor', async () => {
    await page.keyboard.press('Escape');
    await codeAt(page, /LoadBalancer$/).click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
    await codeAt(page, /Volume$/).click();
    await panel.locator('header h1', { hasText: /Block Store|EBS|Storage/ }).waitFor();
  });

  it('a pinned note stays, and follows again when it is unpinned', async () => {
    await viewAction(page, 'Pin Note').click();
    await panel.locator('.pinned').waitFor();
    await codeAt(page, /LoadBalancer$/).click();
    await page.waitForTimeout(1000);
    await panel.locator('header h1', { hasText: /Block Store|EBS|Storage/ }).waitFor();
    await viewAction(page, 'Unpin Note').click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
  });

  it('a click on a finding puts the cursor on its line', async () => {
    await page.keyboard.press('Control+Home');
    await panel.locator('footer button.finding', { hasText: 'elb/access-logs-disabled' }).click();
    await page.locator('#status\\.editor\\.selection', { hasText: 'Ln 3' }).waitFor();
    match(await cursorOf(page), /^Ln 3, Col 11/);
  });

  it('search finds a note, by keyboard alone', async () => {
    await runCommand(page, 'Kumonote: Search Notes');
    await panel.locator('input[type=search]:focus').waitFor();
    await page.keyboard.type('failover');
    await panel.locator('#hits button').first().waitFor();
    await page.keyboard.press('Enter');
    await panel.locator('header h1', { hasText: 'Route 53' }).waitFor();
  });

  it('back leads to the note before', async () => {
    await viewAction(page, 'Go Back').click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
  });

  it('a bundled note opens as text, read-only', async () => {
    await runCommand(page, 'Kumonote: Open Note as Text');
    await page.locator('.tab.active', { hasText: '.md' }).waitFor();
    await page.keyboard.press('Control+W');
  });

  it('CDK code is explained as well', async () => {
    await openFile(page, 'stack.ts');
    await codeAt(page, /^ApplicationLoadBalancer$/).click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
    await panel.locator('footer button.finding', { hasText: 'elb/access-logs-disabled' }).waitFor();
  });

  it('a diagram is drawn, and its words are only words', async () => {
    const input = panel.locator('input[type=search]');
    await input.fill('Journey of an order');
    await panel.locator('#hits button').first().click();
    const picture = panel.locator('figure svg[role=img]');
    await picture.waitFor();
    equal(await picture.getAttribute('aria-label'), 'An order waits in the queue until a worker has time.');
    deepEqual(await picture.locator('text').allTextContents(), [
      'order [JSON]',
      'try again',
      'Shop',
      'Queue',
      "<script>alert('no')</script>",
    ]);
    equal(await picture.locator('polyline.edge[marker-end]').count(), 3);
    equal(await picture.locator('script, style, a, foreignObject, [href], [style*=url]').count(), 0);
    const room = await panel.locator('article').evaluate(({ clientWidth }) => clientWidth);
    ok(((await picture.boundingBox())?.width ?? 0) > room / 4);
  });

  it('a diagram of another kind stays text, with a word on why', async () => {
    await panel.locator('article details summary', { hasText: 'Diagram' }).waitFor();
    await panel.locator('article .quiet', { hasText: 'Shown as text' }).waitFor();
  });

  it('can be used with a keyboard and a screen reader', async () => {
    const input = panel.locator('input[type=search]');
    await input.fill('Storage');
    await panel.locator('#hits button').first().waitFor();
    deepEqual(await accessibilityProblems(panel), []);
    await panel.locator('#hits button').first().click();
    await panel.locator('header h1').waitFor();
    deepEqual(await accessibilityProblems(panel), []);
    // The search, then the way to the findings, then the note, then what is below it.
    const order = await focusOrder(panel);
    match(order[0] ?? '', /^input Search notes/);
    match(order[1] ?? '', /^button Findings in this file/);
    ok(
      order.every((each) => /^\S+ \S/.test(each)),
      `something has no name: ${order.join(', ')}`,
    );
  });

  it('no page, image or script came from another machine, and the panel tried nothing that it may not do', () => {
    deepEqual(window.outside, []);
    deepEqual(window.refused, []);
  });
});
