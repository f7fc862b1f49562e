import assert from 'node:assert/strict';
import { builtin, checkFindings } from '../findings.ts';

const rules = builtin('ec2/ssh-open-to-world');
const check = (text: string) => checkFindings(text, { rules });

describe('ec2/ssh-open-to-world', () => {
  it('finds port 22 open to every address, in each spelling', async () => {
    const findings = await check(`
      Resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
                                                                     ^^^^^^^^^ ec2/ssh-open-to-world warning
              - { IpProtocol: '6', FromPort: '0', ToPort: '65535', CidrIpv6: '::/0' }
                                                                             ^^^^^^ ec2/ssh-open-to-world warning
              - { IpProtocol: -1, CidrIp: 0.0.0.0/0 }
                                          ^^^^^^^^^ ec2/ssh-open-to-world warning
        Host:
          Type: AWS::EC2::Instance
          Properties: { SecurityGroupIds: [!Ref Web] }
        Separate:
          Type: AWS::EC2::SecurityGroupIngress
          Properties: { IpProtocol: tcp, FromPort: 20, ToPort: 30, CidrIpv6: '::0/0' }
                                                                             ^^^^^^^ ec2/ssh-open-to-world warning
    `);
    assert.deepEqual(
      findings[0]?.fixes.map(({ preferred, edits }) => [preferred, edits[0]?.kind]),
      [[false, 'replace']],
    );
  });

  it('is graded lower where every port is open and no host is in sight', () =>
    check(`
      Resources:
        Balanced:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress: [{ IpProtocol: '-1', CidrIp: 0.0.0.0/0 }]
                                                               ^^^^^^^^^ ec2/ssh-open-to-world information
        Balancer:
          Type: AWS::ElasticLoadBalancingV2::LoadBalancer
          Properties: { SecurityGroups: [!Ref Balanced] }
    `));

  it('is silent about other ports, other protocols and limited sources', () =>
    check(`
      Resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
              - { IpProtocol: udp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
              - { IpProtocol: icmp, FromPort: -1, ToPort: -1, CidrIp: 0.0.0.0/0 }
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourceSecurityGroupId: sg-1 }
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, SourcePrefixListId: pl-1 }
              - { IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 0.0.0.0/0 }
    `));

  it('grades a parameter by its default', () =>
    check(`
      Parameters:
        Open: { Type: String, Default: 0.0.0.0/0 }
        Asked: { Type: String }
        Chosen: { Type: String, Default: 10.0.0.0/8, AllowedValues: [10.0.0.0/8, 0.0.0.0/0] }
      Resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Open }
                                                                     ^^^^^^^^^ ec2/ssh-open-to-world information
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Asked }
              - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Chosen }
    `));

  it('says when a rule is there under a condition only', async () => {
    const [finding] = await check(`
      Resources:
        Web:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - !If
                - Debug
                - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
                                                                       ^^^^^^^^^ ec2/ssh-open-to-world information
                - !Ref AWS::NoValue
    `);
    assert.match(finding?.message.en ?? '', /\(when Debug is true\)$/);
  });
});
