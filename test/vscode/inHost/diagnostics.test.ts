import { deepEqual, equal, ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, findingsIn, openFile, rangeOf } from './editor.ts';

const noLogs = 'elb/access-logs-disabled';
const albType = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

describe('Diagnostics', () => {
  it('mark the type of a load balancer without access logs', async () => {
    const document = await openFile('network.yaml');
    await eventually(
      () => findingsIn(document),
      (findings) => findings.includes(`${noLogs}: ${albType}`),
    );
  });

  it('mark an HDD volume with a hint', async () => {
    const document = await openFile('network.yaml');
    await eventually(
      () => findingsIn(document),
      (findings) => findings.includes('ebs/hdd-volume: st1'),
    );
    const hdd = diagnosticsOf(document, 'ebs/hdd-volume')[0];
    equal(hdd?.severity, vscode.DiagnosticSeverity.Hint);
  });

  it('mark the class of a load balancer in CDK code', async () => {
    const document = await openFile('stack.ts');
    await eventually(
      () => findingsIn(document),
      (findings) =>
        findings.some((finding) => finding.startsWith(noLogs) && finding.includes('ApplicationLoadBalancer')),
    );
  });

  it('have a code that opens the note in this editor', async () => {
    const document = await openFile('network.yaml');
    await eventually(
      () => findingsIn(document),
      (findings) => findings.length > 0,
    );
    const code = diagnosticsOf(document, noLogs)[0]?.code;
    ok(typeof code === 'object');
    equal(code.target.scheme, vscode.env.uriScheme);
    equal(code.target.authority, 'kumonote.kumonote');
  });

  it('leave other files alone', async () => {
    const document = await openFile('deployment.yaml');
    // Long enough for the warnings above to have come, had it been theirs.
    await new Promise((done) => setTimeout(done, 1000));
    deepEqual(findingsIn(document), []);
  });

  it('go away when the quick fix is applied, and comments stay', async () => {
    const document = await openFile('network.yaml');
    await eventually(
      () => findingsIn(document),
      (findings) => findings.includes(`${noLogs}: ${albType}`),
    );
    const actions = await eventually(
      () =>
        vscode.commands.executeCommand<vscode.CodeAction[]>(
          'vscode.executeCodeActionProvider',
          document.uri,
          rangeOf(document, albType),
          vscode.CodeActionKind.QuickFix.value,
        ),
      (found) => found.some(({ title }) => /access logs/.test(title)),
    );
    const fix = actions.find(({ title }) => /access logs/.test(title));
    ok(fix?.edit);
    ok(await vscode.workspace.applyEdit(fix.edit));
    ok(document.getText().includes('access_logs.s3.enabled'), document.getText());
    ok(document.getText().includes('# Two zones, as our handbook says.'));
    await eventually(
      () => findingsIn(document),
      (findings) => !findings.some((finding) => finding.startsWith(noLogs)),
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });
});

function diagnosticsOf(document: vscode.TextDocument, rule: string): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter((diagnostic) => codeOf(diagnostic) === rule);
}

function codeOf({ code }: vscode.Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}
