import { match } from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openTestWindow, repository } from './testWindow.ts';
import { codeAt, openFile, runCommand, written } from './window.ts';

describe('Writing a rule in the window', function () {
  const window = openTestWindow(this, {
    file: 'network.yaml',
    settings: { 'editor.hover.enabled': false, 'workbench.colorTheme': 'Default Light Modern' },
    prepare: (folder) =>
      writeFileSync(join(folder, 'notes', 'volumes.md'), '# Volumes\n\nWe use gp3 everywhere.\n\n'),
  });
  let page: Page;
  before(async () => {
    page = window.page;
    await page.keyboard.press('Control+B');
  });

  /** Types the beginning of something, and chooses it from what is offered. */
  async function complete(typed: string, label: string): Promise<void> {
    await page.keyboard.type(typed, { delay: 30 });
    const offered = page.locator(`.suggest-widget.visible .monaco-list-row[aria-label^="${label}"]`).first();
    await offered.waitFor({ timeout: 20_000 });
    await offered.click();
  }

  async function nextLine(): Promise<void> {
    await page.keyboard.press('Escape');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
  }

  const lens = (text: string | RegExp): Locator =>
    page.locator('.codelens-decoration a', { hasText: text }).first();

  it('completion leads from an empty block to a rule', async () => {
    await page.locator('.squiggly-warning').first().waitFor({ state: 'attached', timeout: 60_000 });
    await page.keyboard.press('Control+Backslash');
    await openFile(page, 'volumes.md');
    await codeAt(page, 'We use gp3').click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('```rule');
    await nextLine();
    await complete('i', 'id');
    await page.keyboard.type('gp3-only');
    await nextLine();
    await complete('on', 'on');
    await complete('volume', 'AWS::EC2::Volume');
    await nextLine();
    await complete('sev', 'severity');
    await complete('', 'error');
    await nextLine();
    await complete('mess', 'message');
    await page.keyboard.type('Use gp3 for {name}.');
    await nextLine();
    await complete('at', 'at');
    await complete('Vol', 'VolumeType');
    await nextLine();
    await complete('mu', 'must');
    await complete('con', 'const');
    await complete('gp', 'gp3');
    await page.locator('.view-line', { hasText: 'const: gp3' }).first().waitFor();
  });

  it('its finding appears in the template beside it, while the note is not saved', async () => {
    await page.locator('.squiggly-error').first().waitFor({ state: 'attached' });
  });

  it('the lens above it lists the places', async () => {
    await lens('matches 1 place in this workspace').click();
    await page.locator('.reference-zone-widget', { hasText: 'network.yaml' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.reference-zone-widget').waitFor({ state: 'detached' });
  });

  it('the lens runs its examples', async () => {
    await page.keyboard.press('Control+End');
    const examples = ['bad\nVolumeType: st1', 'good\nVolumeType: gp3'];
    await page.keyboard.insertText(
      `\n\`\`\`\n${examples.map((each) => `\n\`\`\`yaml ${each}\n\`\`\`\n`).join('')}`,
    );
    await lens('run examples').click();
    await lens('✓ 2 examples').waitFor();
    await page.screenshot({ path: join(repository, 'out', 'rule.png') });
  });

  it('a rule is drafted from a value in the template', async () => {
    const template = page.locator('.editor-group-container').first();
    await template
      .locator('.view-line span span', { hasText: /^\s*st1$/ })
      .first()
      .click();
    await runCommand(page, 'Kumonote: New Rule from Selection');
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'New note' }).first().click();
    await page.locator('.tab.active', { hasText: 'ec2.md' }).waitFor();
    await page.locator('.view-line', { hasText: 'team/volume-type' }).first().waitFor();
    await page.screenshot({ path: join(repository, 'out', 'draft.png') });
    await page.keyboard.press('Control+S');
    match(
      await written(page, join(window.workspace, 'notes', 'ec2.md'), /good/),
      /^# EC2\n\n## AWS::EC2::Volume VolumeType\n[\s\S]*must: \{ const: st1 \}/,
    );
  });
});
