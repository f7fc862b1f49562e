import assert from 'node:assert/strict';
import { checkFindings } from '../findings.ts';

describe('HDD volumes that EC2 rejects', () => {
  it('reports a boot volume for that alone, and size and IOPS each where it stands', async () => {
    const findings = await checkFindings(`
      Resources:
        Server:
          Type: AWS::EC2::Instance
          Properties:
            BlockDeviceMappings:
              - { DeviceName: /dev/xvda, Ebs: { VolumeType: st1, VolumeSize: 20, Iops: 3000 } }
                                                            ^^^ ebs/hdd-boot-volume error
              - { DeviceName: /dev/sdf, Ebs: { VolumeType: sc1, VolumeSize: 20, Iops: 3000 } }
                                                                            ^^ ebs/hdd-size-out-of-range error
                                                                                      ^^^^ ebs/hdd-with-provisioned-iops warning
              - { DeviceName: /dev/sdg, Ebs: { VolumeType: st1, VolumeSize: 500, Iops: 3000 } }
                                                                                       ^^^^ ebs/hdd-with-provisioned-iops warning
              - { DeviceName: /dev/sdh, Ebs: { VolumeType: st1, VolumeSize: 500 } }
                                                           ^^^ ebs/hdd-volume hint
              - { DeviceName: /dev/sda1, Ebs: { VolumeType: standard } }
                                                            ^^^^^^^^ ebs/magnetic-previous-generation information
              - { DeviceName: !Ref Device, Ebs: { VolumeType: st1 } }
    `);
    assert.match(findings[0]?.fixes[0]?.title.en ?? '', /may replace the instance/);
    assert.equal(findings[0]?.fixes[0]?.preferred, false);
  });

  it('looks into launch templates and fleets, where a fix replaces nothing', async () => {
    const findings = await checkFindings(`
      Resources:
        Template:
          Type: AWS::EC2::LaunchTemplate
          Properties:
            LaunchTemplateData:
              BlockDeviceMappings: [{ DeviceName: /dev/sda1, Ebs: { VolumeType: sc1 } }]
                                                                                ^^^ ebs/hdd-boot-volume error
        Fleet:
          Type: AWS::EC2::EC2Fleet
          Properties:
            LaunchTemplateConfigs:
              - Overrides:
                  - BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { VolumeType: st1 } }]
                                                                                      ^^^ ebs/hdd-boot-volume error
    `);
    assert.equal(findings[0]?.fixes[0]?.preferred, true);
  });
});
