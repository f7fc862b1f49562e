import assert from 'node:assert/strict';
import { readerFor } from '../../server/read/index.ts';
import { tryRead } from './show.ts';

describe('Which files are templates', () => {
  it('reads what has sections or resource types of CloudFormation', () => {
    for (const text of [
      'AWSTemplateFormatVersion: "2010-09-09"\n',
      'Transform: AWS::Serverless-2016-10-31\nResources:\n',
      'Resources:\n  A:\n    Type: AWS::',
      'Resources:\n  A:\n    Type: Custom::Thing\n',
      'Resources:\n  A:\n    Type: Alexa::ASK::Skill\n',
      '# a comment\n\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n',
      '{"AWSTemplateFormatVersion": "2010-09-09"}',
    ]) {
      assert.ok(tryRead(text), text);
    }
    assert.ok(tryRead('{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', 'json'));
    assert.ok(tryRead('/* x */ {"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}', 'jsonc'));
  });

  it('leaves everything else alone', () => {
    for (const text of [
      '',
      '# nothing\n',
      'apiVersion: v1\nkind: ConfigMap\ndata:\n  template.yaml: |\n    AWSTemplateFormatVersion: "2010-09-09"\n    Resources:\n      A:\n        Type: AWS::S3::Bucket\n',
      'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n',
      'services:\n  web:\n    image: nginx\n',
      'openapi: 3.0.0\npaths: {}\n',
      'resources:\n  Resources:\n    A:\n      Type: AWS::S3::Bucket\n',
      'Resources:\n  - AWS\n',
      'Resources:\n  A:\n    Type: other\n',
      '[1, 2',
    ]) {
      assert.equal(tryRead(text), undefined, text);
    }
    for (const text of [
      '{}',
      '{"name": "x", "version": "1.0.0"}',
      '{"nested": {"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}}',
      '[{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}]',
      '{"Resources": null, "Type": "AWS::S3::Bucket"}',
    ]) {
      assert.equal(tryRead(text, 'json'), undefined, text);
    }
  });

  it('reads *.template files by their first character, and knows no other kinds', () => {
    const uri = 'file:///a.template';
    const reader = readerFor('plaintext', uri);
    const formats = [
      '{"Resources": {"A": {"Type": "AWS::S3::Bucket"}}}',
      'Resources: {A: {Type: AWS::S3::Bucket}}',
    ].map((text) => reader?.read({ uri, languageId: 'plaintext', text }, undefined)?.format);
    assert.deepEqual(formats, ['json', 'yaml']);
    assert.equal(readerFor('plaintext', 'file:///a.txt'), undefined);
    assert.equal(readerFor('markdown', 'file:///a.md'), undefined);
    assert.ok(readerFor('typescript', 'file:///a.ts'));
  });
});
