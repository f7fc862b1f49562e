import { fixSuite } from './suite.ts';

const restrict = {
  rule: 'ec2/ssh-open-to-world',
  title: 'Allow one address range only (you fill it in)',
  titleJa: '送信元を限定する(アドレス範囲は入力)',
};

const group = (addresses: string): string => `
  Resources:
    Admin:
      Type: AWS::EC2::SecurityGroup
      Properties:
        GroupDescription: Admin
        SecurityGroupIngress:
          - IpProtocol: tcp
            FromPort: 22
            ToPort: 22
            ${addresses} # until Monday
          - IpProtocol: tcp
            FromPort: 443
            ToPort: 443
            CidrIp: 0.0.0.0/0
`;

const open = {
  rule: 'ec2/ssh-port-not-open',
  title: 'Open port 22 in Admin (you fill in the addresses)',
  titleJa: 'Admin で 22 番ポートを許可する(アドレス範囲は入力)',
};

const host = (rules: string): string => `
  Resources:
    Admin:
      Type: AWS::EC2::SecurityGroup
      Properties:
        GroupDescription: Admin${rules}
    Host:
      Type: AWS::EC2::Instance
      Properties:
        ImageId: ami-1
        KeyName: ops
        SecurityGroupIds:
          - Ref: Admin
`;

fixSuite(
  'EC2',
  { cdk: "import * as ec2 from 'aws-cdk-lib/aws-ec2';", python: 'from aws_cdk import aws_ec2 as ec2' },
  [
    {
      ...restrict,
      template: { before: group('CidrIp: 0.0.0.0/0'), after: group('CidrIp: «203.0.113.0/24»') },
      cdk: {
        before: `
        const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
        admin.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22), 'SSH');
      `,
        after: `
        const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
        admin.addIngressRule(ec2.Peer.ipv4('«203.0.113.0/24»'), ec2.Port.tcp(22), 'SSH');
      `,
      },
    },
    {
      ...restrict,
      template: { before: group('CidrIpv6: "::/0"'), after: group('CidrIpv6: "«2001:db8::/32»"') },
    },
    {
      ...open,
      template: {
        before: host(''),
        after: host(`
        SecurityGroupIngress:
          - IpProtocol: tcp
            FromPort: 22
            ToPort: 22
            CidrIp: «203.0.113.0/24»`),
      },
      cdk: {
        before: `
        const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
        new ec2.CfnInstance(this, 'Host', { imageId: 'ami-1', keyName: 'ops', securityGroupIds: [admin.securityGroupId] });
      `,
        after: `
        const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
        admin.addIngressRule(ec2.Peer.ipv4('«203.0.113.0/24»'), ec2.Port.tcp(22));
        new ec2.CfnInstance(this, 'Host', { imageId: 'ami-1', keyName: 'ops', securityGroupIds: [admin.securityGroupId] });
      `,
      },
      python: {
        before: `
        admin = ec2.CfnSecurityGroup(self, "Admin", group_description="Admin")
        ec2.CfnInstance(self, "Host", image_id="ami-1", key_name="ops", security_group_ids=[admin.attr_group_id])
      `,
        after: `
        admin = ec2.CfnSecurityGroup(self, "Admin", group_description="Admin", security_group_ingress=[{"ipProtocol": "tcp", "fromPort": 22, "toPort": 22, "cidrIp": "«203.0.113.0/24»"}])
        ec2.CfnInstance(self, "Host", image_id="ami-1", key_name="ops", security_group_ids=[admin.attr_group_id])
      `,
      },
    },
  ],
);
