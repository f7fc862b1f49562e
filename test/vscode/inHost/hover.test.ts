import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverOn, openFile } from './editor.ts';

describe('Hover', () => {
  it('explains a load balancer in a template', async () => {
    const document = await openFile('network.yaml');
    const text = await eventually(
      () => hoverOn(document, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
      (hover) => /access log/i.test(hover),
    );
    ok(text.includes('command:kumonote.openNote?'), text);
  });

  it('explains a load balancer in CDK code', async () => {
    const document = await openFile('stack.ts');
    await eventually(
      () => hoverOn(document, 'ApplicationLoadBalancer'),
      (hover) => /access log/i.test(hover) && hover.includes('command:kumonote.openNote?'),
    );
  });

  it('speaks Japanese when the setting says so, at once', async () => {
    const document = await openFile('network.yaml');
    const settings = vscode.workspace.getConfiguration('kumonote');
    await settings.update('language', 'ja', vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(
        () => hoverOn(document, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
        (hover) => hover.includes('アクセスログ'),
      );
    } finally {
      await settings.update('language', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(
      () => hoverOn(document, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
      (hover) => /access log/i.test(hover),
    );
  });

  it('says nothing in a file that is not a template', async () => {
    const document = await openFile('deployment.yaml');
    const text = await hoverOn(document, 'Deployment');
    ok(!text.includes('kumonote'), text);
  });
});
