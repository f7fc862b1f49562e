import assert from 'node:assert/strict';
import type { Report, Rule } from '../../server/rules/rule.ts';
import { runRules } from '../../server/rules/run.ts';
import { read } from './findings.ts';

const template = `
Resources:
  First:
    Type: AWS::SQS::Queue
  Second:
    Type: AWS::SNS::Topic
  Third:
    Type: AWS::SQS::Queue
`;

function rule(id: string, on: readonly string[], report: Partial<Report> = {}): Rule {
  const message = { en: `${id}.`, ja: `${id}。` };
  return {
    id,
    title: message,
    severity: 'warning',
    subject: { topic: 'sqs' },
    on,
    check: (resource) => [{ message, span: resource.nameSpan, ...report }],
  };
}

describe('running rules', () => {
  it('gives each rule the resources of its types, and the findings in the order of the text', async () => {
    const rules = [rule('b', ['AWS::SQS::*']), rule('a', ['AWS::SQS::Queue', 'AWS::SNS::Topic'])];
    const findings = runRules(rules, await read(template, 'yaml'));
    assert.deepEqual(
      findings.map((finding) => `${finding.resource.name} ${finding.rule.id}`),
      ['First a', 'First b', 'Second a', 'Third a', 'Third b'],
    );
  });

  it('takes the severity from the settings', async () => {
    const rules = [rule('a', ['AWS::SNS::Topic']), rule('b', ['AWS::SNS::Topic'])];
    const findings = runRules(rules, await read(template, 'yaml'), { severities: { a: 'error', b: 'off' } });
    assert.deepEqual(
      findings.map(({ severity }) => severity),
      ['error'],
    );
  });

  it('lets a report be graded lower than the setting, never higher', async () => {
    const rules = [rule('a', ['AWS::SNS::Topic'], { severity: 'information' })];
    const source = await read(template, 'yaml');
    const severityWith = (severity: 'error' | 'hint') =>
      runRules(rules, source, { severities: { a: severity } })[0]?.severity;
    assert.equal(severityWith('error'), 'information');
    assert.equal(severityWith('hint'), 'hint');
  });

  it('grades what is only possible one level lower, says when, and prefers no fix', async () => {
    const fix = { title: { en: 'Mend', ja: '直す' }, preferred: true, safe: true, edits: [] };
    const when = [
      { kind: 'condition', name: 'Big', holds: true },
      { kind: 'default', parameter: 'Size' },
    ] as const;
    const rules = [rule('a', ['AWS::SNS::Topic'], { when, fixes: [fix] })];
    const [finding] = runRules(rules, await read(template, 'yaml'));
    assert.equal(finding?.severity, 'information');
    assert.deepEqual(finding?.message, {
      en: 'a. (when Big is true, by default)',
      ja: 'a。(Big が真の場合、既定値の場合)',
    });
    assert.deepEqual(finding?.fixes, [{ ...fix, preferred: false, safe: false }]);
  });

  it('leaves a rule out that throws, says so once, and runs the others', async () => {
    const broken: Rule = {
      ...rule('broken', ['AWS::SQS::Queue']),
      check: () => {
        throw new Error('oops');
      },
    };
    const messages: string[] = [];
    const findings = runRules([broken, rule('a', ['AWS::SNS::Topic'])], await read(template, 'yaml'), {
      onError: (message) => messages.push(message),
    });
    assert.equal(findings.length, 1);
    assert.equal(messages.length, 1);
    assert.match(messages[0] ?? '', /broken.*oops/);
  });

  it('shows a finding without extent at the type', async () => {
    const rules = [rule('a', ['AWS::SNS::Topic'], { span: { start: 3, end: 3 } })];
    const source = await read(template, 'yaml');
    const [finding] = runRules(rules, source);
    assert.equal(source.text.slice(finding?.span.start, finding?.span.end), 'AWS::SNS::Topic');
  });
});
