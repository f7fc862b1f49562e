/** What an accessibility checker says of a page inside the editor. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { FrameLocator } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What is wrong in `frame`, one line for each element: `color-contrast: .detail`. Empty where nothing is. */
export async function accessibilityProblems(frame: FrameLocator): Promise<readonly string[]> {
  const handle = await frame.locator('body').elementHandle();
  const page = await handle?.ownerFrame();
  if (!page) throw new Error('The page is gone.');
  // Through the debugger, for the page itself lets no other script in.
  await page.evaluate(`${source}; undefined`);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

/** What the Tab key goes to, in order, by name: `button Findings in this file: 2`. */
export async function focusOrder(frame: FrameLocator): Promise<readonly string[]> {
  return frame.locator('body').evaluate((body) =>
    [...body.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]')]
      .filter((each) => each.checkVisibility() && each.tabIndex >= 0)
      .map((each) => {
        const name = each.getAttribute('aria-label') ?? each.textContent?.replace(/\s+/g, ' ').trim() ?? '';
        return `${each.getAttribute('role') ?? each.localName} ${name}`;
      }),
  );
}
