import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FrameLocator, Page } from 'playwright-core';
import { dedent } from '../../support/marked.ts';
import { openTestWindow } from './testWindow.ts';
import { codeAt, hoverOn } from './window.ts';

const template = `
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
`;

/** As somebody keeps it in Obsidian, with nothing in it for us. */
const vault: Readonly<Record<string, string>> = {
  'Messaging/Queues.md': `
    ---
    tags: [aws/sqs, messaging]
    ---
    # Queues (SQS)

    Every team has one queue. See [[Dead letters|what failed]] and [[Not written yet]]. #on-call

    > [!WARNING] Two weeks
    > Keep messages for **14 days**: a weekend must be replayable.

    ![[way of a job.svg|200]]

    | Queue | Keeps messages |
    | ----- | -------------- |
    | Jobs  | 14 days        |
    | Mail  | 4 days         |

    - [x] alarm on the age of the oldest message
    - [ ] dashboard

    Asked by the auditors.[^1] <script>document.title = 'run'</script> [quit](command:workbench.action.quit)

    ![](https://example.com/pixel.png)

    [^1]: In March.
    `,
  'Messaging/Dead letters.md': `
    # Dead letters

    What failed five times goes here. Back to [[Queues]].
    `,
  'attachments/way of a job.svg': `
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 280 60" font-family="sans-serif" font-size="13">
      <g fill="#2f6f9f"><rect x="4" y="12" width="72" height="36" rx="5"/><rect x="104" y="12" width="72" height="36" rx="5"/><rect x="204" y="12" width="72" height="36" rx="5"/></g>
      <path d="M78 30h22m-6-5 6 5-6 5M178 30h22m-6-5 6 5-6 5" fill="none" stroke="#888" stroke-width="2"/>
      <g fill="#fff" text-anchor="middle"><text x="40" y="35">shop</text><text x="140" y="35">queue</text><text x="240" y="35">worker</text></g>
    </svg>
    `,
};

describe('A plain vault dropped in', function () {
  const window = openTestWindow(this, {
    file: 'queues.yaml',
    prepare: (folder) => writeFileSync(join(folder, 'queues.yaml'), dedent(template)),
  });
  let page: Page;
  let panel: FrameLocator;
  before(() => {
    ({ page, panel } = window);
  });

  it('is in the hover as soon as it is there', async () => {
    await hoverOn(page, /Queue$/, 'SQS');
    for (const [path, text] of Object.entries(vault)) {
      const file = join(window.workspace, 'docs', 'vault', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, dedent(text));
    }
    const hover = await hoverOn(page, /Queue$/, 'Every team has one queue');
    const text = (await hover.textContent()) ?? '';
    match(text, /See what failed and Not written yet/);
    ok(!/\[\[|\[!/.test(text), text);
    await hover.locator('a', { hasText: 'Open note' }).first().click();
    await panel.locator('header h1', { hasText: 'Queues (SQS)' }).waitFor();
  });

  it('shows its callouts, tags, tables, task lists and footnotes', async () => {
    const article = panel.locator('article');
    equal(await article.locator('.callout.warning .callout-title').textContent(), 'Two weeks');
    deepEqual(await article.locator('.tag').allTextContents(), ['#aws/sqs', '#messaging', '#on-call']);
    equal(await article.locator('.table tr').count(), 3);
    equal(await article.locator('input[type=checkbox]:checked').count(), 1);
    await article.locator('a[data-footnote-ref]').click();
    await article.locator('.footnotes', { hasText: 'In March.' }).waitFor();
    await panel.locator('header h1', { hasText: 'Queues (SQS)' }).waitFor();
  });

  it('shows the picture from its attachments, and loads none from the web', async () => {
    const picture = panel.locator('article img');
    await picture.waitFor();
    await panel.locator('article').evaluate(async (article) => article.querySelector('img')?.decode());
    equal(await picture.count(), 1);
    ok((await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)) > 0);
    equal(Math.round((await picture.boundingBox())?.width ?? 0), 200);
    await panel.locator('article a[href="https://example.com/pixel.png"]').waitFor();
  });

  it('runs nothing that is in it', async () => {
    equal(await panel.locator('article script, article [href^="command:"]').count(), 0);
    ok(!(await page.title()).startsWith('run'));
  });

  it('leads from note to note, and leaves words for a note that is not written', async () => {
    equal(await panel.locator('article a', { hasText: 'Not written yet' }).count(), 0);
    await panel.locator('article a', { hasText: 'what failed' }).click();
    await panel.locator('header h1', { hasText: 'Dead letters' }).waitFor();
    await panel.locator('article a', { hasText: 'Queues' }).click();
    await panel.locator('header h1', { hasText: 'Queues (SQS)' }).waitFor();
    await panel.locator('article img').waitFor();
  });

  it('lists the notes that link to it, and opens one at the link', async () => {
    const backlinks = panel.locator('footer section', { hasText: 'Backlinks' });
    await backlinks.locator('button').waitFor();
    equal(await backlinks.locator('.excerpt').textContent(), 'Back to Queues.');
    equal(await backlinks.locator('.excerpt b').textContent(), 'Queues');
    await backlinks.locator('button').press('Enter');
    await panel.locator('header h1', { hasText: 'Dead letters' }).waitFor();
    // There the keyboard goes on: back to where the link leads.
    await panel.locator('article a:focus', { hasText: 'Queues' }).press('Enter');
    await panel.locator('header h1', { hasText: 'Queues (SQS)' }).waitFor();
  });

  it('follows the cursor, too', async () => {
    await page.keyboard.press('Escape');
    await codeAt(page, /Queue$/).click();
    await panel.locator('header h1', { hasText: 'Queues (SQS)' }).waitFor();
    deepEqual(window.outside, []);
    deepEqual(window.refused, []);
  });
});
