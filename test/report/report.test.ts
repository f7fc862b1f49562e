import assert from 'node:assert/strict';
import type { CheckedFile, ReportContext } from '../../server/report/checkedFile.ts';
import { jsonReport } from '../../server/report/json.ts';
import { textReport } from '../../server/report/text.ts';
import type { Finding, Severity } from '../../server/rules/rule.ts';
import { templateOf } from '../rules/values.ts';

const resource = templateOf({ Disk: ['AWS::EC2::Volume', {}] }).resources.get('Disk');

/** A finding on the first place in `text` where `marked` stands. */
function finding(text: string, marked: string, severity: Severity = 'warning'): Finding {
  const start = text.indexOf(marked);
  assert.ok(start >= 0 && resource);
  const message = { en: 'Too slow.', ja: '遅すぎます。' };
  return {
    rule: { id: 'ebs/slow', title: message, severity, subject: { topic: 'ebs' }, on: [], check: () => [] },
    resource,
    severity,
    message,
    span: { start, end: start + marked.length },
    related: [],
    fixes: [],
  };
}

function file(text: string, ...marked: readonly string[]): CheckedFile {
  return { path: 'disk.yaml', text, findings: marked.map((each) => finding(text, each)) };
}

const english: ReportContext = { language: 'en', noteTitle: () => 'EBS', colors: false };
const japanese: ReportContext = { ...english, language: 'ja' };

describe('the report for people', () => {
  it('shows place, severity, message, line, carets, rule and note', () => {
    assert.equal(
      textReport([file('A:\n  VolumeType: st1 # why\n', 'st1')], english),
      [
        'disk.yaml:2:15: warning: Too slow. [ebs/slow]',
        '      VolumeType: st1 # why',
        '                  ^^^',
        '    Note: EBS',
        '',
        'Checked 1 file: 1 warning.',
      ].join('\n'),
    );
  });

  it('speaks Japanese', () => {
    assert.equal(
      textReport([file('種類: st1', 'st1')], japanese),
      [
        'disk.yaml:1:5: 警告: 遅すぎます。 [ebs/slow]',
        '    種類: st1',
        '          ^^^',
        '    ノート: EBS',
        '',
        '1 個のファイルを確認しました。警告 1 件。',
      ].join('\n'),
    );
  });

  it('puts the carets below tabs, full-width characters and emoji', () => {
    const carets = (text: string, marked: string) =>
      textReport([file(text, marked)], english)
        .split('\n')
        .slice(1, 3);
    assert.deepEqual(carets('\ta:\tst1', 'st1'), ['        a:  st1', '            ^^^']);
    assert.deepEqual(carets('名前: 倉庫', '倉庫'), ['    名前: 倉庫', '          ^^^^']);
    assert.deepEqual(carets('a: 🚚 st1', 'st1'), ['    a: 🚚 st1', '          ^^^']);
    assert.deepEqual(carets('a: st1\r\nb: 2', 'st1\r\nb'), ['    a: st1', '       ^^^']);
  });

  it('shows a part of a line that is very long', () => {
    const text = `${'a'.repeat(5000)} st1 ${'b'.repeat(5000)}`;
    const [, line, carets] = textReport([file(text, 'st1')], english).split('\n');
    assert.ok((line?.length ?? 0) < 140);
    assert.equal(line?.slice(carets?.indexOf('^'), (carets?.lastIndexOf('^') ?? 0) + 1), 'st1');
  });

  it('keeps control characters from the terminal', () => {
    const report = textReport([file('a: \u001B[31mst1', 'st1')], english);
    assert.ok(!report.includes('\u001B'));
  });

  it('uses colours only when asked', () => {
    assert.ok(
      textReport([file('st1', 'st1')], { ...english, colors: true }).includes('\u001B[33mwarning\u001B[0m'),
    );
  });

  it('counts what was found, and says when it is nothing', () => {
    assert.equal(textReport([], english), 'Checked 0 files; nothing found.');
    assert.equal(textReport([file('a')], japanese), '1 個のファイルを確認しました。指摘はありません。');
    const findings = (['error', 'hint', 'hint', 'information'] as const).map((each) =>
      finding('st1', 'st1', each),
    );
    const report = textReport([{ path: 'a', text: 'st1', findings }, file('b')], english);
    assert.match(report, /Checked 2 files: 1 error, 1 information, 2 hints\.$/);
  });
});

describe('the report for programs', () => {
  it('has exactly the agreed keys, counted from 1', () => {
    const text = 'A:\n  Type: st1\nB: 2\n';
    assert.deepEqual(JSON.parse(jsonReport([file(text, 'st1\nB')], english)), {
      findings: [
        {
          file: 'disk.yaml',
          line: 2,
          column: 9,
          endLine: 3,
          endColumn: 2,
          rule: 'ebs/slow',
          severity: 'warning',
          message: 'Too slow.',
          resource: 'Disk',
          note: 'EBS',
        },
      ],
    });
  });

  it('is the same object without findings, and without a note', () => {
    assert.equal(jsonReport([], english), '{\n  "findings": []\n}');
    const report = JSON.parse(jsonReport([file('st1', 'st1')], { ...english, noteTitle: () => undefined }));
    assert.equal(report.findings[0].note, null);
  });
});
