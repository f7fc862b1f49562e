import { deepEqual, match } from 'node:assert/strict';
import type { FrameLocator, Page } from 'playwright-core';
import { openTestWindow } from './testWindow.ts';
import { codeAt, hoverOn } from './window.ts';

describe('CDK code in Python in the window', function () {
  const window = openTestWindow(this, { file: 'stack.py' });
  let page: Page;
  let panel: FrameLocator;
  before(() => {
    ({ page, panel } = window);
  });

  it('a load balancer without access logs is underlined', async () => {
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
  });

  it('resting on it shows what the notes say, and leads to them', async () => {
    const hover = await hoverOn(page, /ApplicationLoadBalancer$/, /Access logs are off[\s\S]*Open note/);
    await hover.locator('a', { hasText: 'elb/access-logs-disabled' }).click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
    match((await panel.locator('article .current').textContent()) ?? '', /log/i);
  });

  it('the panel follows the cursor, and lists what was found', async () => {
    await page.keyboard.press('Escape');
    await codeAt(page, 'Jobs').click();
    await panel.locator('header h1', { hasText: /SQS/ }).waitFor();
    await codeAt(page, /ApplicationLoadBalancer$/).click();
    await panel.locator('header h1', { hasText: /Load Balanc/ }).waitFor();
    await panel.locator('footer button.finding', { hasText: 'elb/access-logs-disabled' }).waitFor();
  });

  it('the quick fix writes Python, with the import that it needs', async () => {
    await codeAt(page, /ApplicationLoadBalancer$/).click();
    const fix = page.locator('.action-widget .monaco-list-row', {
      hasText: 'Enable access logs in a new bucket',
    });
    await page.keyboard.press('Control+.');
    await fix.click();
    const line = (text: string) => page.locator('.view-line', { hasText: text }).first();
    await line('log_access_logs(Bucket(self, "AlbAccessLogs"))').waitFor();
    await line('from aws_cdk.aws_s3 import Bucket').waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    await panel.locator('footer button.finding').first().waitFor({ state: 'detached' });
    deepEqual([window.outside, window.refused], [[], []]);
  });
});
