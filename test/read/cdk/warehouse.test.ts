/** An app of several files, written in every language: each file with what is found in it. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { builtinRules } from '../../../server/rules/builtin/index.ts';
import { runRules } from '../../../server/rules/run.ts';
import { mark, parseMarked } from '../../support/marked.ts';
import { severalFiles } from '../../support/severalFiles.ts';
import { loadCdk } from './support.ts';

describe('The warehouse in', () => {
  before(loadCdk);

  const found: string[] = [];
  for (const languageId of ['typescript', 'python', 'java', 'csharp', 'go']) {
    it(languageId, async () => {
      const marked = severalFiles(await readFile(`test/golden/cdk/warehouse/${languageId}.txt`, 'utf8'));
      const files = [...marked].map(([path, each]) => {
        return { uri: `file:///${path}`, languageId, text: parseMarked(each).text };
      });
      const findings = files.flatMap((file) => {
        const template = cdkReader.read(
          file,
          undefined,
          files.filter((each) => each !== file),
        );
        cdkReader.forget(file.uri);
        const own = template
          ? runRules(builtinRules, template, { onError: (message) => assert.fail(message) })
          : [];
        const marks = own.map(({ span, rule, severity }) => ({ span, label: `${rule.id} ${severity}` }));
        assert.equal(mark(file.text, marks), marked.get(file.uri.slice('file:///'.length)));
        return own;
      });
      found.push(
        findings
          .map(({ rule, resource, also = [] }) =>
            [rule.id, ...[resource, ...also].map(({ name }) => name)].join(' '),
          )
          .join('\n'),
      );
    });
  }

  it('every language has the same findings', () => {
    assert.equal(new Set(found).size, 1, [...new Set(found)].join('\n\n'));
    assert.equal(
      found[0],
      [
        'dynamodb-streams/too-many-readers Stock',
        'sqs/no-dead-letter-queue Parcels-north Parcels-south Parcels-harbour',
        'sqs/visibility-timeout-too-short Parcels-north Parcels-south Parcels-harbour',
        'elb/access-logs-disabled South-Door',
        'ebs/hdd-volume North-Notes South-Notes',
        'ebs/hdd-size-out-of-range North-Notes South-Notes',
      ].join('\n'),
    );
  });
});
