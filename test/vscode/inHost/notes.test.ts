import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually, hoverOn, openFile, rangeOf } from './editor.ts';

describe('Notes of the user', () => {
  it('come first in a hover', async () => {
    const document = await openFile('network.yaml');
    await eventually(
      () => hoverOn(document, 'st1'),
      (hover) => hover.includes('Ask the storage guild'),
    );
  });

  it('change what a hover says while they are typed, and when they are saved', async () => {
    const template = await openFile('network.yaml');
    const note = await openFile('notes/storage.md');
    const edit = new vscode.WorkspaceEdit();
    edit.replace(note.uri, rangeOf(note, 'the storage guild'), 'Yuki');
    ok(await vscode.workspace.applyEdit(edit));
    await eventually(
      () => hoverOn(template, 'st1'),
      (hover) => hover.includes('Ask Yuki'),
    );
    await note.save();
    await eventually(
      () => hoverOn(template, 'st1'),
      (hover) => hover.includes('Ask Yuki'),
    );
  });

  it('change when another program writes them', async () => {
    const template = await openFile('network.yaml');
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'notes', 'network.md');
    await vscode.workspace.fs.writeFile(
      file,
      Buffer.from('# ELB\n\nOur balancers log to the audit bucket.\n'),
    );
    await eventually(
      () => hoverOn(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
      (hover) => hover.includes('audit bucket'),
    );
    await vscode.workspace.fs.delete(file);
    await eventually(
      () => hoverOn(template, 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
      (hover) => !hover.includes('audit bucket'),
    );
  });
});
