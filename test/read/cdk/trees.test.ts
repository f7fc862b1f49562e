import { strict as assert } from 'node:assert';
import treeSitter from '@vscode/tree-sitter-wasm';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { imports, loadCdk } from './support.ts';

const languageId = 'typescript';

describe('Syntax trees, which nothing collects by itself', () => {
  let alive = 0;
  const { parse } = treeSitter.Parser.prototype;
  const free = treeSitter.Tree.prototype.delete;

  before(async () => {
    await loadCdk();
    treeSitter.Parser.prototype.parse = function (...given) {
      const tree = parse.apply(this, given);
      if (tree) alive++;
      return tree;
    };
    treeSitter.Tree.prototype.delete = function () {
      alive--;
      free.call(this);
    };
  });
  after(() => {
    treeSitter.Parser.prototype.parse = parse;
    treeSitter.Tree.prototype.delete = free;
  });

  it('are freed with every edit, and when the file is closed', function () {
    this.timeout(10_000);
    const uri = 'file:///typed.ts';
    const start = `${imports}\nclass S extends cdk.Stack { constructor() { new s3.Bucket(this, '`;
    let text = start;
    for (let step = 0; step < 300; step++) {
      text = step % 40 === 39 ? start : `${text}${"ab'; {})(".charAt(step % 9)}`;
      cdkReader.read({ uri, languageId, text }, undefined);
      assert.equal(alive, 1, `after edit ${step}`);
    }
    cdkReader.read({ uri, languageId: 'typescriptreact', text }, undefined);
    assert.equal(alive, 1, 'in another language');
    cdkReader.read({ uri, languageId, text: 'no cloud here' }, undefined);
    assert.equal(alive, 0, 'without CDK');
    cdkReader.read({ uri, languageId, text }, undefined);
    cdkReader.forget(uri);
    assert.equal(alive, 0, 'when closed');
  });
});
