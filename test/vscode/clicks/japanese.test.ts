import { deepEqual, equal } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { dedent } from '../../support/marked.ts';
import { accessibilityProblems, focusOrder } from './accessibility.ts';
import { openTestWindow } from './testWindow.ts';
import { codeAt, hoverOn, runCommand } from './window.ts';

const note = `
  # 注文処理の運用

  注文はキューで受け取ります。

  ## 失敗した注文の再試行

  三回失敗した注文は、デッドレターキューに移して翌朝まで保管します。担当者が原因を確かめてから再試行します。

  ## 保管期間

  処理を終えた注文は十四日間残します。再試行は[[#失敗した注文の再試行|別の節]]に書いてあります。
  `;

describe('The window in Japanese', function () {
  const window = openTestWindow(this, {
    file: 'network.yaml',
    settings: { 'kumonote.language': 'ja' },
    prepare(workspace) {
      mkdirSync(join(workspace, 'docs'), { recursive: true });
      writeFileSync(join(workspace, 'docs', '注文処理.md'), dedent(note));
    },
  });
  let page: Page;
  let panel: FrameLocator;
  before(() => {
    ({ page, panel } = window);
  });

  it('hovers and messages are Japanese', async () => {
    await hoverOn(page, /LoadBalancer$/, 'アクセスログ');
    await page.keyboard.press('Escape');
  });

  it('the search finds a section by words without spaces between them', async () => {
    await runCommand(page, 'Kumonote: Search Notes');
    await panel.locator('input[type=search][aria-label="ノートを検索"]:focus').waitFor();
    await page.keyboard.insertText('デッドレターキューの注文を再試行');
    const first = panel.locator('#hits button').first();
    await first.locator('.name', { hasText: '失敗した注文の再試行' }).waitFor();
    equal(await panel.locator('#hits h1').textContent(), '検索結果');
    equal(await first.locator('.detail').textContent(), '注文処理の運用 · 自分のノート');
    equal((await first.locator('.excerpt').textContent())?.includes('デッドレターキュー'), true);
    deepEqual(await accessibilityProblems(panel), []);
  });

  it('opens it by keyboard at the section', async () => {
    await page.keyboard.press('ArrowDown');
    await panel.locator('#hits button:focus').waitFor();
    await page.keyboard.press('Enter');
    await panel.locator('header h1', { hasText: '注文処理の運用' }).waitFor();
    await panel.locator('article .current', { hasText: '失敗した注文の再試行' }).waitFor();
    await panel.locator('#hits').waitFor({ state: 'hidden' });
    equal(await panel.locator('html').getAttribute('lang'), 'ja');
    deepEqual(await accessibilityProblems(panel), []);
  });

  it('says so where nothing is found', async () => {
    await panel.locator('input[type=search]').fill('量子もつれ');
    await panel.locator('#hits .quiet', { hasText: '見つかりませんでした。' }).waitFor();
    await panel.locator('input[type=search]').press('Escape');
    await panel.locator('#hits').waitFor({ state: 'hidden' });
    await codeAt(page, /LoadBalancer$/).click();
    await panel.locator('footer h2', { hasText: 'このファイル' }).waitFor();
    equal((await focusOrder(panel))[0], 'input ノートを検索');
  });

  it('a comment that silences a rule is written by completion', async () => {
    const offered = page.locator('.suggest-widget.visible .monaco-list-row');
    await codeAt(page, /^Resources$/).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('# kumonote-', { delay: 30 });
    await offered.filter({ hasText: 'kumonote-disable-next-line' }).click();
    await offered.filter({ hasText: /elb\/access-logs-disabled.*アクセスログ/ }).click();
    const comment = '# kumonote-disable-next-line elb/access-logs-disabled';
    await page.locator('.view-line', { hasText: comment }).first().waitFor();
    await page.locator('.squiggly-warning').first().waitFor({ state: 'detached' });
    deepEqual([window.outside, window.refused], [[], []]);
  });
});
