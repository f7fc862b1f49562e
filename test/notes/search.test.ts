import { strict as assert } from 'node:assert';
import { createBook } from '../../server/notes/book.ts';
import { parseNote } from '../../server/notes/parse.ts';
import type { Language } from '../../server/text/localized.ts';

const book = createBook();
book.add(
  parseNote(
    'file:///project/notes/lb.md',
    '# 負荷分散\n\n## ELB\n\nロードバランサーのアクセスログは**既定では無効**です。S3 に保存します。\n\n## 料金\n\nLCU で決まる。\n',
    'user',
  ),
);
book.add(
  parseNote(
    'kumonote-note:/en/elb.md',
    '# Elastic Load Balancing\n\nSpreads traffic.\n\n## Access logs\n\nOff by default; kept in [Amazon S3](https://example.com).\n',
    'bundled',
    'en',
  ),
);
book.add(
  parseNote(
    'kumonote-note:/ja/elb.md',
    '# Elastic Load Balancing\n\n## アクセスログ\n\n既定では無効です。\n',
    'bundled',
    'ja',
  ),
);

function search(query: string, language: Language = 'ja'): string[] {
  return book.search(query, language).map(({ uri, heading }) => `${uri.split('/').at(-2)}: ${heading}`);
}

describe('searching notes', () => {
  it('finds Japanese words inside a text without spaces', () => {
    assert.deepEqual(search('アクセスログ'), ['ja: アクセスログ', 'notes: ELB']);
    assert.deepEqual(search('無効'), ['notes: ELB', 'ja: アクセスログ']);
    assert.deepEqual(search('ロードバランサーのログ'), ['notes: ELB']);
  });

  it('does not mind width or case', () => {
    assert.deepEqual(search('ｱｸｾｽﾛｸﾞ'), search('アクセスログ'));
    assert.deepEqual(search('ｓ３'), search('S3'));
  });

  it('finds English words by their beginning', () => {
    assert.deepEqual(search('acc lo', 'en'), ['en: Access logs']);
    assert.deepEqual(search('ccess', 'en'), []);
  });

  it('wants every word, in the section or in the headings around it', () => {
    assert.deepEqual(search('elastic logs', 'en'), ['en: Access logs']);
    assert.deepEqual(search('traffic logs', 'en'), []);
    assert.deepEqual(search('負荷分散 LCU'), ['notes: 料金']);
  });

  it('shows the words around, without Markdown', () => {
    const [hit] = book.search('kept', 'en');
    assert.equal(hit?.excerpt, 'Off by default; kept in Amazon S3.');
    assert.equal(book.search('LCU', 'ja')[0]?.excerpt, 'LCU で決まる。');
  });

  it('speaks the language of the reader, or the other one', () => {
    assert.deepEqual(search('Elastic', 'ja'), ['ja: Elastic Load Balancing']);
    assert.deepEqual(search('traffic', 'ja'), ['en: Elastic Load Balancing']);
  });

  it('finds nothing for nothing', () => {
    assert.deepEqual(search(' '), []);
    assert.deepEqual(search('!?'), []);
  });
});
