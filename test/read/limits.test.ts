import assert from 'node:assert/strict';
import type { Template } from '../../server/model/template.ts';
import { readerFor, syntaxProblems } from '../../server/read/index.ts';
import { longestTemplate } from '../../server/read/template.ts';
import { assertGrowsLinearly } from '../support/growth.ts';

function read(languageId: string, text: string): Template | undefined {
  return readerFor(languageId, `file:///t.${languageId}`)?.read(
    { uri: 'file:///t', languageId, text },
    undefined,
  );
}

describe('Texts beyond reading', () => {
  it('are not read, but said to be too long, where they are templates', () => {
    const queue = '{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}}';
    const template = read('json', `${queue}${' '.repeat(longestTemplate)}}`);
    assert.equal(template?.resources.size, 0);
    assert.match(template.problems[0]?.message.en ?? '', /longer than the 1 MB/);
    assert.equal(read('json', `{"lockfileVersion":3${' '.repeat(longestTemplate)}}`), undefined);
  });

  it('are checked in time where each of thousands of values on one line is broken', function () {
    this.timeout(60_000);
    assertGrowsLinearly((size) => {
      const text = `{"Resources":{"Q":{"Type":"AWS::SQS::Queue"}},"Outputs":[${'?,'.repeat(size)}]}`;
      const template = read('json', text);
      assert(template);
      const problems = [...template.problems, ...[...syntaxProblems(template)].flat()];
      assert.equal(problems.length, 1);
    }, 25_000);
  });

  it('are said to be broken where not even the names of resources can be read', () => {
    const text = `{
  "Resources": {
    'Jobs': {"Type": "AWS::SQS::Queue"}
  }
}`;
    const template = read('json', text);
    assert.equal(template?.problems[0]?.span.start, text.indexOf("'Jobs'"));
    assert.equal(read('json', text.replace('Resources', 'resources')), undefined);
  });
});
