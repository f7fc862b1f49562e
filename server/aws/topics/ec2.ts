import { get, type MapValue } from '../../model/value.ts';
import type { Topic } from '../topic.ts';

const instances = ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate.LaunchTemplateData'];
const ingressRules = ['AWS::EC2::SecurityGroup.SecurityGroupIngress', 'AWS::EC2::SecurityGroupIngress'];

export const ec2: Topic = {
  id: 'ec2',
  title: { en: 'Amazon EC2', ja: 'Amazon EC2' },
  names: ['EC2', 'Elastic Compute Cloud'],
  types: [
    'AWS::EC2::Instance',
    'AWS::EC2::LaunchTemplate',
    'AWS::EC2::EC2Fleet',
    'AWS::EC2::SpotFleet',
    'AWS::EC2::Host',
    'AWS::EC2::CapacityReservation',
    'AWS::EC2::CapacityReservationFleet',
    'AWS::EC2::KeyPair',
    'AWS::EC2::InstanceConnectEndpoint',
    'AWS::EC2::PlacementGroup',
    'AWS::EC2::InstanceEventWindow',
    'AWS::EC2::SecurityGroup',
    'AWS::EC2::SecurityGroupIngress',
    'AWS::EC2::SecurityGroupEgress',
    'AWS::EC2::SecurityGroupVpcAssociation',
    'AWS::EC2::PrefixList',
    'AWS::EC2::NetworkAcl',
    'AWS::EC2::NetworkAclEntry',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::AutoScaling::LaunchConfiguration',
    'AWS::AutoScaling::LifecycleHook',
    'AWS::AutoScaling::WarmPool',
  ],
  neighbours: [
    'AWS::EC2::PrefixList',
    'AWS::EC2::NetworkAcl',
    'AWS::EC2::NetworkAclEntry',
    'AWS::AutoScaling::*',
  ],
  classes: [
    'aws-ec2.Instance',
    'aws-ec2.LaunchTemplate',
    'aws-ec2.KeyPair',
    'aws-ec2.BastionHostLinux',
    'aws-ec2.SecurityGroup',
    'aws-ec2.Peer',
    'aws-ec2.Port',
    'aws-ec2.NetworkAcl',
    'aws-ec2.Connections',
    'aws-autoscaling.AutoScalingGroup',
    'aws-autoscaling.LifecycleHook',
    'aws-autoscaling.WarmPool',
  ],
  aspects: [
    {
      id: 'shutdown-behavior',
      names: ['EC2 shutdown behavior', 'EC2 のシャットダウン動作'],
      namesInTopic: [
        'Shutdown behavior',
        'Shutdown behaviour',
        'シャットダウン動作',
        'シャットダウン時の動作',
      ],
      properties: instances.map((type) => `${type}.InstanceInitiatedShutdownBehavior`),
      members: [
        'aws-ec2.InstanceInitiatedShutdownBehavior',
        'aws-ec2.Instance.instanceInitiatedShutdownBehavior',
        'aws-ec2.LaunchTemplate.instanceInitiatedShutdownBehavior',
      ],
    },
    {
      id: 'lifecycle',
      names: [
        'EC2 lifecycle',
        'EC2 instance lifecycle',
        'EC2 のライフサイクル',
        'EC2 インスタンスのライフサイクル',
        'EC2 ライフサイクル',
      ],
      namesInTopic: [
        'Lifecycle',
        'Life cycle',
        'Instance lifecycle',
        'Instance state',
        'Hibernate',
        'Hibernation',
        'ライフサイクル',
        'インスタンスの状態',
        'インスタンスのライフサイクル',
        '状態遷移',
        '休止',
        'ハイバネーション',
      ],
      types: ['AWS::AutoScaling::LifecycleHook', 'AWS::AutoScaling::WarmPool'],
      properties: instances.flatMap((type) => [
        `${type}.InstanceInitiatedShutdownBehavior`,
        `${type}.HibernationOptions.*`,
        `${type}.DisableApiTermination`,
      ]),
      members: [
        'aws-ec2.Instance.disableApiTermination',
        'aws-ec2.Instance.hibernationEnabled',
        'aws-ec2.LaunchTemplate.hibernationConfigured',
        'aws-autoscaling.LifecycleHook',
      ],
    },
    {
      id: 'reserved-instances',
      names: ['Reserved Instance', 'リザーブドインスタンス', 'EC2 RI'],
      namesInTopic: ['RI', 'Purchasing option', 'Capacity Reservation', '購入オプション', 'キャパシティ予約'],
      types: ['AWS::EC2::CapacityReservation', 'AWS::EC2::CapacityReservationFleet'],
    },
    {
      id: 'ssh-exposure',
      within: 'ssh',
      names: [],
      namesInTopic: ['SSH open to the world', 'Open SSH', '全世界に公開された SSH'],
    },
    {
      id: 'ssh',
      names: ['EC2 Instance Connect', 'EC2 key pair', 'EC2 キーペア'],
      namesInTopic: [
        'SSH',
        'SSH 接続',
        'SSH access',
        'Key pair',
        'キーペア',
        'Bastion',
        'Bastion host',
        '踏み台',
      ],
      types: ['AWS::EC2::KeyPair', 'AWS::EC2::InstanceConnectEndpoint'],
      properties: [
        ...instances.map((type) => `${type}.KeyName`),
        'AWS::EC2::SpotFleet.SpotFleetRequestConfigData.LaunchSpecifications.KeyName',
        'AWS::AutoScaling::LaunchConfiguration.KeyName',
      ],
      values: [{ of: ingressRules.flatMap((rule) => [`${rule}.FromPort`, `${rule}.ToPort`]), are: ['22'] }],
      groups: [{ of: ingressRules, where: opensPort22 }],
      members: [
        'aws-ec2.KeyPair',
        'aws-ec2.BastionHostLinux',
        'aws-ec2.Instance.keyName',
        'aws-ec2.Instance.keyPair',
        'aws-ec2.LaunchTemplate.keyPair',
        'aws-ec2.Port.SSH',
        'aws-ec2.BastionHostLinux.allowSshAccessFrom',
      ],
    },
    {
      id: 'security-groups',
      names: ['Security Group', 'セキュリティグループ'],
      namesInTopic: [
        'SG',
        'NACL',
        'Network ACL',
        'ネットワーク ACL',
        'インバウンドルール',
        'Inbound rule',
        'Outbound rule',
      ],
      types: [
        'AWS::EC2::SecurityGroup',
        'AWS::EC2::SecurityGroupIngress',
        'AWS::EC2::SecurityGroupEgress',
        'AWS::EC2::SecurityGroupVpcAssociation',
      ],
      properties: [
        'AWS::EC2::SecurityGroup.SecurityGroupIngress.*',
        'AWS::EC2::SecurityGroup.SecurityGroupEgress.*',
        ...instances.flatMap((type) => [`${type}.SecurityGroupIds`, `${type}.SecurityGroups`]),
        'AWS::AutoScaling::LaunchConfiguration.SecurityGroups',
      ],
      members: [
        'aws-ec2.SecurityGroup',
        'aws-ec2.Peer',
        'aws-ec2.Port',
        'aws-ec2.SecurityGroup.addIngressRule',
        'aws-ec2.SecurityGroup.addEgressRule',
        'aws-ec2.SecurityGroup.allowAllOutbound',
        'aws-ec2.Instance.addSecurityGroup',
        'aws-ec2.Instance.securityGroup',
        'aws-ec2.Connections.allowFrom',
        'aws-ec2.Connections.allowFromAnyIpv4',
        'aws-ec2.Connections.allowTo',
        'aws-ec2.Connections.allowDefaultPortFrom',
        'aws-ec2.Connections.allowInternally',
      ],
    },
  ],
};

/** Rules for all protocols have no ports, and speak of more than SSH. */
function opensPort22(rule: MapValue): boolean {
  const [from, to] = ['FromPort', 'ToPort'].map((key) => {
    const port = get(rule, key);
    return port.kind === 'scalar' ? Number(port.value) : Number.NaN;
  });
  return from !== undefined && to !== undefined && from <= 22 && 22 <= to;
}
