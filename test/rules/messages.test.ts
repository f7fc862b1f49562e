import assert from 'node:assert/strict';
import { declareRule } from '../../server/rules/declare.ts';
import { dedent } from '../support/marked.ts';
import { checkFindings } from './findings.ts';

describe('the message of a rule block', () => {
  it('says which of the values that it may have break it', async () => {
    const { rule } = declareRule(
      dedent(`
      id: team/gp3
      on: AWS::EC2::Volume
      severity: warning
      message: '"{name}" uses {value}.'
      at: VolumeType
      must: { const: gp3 }
    `),
      {},
    );
    assert.ok(rule);
    const findings = await checkFindings(
      `
      Parameters:
        Type: { Type: String, Default: st1 }
        Known: { Type: String, AllowedValues: [sc1, io1] }
        Chosen: { Type: String, Default: sc1, AllowedValues: [gp3, sc1, io1] }
      Resources:
        Disk:
          Type: AWS::EC2::Volume
          Properties: { VolumeType: !Ref Type }
                                    ^^^^^^^^^ team/gp3 information
        Data:
          Type: AWS::EC2::Volume
          Properties: { VolumeType: !Ref Known }
                                    ^^^^^^^^^^ team/gp3 warning
        Logs:
          Type: AWS::EC2::Volume
          Properties: { VolumeType: !Ref Chosen }
                                    ^^^^^^^^^^^ team/gp3 information
        Map:
          Type: AWS::EC2::Volume
          Properties: { VolumeType: { A: 1 } }
                                    ^^^^^^^^ team/gp3 warning
    `,
      { rules: [rule] },
    );
    assert.deepEqual(
      findings.map(({ message }) => message.en.replace(/ \(.*/, '')),
      ['"Disk" uses st1.', '"Data" uses sc1 or io1.', '"Logs" uses sc1.', '"Map" uses ….'],
    );
  });
});
