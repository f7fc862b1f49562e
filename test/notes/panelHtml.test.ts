import { strict as assert } from 'node:assert';
import { panelHtml } from '../../server/notes/panelHtml.ts';
import { parseNote } from '../../server/notes/parse.ts';
import type { Language } from '../../server/text/localized.ts';
import { assertGrowsLinearly } from '../support/growth.ts';
import { dedent } from '../support/marked.ts';

function html(text: string, language?: Language): string {
  return panelHtml(parseNote('file:///project/notes/memo.md', dedent(text), 'user', language)).html;
}

describe('a note in the panel', () => {
  it('has the slugs of its sections on its headings', () => {
    assert.match(
      html('# ELB (v2)\n## **ログ**\n'),
      /<h1 data-slug="elb-v2">ELB \(v2\)<\/h1>\s*<h2 data-slug="ログ">/,
    );
  });

  it('has no front matter, no raw HTML, no images and no dangerous links', () => {
    const result = html(`
      ---
      title: secret
      ---
      # A
      Text <script>alert(1)</script> goes on. <img src=x onerror=alert(1)> ![alt](https://example.com/x.png)
      [a](javascript:alert(1)) [b](command:x) [c](data:text/html,x) [d](file:///etc/passwd) [e](vscode://x) [f](//host/x.md)

      <iframe src="https://example.com"></iframe>
    `);
    assert.doesNotMatch(
      result,
      /secret|alert|<script|<img|<iframe|onerror|javascript:|command:|data:text|file:|vscode:|host/,
    );
    assert.match(result, /Text {2}goes on\./);
    assert.match(result, /<span>a<\/span> <span>b<\/span>/);
    assert.match(result, /alt/);
  });

  it('lets the panel follow links to notes, and keeps those to the web', () => {
    const result = html(
      '[a](other.md#見出し) [b](#elb) [c](../x/y.md) [d](https://example.com/z) [e](mailto:a@example.com)',
    );
    assert.match(
      result,
      /<a href="#" data-note="file:\/\/\/project\/notes\/other.md" data-slug="見出し">a<\/a>/,
    );
    assert.match(result, /<a href="#" data-slug="elb">b<\/a>/);
    assert.match(result, /<a href="#" data-note="file:\/\/\/project\/x\/y.md">c<\/a>/);
    assert.match(result, /<a href="https:\/\/example.com\/z">d<\/a>/);
    assert.match(result, /<a href="mailto:a@example.com">e<\/a>/);
    assert.match(html('[f](s3.md#a%20b)'), /data-note="file:\/\/\/project\/notes\/s3.md" data-slug="a b"/);
    assert.match(html('[g](picture.png)'), /<span>g<\/span>/);
  });

  it('shows rules as quiet cards, folds examples and leaves diagrams to the panel', () => {
    const text = `
      # A

      \`\`\`rule
      id: house/x
      severity: warning
      message: { en: Too open, ja: 開きすぎです }
      \`\`\`

      \`\`\`yaml bad
      A: <1>
      \`\`\`

      \`\`\`mermaid
      a --> b
      \`\`\`
    `;
    const english = html(text);
    assert.match(
      english,
      /<details class="rule warning"><summary><span class="kind">warning<\/span> Too open <code>house\/x<\/code><\/summary><pre><code>id: house\/x/,
    );
    assert.match(english, /<details class="example bad"><summary>Bad<\/summary><pre><code>A: &#x3C;1>/);
    assert.match(english, /<pre class="mermaid">a --> b<\/pre>/);
    assert.match(html(text, 'ja'), /開きすぎです.*悪い例/s);
  });

  it('renders tables and task lists', () => {
    assert.match(
      html('| a |\n| - |\n| 1 |\n\n- [x] done\n'),
      /<table>[\s\S]*<td>1<\/td>[\s\S]*<input type="checkbox" checked disabled>/,
    );
  });

  it('bounds what nobody would read', function () {
    this.timeout(60_000);
    for (const part of ['*a_', '[a](b ', '> ', '[^1]']) {
      assertGrowsLinearly((size) => html(`# A\n\n${part.repeat(size)}`), 10_000);
    }
  });
});
