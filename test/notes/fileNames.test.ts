import assert from 'node:assert/strict';
import { createFileNames } from '../../server/notes/fileNames.ts';

describe('a name in a wiki link', () => {
  const uris = [
    'file:///v/README.md',
    'file:///v/a/README.md',
    'file:///v/a/b/Load%20Balancers.md',
    'file:///v/c/load-balancers.md',
    'file:///v/c/d/e/Queue.md',
    'file:///v/x/Queue.md',
    'file:///v/%E8%B2%A0%E8%8D%B7%E5%88%86%E6%95%A3.md',
    'file:///v/pics/plan.png',
  ];
  const names = createFileNames();
  for (const uri of uris) names.add(uri);
  const find = (target: string, from = 'file:///v/other/n.md'): string | undefined =>
    names.find(target, from)[0]?.replace('file:///v/', '');

  it('means the file with the shortest path, whatever its case', () => {
    assert.equal(find('queue'), 'x/Queue.md');
    assert.equal(find('README'), 'README.md');
    assert.equal(find('負荷分散'), '%E8%B2%A0%E8%8D%B7%E5%88%86%E6%95%A3.md');
    assert.equal(find('nothing'), undefined);
  });

  it('means one beside the link or below it before all others', () => {
    assert.equal(find('Queue', 'file:///v/c/n.md'), 'c/d/e/Queue.md');
    assert.equal(find('README', 'file:///v/a/n.md'), 'a/README.md');
  });

  it('may have folders before it, or lead from the folder of the link', () => {
    assert.equal(find('e/Queue'), 'c/d/e/Queue.md');
    assert.equal(find('/a/README.md'), 'a/README.md');
    assert.equal(find('../x/Queue'), 'x/Queue.md');
    assert.equal(find('./Queue'), undefined);
  });

  it('may have hyphens for spaces, if no file is called just that', () => {
    assert.equal(find('Load Balancers'), 'a/b/Load%20Balancers.md');
    assert.equal(find('load-balancers'), 'c/load-balancers.md');
    names.remove('file:///v/c/load-balancers.md');
    assert.equal(find('load-balancers'), 'a/b/Load%20Balancers.md');
  });

  it('is not asked for where the address is known, however that is encoded', () => {
    assert.equal(names.at('file:///v/a/b/Load Balancers.md'), 'file:///v/a/b/Load%20Balancers.md');
    assert.equal(names.at('file:///v/負荷分散.md'), 'file:///v/%E8%B2%A0%E8%8D%B7%E5%88%86%E6%95%A3.md');
    assert.equal(names.at('file:///v/a/b/Load-Balancers.md'), undefined);
  });

  it('has its ending, if it is no note', () => {
    assert.equal(find('plan.png'), 'pics/plan.png');
    assert.equal(find('plan'), undefined);
  });
});
