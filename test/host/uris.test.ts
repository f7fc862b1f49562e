import assert from 'node:assert/strict';
import { normalUri, shownPath } from '../../server/host/uris.ts';

describe('addresses of files', () => {
  it('are the same however an editor encodes them', () => {
    const normal = 'file:///w/C%2B%2B%20%281%29/%E8%A8%AD%E8%A8%88%23.md';
    assert.equal(normalUri('file:///w/C++%20(1)/設計%23.md'), normal);
    assert.equal(normalUri('file:///w/C%2b%2b (1)/%e8%a8%ad%e8%a8%88%23.md'), normal);
    assert.equal(normalUri(normal), normal);
    assert.equal(normalUri('file:///C:/notes/a.md'), 'file:///c%3A/notes/a.md');
  });

  it('stay as they are where they cannot be understood', () => {
    for (const uri of ['', 'untitled:Untitled-1', 'git:/a.md?%7B%7D', 'file:///a.md?x#y', 'no uri %%%']) {
      assert.equal(normalUri(uri), uri);
    }
    assert.equal(normalUri('file:///100%.md'), 'file:///100%25.md');
  });

  it('are shown below the folder they are in, and not below one whose name merely begins alike', () => {
    const roots = ['file:///project/app', 'file:///project/app-notes/'];
    assert.equal(shownPath('file:///project/app-notes/%E8%A8%AD%E8%A8%88%20%231.md', roots), '設計 #1.md');
    assert.equal(shownPath('file:///project/app/docs/a.md', roots), 'docs/a.md');
    assert.equal(shownPath('file:///elsewhere/docs/a.md', roots), 'a.md');
    assert.equal(shownPath('file:///elsewhere/100%.md', roots), '100%.md');
  });
});
