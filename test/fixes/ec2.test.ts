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

fixSuite('EC2', "import * as ec2 from 'aws-cdk-lib/aws-ec2';", [
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
]);
