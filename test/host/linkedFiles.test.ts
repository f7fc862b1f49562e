import assert from 'node:assert/strict';
import { createLinkedFiles } from '../../server/host/linkedFiles.ts';
import type { SourceText } from '../../server/read/reader.ts';
import { memoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///workspace';

describe('files that are read together', () => {
  it('are those that an open document names, whatever its file on disk does', async () => {
    const texts = { 'app.ts': "import './stack';", 'stack.ts': '', 'names.ts': '' };
    const files = memoryFiles(root, new Map(Object.entries(texts)));
    const open = new Map<string, SourceText>();
    const linked = createLinkedFiles(files, (uri) => open.get(uri));
    linked.setFiles(Object.keys(texts).map((name) => `${root}/${name}`));
    // The stack is read from disk for the app, and opened and edited after that.
    const app = source('app.ts', texts['app.ts']);
    linked.atHand(app);
    assert.deepEqual(names(await linked.all(app.uri)), ['stack.ts']);
    const stack = source('stack.ts', "import './names';");
    open.set(stack.uri, stack);
    linked.atHand(stack);
    await linked.changed(stack.uri);
    linked.atHand(stack);
    assert.deepEqual(names(await linked.all(stack.uri, 'imports')), ['names.ts']);
  });
});

function source(name: string, text: string): SourceText {
  return { uri: `${root}/${name}`, languageId: 'typescript', text };
}

function names(sources: readonly SourceText[]): readonly string[] {
  return sources.map(({ uri }) => uri.slice(root.length + 1));
}
