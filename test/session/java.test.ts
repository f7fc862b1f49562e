import assert from 'node:assert/strict';
import type { CodeAction, Hover } from 'vscode-languageserver-protocol/node';
import { startServer } from '../support/serverProcess.ts';

describe('the built server and CDK code in Java', () => {
  it('explains, reports and fixes it', async () => {
    const server = await startServer();
    const uri = 'file:///shop/ShopStack.java';
    const textDocument = { uri };
    const text = [
      'import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;',
      'import software.amazon.awscdk.services.ec2.Volume;',
      'class ShopStack { ShopStack() {',
      '    Volume.Builder.create(this, "Disk").volumeType(EbsDeviceVolumeType.STANDARD).build();',
      '} }',
    ].join('\n');
    const published = server.nextDiagnostics(uri);
    server.open(uri, 'java', text);
    const hover = await server.connection.sendRequest<Hover>('textDocument/hover', {
      textDocument,
      position: { line: 3, character: 6 },
    });
    assert.match(JSON.stringify(hover.contents), /AWS::EC2::Volume/);
    const diagnostics = await published;
    assert.deepEqual(
      diagnostics.map(({ code, range }) => [code, range.start.line, range.start.character]),
      [['ebs/magnetic-previous-generation', 3, 51]],
    );
    const [first] = diagnostics;
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument,
      range: first?.range,
      context: { diagnostics },
    });
    assert.match(JSON.stringify(actions), /GP3/);
    assert.match(JSON.stringify(actions), /\/\/ kumonote-disable-next-line ebs/);
    await server.stop();
  });
});
