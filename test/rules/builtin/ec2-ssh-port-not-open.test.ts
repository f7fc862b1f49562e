import assert from 'node:assert/strict';
import { builtin, findingsIn } from '../findings.ts';

interface Ssh {
  readonly instance?: string;
  readonly ingress?: string;
  readonly more?: string;
}

/** An instance with a key pair and one security group. */
function instance({ instance: own = '', ingress = '[]', more = '' }: Ssh): string {
  return `
    Parameters:
      Key: { Type: 'AWS::EC2::KeyPair::KeyName' }
      Image: { Type: 'AWS::EC2::Image::Id' }
      Port: { Type: Number }
    Resources:
      Host:
        Type: AWS::EC2::Instance
        Properties: { KeyName: !Ref Key, SecurityGroupIds: [!GetAtt Group.GroupId], ${own} }
      Group:
        Type: AWS::EC2::SecurityGroup
        Properties: { SecurityGroupIngress: ${ingress} }
      ${more}
  `;
}

describe('ec2/ssh-port-not-open', () => {
  const count = async (of: Ssh) =>
    (await findingsIn(instance(of), { rules: builtin('ec2/ssh-port-not-open') })).length;

  for (const [what, ingress] of Object.entries({
    'no rule at all': '[]',
    'another port': '[{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]',
    'another protocol': '[{ IpProtocol: udp, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }]',
    ping: '[{ IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }]',
  })) {
    it(`finds a group with ${what}`, async () => assert.equal(await count({ ingress }), 1));
  }

  for (const [what, ssh] of Object.entries<Ssh>({
    'port 22 is open': { ingress: '[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }]' },
    'a range covers it': { ingress: '[{ IpProtocol: 6, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }]' },
    'everything is open': { ingress: "[{ IpProtocol: '-1', SourceSecurityGroupId: sg-1 }]" },
    'a port is a parameter': {
      ingress: '[{ IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/8 }]',
    },
    'a rule depends on a condition': { ingress: "[!If [Ssh, { IpProtocol: tcp }, !Ref 'AWS::NoValue']]" },
    'a rule of its own opens it': {
      more: 'Rule: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Group, IpProtocol: tcp, FromPort: 22, ToPort: 22 } }',
    },
    'a rule is for a group that cannot be told': {
      more: 'Rule: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Other, IpProtocol: udp } }',
    },
    'a nested stack gets the group': {
      more: 'Nested: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Group: !Ref Group } } }',
    },
    'another group is elsewhere': { instance: 'SecurityGroups: [!ImportValue Shared]' },
    'the network interface is elsewhere': { instance: 'NetworkInterfaces: [{ NetworkInterfaceId: eni-1 }]' },
    'the image may be of Windows': { instance: 'ImageId: !Ref Image' },
    'it runs Windows': { instance: 'ImageId: "{{resolve:ssm:/aws/service/ami-windows-latest/2025}}"' },
    'it moves SSH to another port': {
      instance: "UserData: { 'Fn::Base64': 'echo Port 2222 >> /etc/ssh/sshd_config' }",
    },
    'remote desktop is open': { ingress: '[{ IpProtocol: tcp, FromPort: 3389, ToPort: 3389 }]' },
    'its profile is elsewhere': { instance: 'IamInstanceProfile: managed' },
    'its role allows Session Manager': {
      instance: 'IamInstanceProfile: !Ref Profile',
      more: 'Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }\n      Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore] } }',
    },
    'its role allows everything': {
      instance: 'IamInstanceProfile: !Ref Profile',
      more: 'Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }\n      Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess] } }',
    },
    'an Instance Connect Endpoint is here': { more: 'Door: { Type: AWS::EC2::InstanceConnectEndpoint }' },
  })) {
    it(`is silent where ${what}`, async () => assert.equal(await count(ssh), 0));
  }

  it('finds it in launch templates, too, and with a role that has nothing to do with sessions', async () => {
    const text = `
      Resources:
        Host:
          Type: AWS::EC2::LaunchTemplate
          Properties:
            LaunchTemplateData:
              KeyName: my-key
              NetworkInterfaces: [{ DeviceIndex: 0, Groups: [!Ref Group] }]
              IamInstanceProfile: { Arn: !GetAtt Profile.Arn }
        Group: { Type: AWS::EC2::SecurityGroup }
        Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }
        Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess] } }
    `;
    const [finding, ...others] = await findingsIn(text, { rules: builtin('ec2/ssh-port-not-open') });
    assert.equal(finding?.severity, 'information');
    assert.equal(finding?.related.length, 1);
    assert.equal(finding?.fixes[0]?.preferred, false);
    assert.equal(others.length, 0);
  });
});
