import assert from 'node:assert/strict';
import { getPath } from '../../server/model/value.ts';
import { properties, read, resource, show, written } from './show.ts';

const template = (own: string): string => `
Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    Runtime: python3.13
    Timeout: 3
    Tags: {Team: a}
    Layers: [one]
    Environment:
      Variables: {LOG: info, STAGE: !Ref Stage}
Resources:
  F:
    Type: AWS::Serverless::Function
${own}
  T:
    Type: AWS::Serverless::SimpleTable
`;

describe('SAM templates', () => {
  it('fills in what Globals say: maps merged, lists joined, the rest overridden', () => {
    const text = template(
      '    Properties:\n      Timeout: 9\n      Layers: [two]\n      Tags: !Ref Tags\n      Environment:\n        Variables: {LOG: debug}',
    );
    assert.equal(
      properties(text, 'F'),
      "{Timeout: 9, Layers: ['one', 'two'], Tags: →Tags, Environment: {Variables: {LOG: 'debug', STAGE: →Stage}}, Runtime: 'python3.13'}",
    );
    assert.equal(properties(text, 'T'), '{}');
  });

  it('keeps the place of what comes from Globals', () => {
    const sam = read(template('    Properties: {}'));
    const f = resource(sam, 'F');
    assert.equal(written(sam, f, getPath(f.properties, 'Runtime')), 'python3.13');
    assert.equal(show(getPath(f.body, 'Properties')), '{}');
  });

  it('heeds IgnoreGlobals', () => {
    assert.equal(
      properties(template("    IgnoreGlobals: '*'\n    Properties: {Timeout: 1}"), 'F'),
      '{Timeout: 1}',
    );
    assert.equal(
      properties(
        template('    IgnoreGlobals: [Environment, Tags, Layers]\n    Properties: {Timeout: 1}'),
        'F',
      ),
      "{Timeout: 1, Runtime: 'python3.13'}",
    );
  });

  it('follows a change in Globals, and a move of the resource', () => {
    const before = read(template('    Properties: {}'));
    resource(before, 'F').properties;
    const changed = read(before.text.replace('python3.13', 'python3.14'), 'yaml', before);
    assert.equal(show(getPath(resource(changed, 'F').properties, 'Runtime')), "'python3.14'");
    const moved = read(changed.text.replace('Resources:', '# more\nResources:'), 'yaml', changed);
    const f = resource(moved, 'F');
    assert.equal(written(moved, f, getPath(f.properties, 'Runtime')), 'python3.14');
  });

  it('leaves Globals alone in other templates', () => {
    const text = template('    Properties: {}').replace(
      'AWS::Serverless-2016-10-31',
      'AWS::LanguageExtensions',
    );
    assert.equal(properties(text, 'F'), '{}');
  });
});
