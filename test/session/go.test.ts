import assert from 'node:assert/strict';
import type { CodeAction, Diagnostic, Position, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { applyEdits } from '../support/applyEdits.ts';
import { dedent } from '../support/marked.ts';
import { type ServerProcess, startServer } from '../support/serverProcess.ts';

const uri = 'file:///shop/stack.go';
const text = dedent(`
  package main

  import (
  	"github.com/aws/aws-cdk-go/awscdk/v2"
  	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
  	"github.com/aws/jsii-runtime-go"
  )

  func disks(stack awscdk.Stack) {
  	awsec2.NewInstance(stack, jsii.String("Server"), &awsec2.InstanceProps{
  		BlockDevices: &[]*awsec2.BlockDevice{{
  			DeviceName: jsii.String("/dev/xvda"),
  			Volume: awsec2.BlockDeviceVolume_Ebs(jsii.Number(500), &awsec2.EbsDeviceOptions{
  				VolumeType: awsec2.EbsDeviceVolumeType_ST1,
  			}),
  		}},
  	})
  }
`);

describe('The built server, for CDK code in Go,', () => {
  let server: ServerProcess;
  let diagnostics: Diagnostic[];
  before(async () => {
    server = await startServer({
      capabilities: { workspace: { workspaceEdit: { documentChanges: true } } },
    });
    const published = server.nextDiagnostics(uri);
    server.open(uri, 'go', text);
    diagnostics = await published;
  });
  after(() => server.stop());

  /** The position of `part` in the text, past its first letter. */
  function positionOf(part: string): Position {
    return TextDocument.create(uri, 'go', 1, text).positionAt(text.indexOf(part) + 1);
  }

  it('finds what is wrong, at the value', () => {
    const [found, ...others] = diagnostics;
    assert.deepEqual([found?.code, others.length], ['ebs/hdd-boot-volume', 0]);
    const document = TextDocument.create(uri, 'go', 1, text);
    assert.equal(found && document.getText(found.range), 'awsec2.EbsDeviceVolumeType_ST1');
  });

  for (const [part, expected] of [
    ['NewInstance', /EC2/],
    ['BlockDevices', /EBS|block device/i],
    ['ST1', /HDD/],
  ] as const) {
    it(`explains ${part}`, async () => {
      const hover = await server.connection.sendRequest<{ contents: { value: string } } | null>(
        'textDocument/hover',
        { textDocument: { uri }, position: positionOf(part) },
      );
      assert.match(hover?.contents.value ?? '', expected);
    });
  }

  it('mends it, or keeps silent about it', async () => {
    const range = diagnostics[0]?.range ?? assert.fail();
    const actions = await server.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range,
      context: { diagnostics },
    });
    const texts = await Promise.all(
      actions.map(async (action) => {
        const { edit } = action.edit
          ? action
          : await server.connection.sendRequest<CodeAction>('codeAction/resolve', action);
        return edited(edit);
      }),
    );
    assert.ok(
      texts.some((each) => each.includes('VolumeType: awsec2.EbsDeviceVolumeType_GP3,')),
      texts.join(),
    );
    assert.ok(
      texts.some((each) => each.includes('\t// kumonote-disable-next-line ebs/hdd-boot-volume\n')),
      texts.join(),
    );
  });
});

function edited(edit: WorkspaceEdit | undefined): string {
  const changes = edit?.documentChanges ?? [];
  const edits = changes.flatMap((change) => ('edits' in change ? change.edits : []));
  return applyEdits(TextDocument.create(uri, 'go', 1, text), edits);
}
