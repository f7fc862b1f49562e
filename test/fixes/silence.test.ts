/** "Silence … here" in every language: the finding is gone, and nothing else has changed. */
import assert from 'node:assert/strict';
import { dedent } from '../support/marked.ts';
import { FixingEditor } from './fixing.ts';

const open = 'ec2/ssh-open-to-world';

const cases: readonly [name: string, language: string, rule: string, before: string, after: string][] = [
  [
    'above the very line in YAML',
    'yaml',
    open,
    `
      Resources:
        Admin:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: Admin
            SecurityGroupIngress:
            - IpProtocol: tcp # SSH
              FromPort: 22
              ToPort: 22
              CidrIp: 0.0.0.0/0
    `,
    `
      Resources:
        Admin:
          Type: AWS::EC2::SecurityGroup
          Properties:
            GroupDescription: Admin
            SecurityGroupIngress:
            - IpProtocol: tcp # SSH
              FromPort: 22
              ToPort: 22
              # kumonote-disable-next-line ec2/ssh-open-to-world
              CidrIp: 0.0.0.0/0
    `,
  ],
  [
    'above the first key of a list item',
    'yaml',
    open,
    `
      Resources:
        Admin:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - CidrIp: 0.0.0.0/0
                IpProtocol: "-1"
    `,
    `
      Resources:
        Admin:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              # kumonote-disable-next-line ec2/ssh-open-to-world
              - CidrIp: 0.0.0.0/0
                IpProtocol: "-1"
    `,
  ],
  [
    'of a resource in flow style',
    'yaml',
    'elb/access-logs-disabled',
    `
      Resources: {
        Web: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: internal } },
        Other: { Type: AWS::SNS::Topic }
      }
    `,
    `
      Resources: {
        # kumonote-disable-next-line elb/access-logs-disabled
        Web: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer, Properties: { Scheme: internal } },
        Other: { Type: AWS::SNS::Topic }
      }
    `,
  ],
  [
    'above the resource where the line begins within a text',
    'yaml',
    open,
    `
      Resources:
        Admin:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - { Description: "from
                  anywhere", CidrIp: 0.0.0.0/0, IpProtocol: "-1" }
    `,
    `
      Resources:
        # kumonote-disable-next-line ec2/ssh-open-to-world
        Admin:
          Type: AWS::EC2::SecurityGroup
          Properties:
            SecurityGroupIngress:
              - { Description: "from
                  anywhere", CidrIp: 0.0.0.0/0, IpProtocol: "-1" }
    `,
  ],
  [
    'beside what is in Metadata already, in JSON',
    'json',
    'elb/access-logs-disabled',
    `
      {
        "Resources": {
          "Web": {
            "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "Metadata": {
              "owner": "web team",
              "kumonote": { "disable": ["ebs/hdd-volume"] }
            }
          }
        }
      }
    `,
    `
      {
        "Resources": {
          "Web": {
            "Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "Metadata": {
              "owner": "web team",
              "kumonote": { "disable": ["ebs/hdd-volume", "elb/access-logs-disabled"] }
            }
          }
        }
      }
    `,
  ],
  [
    'in new Metadata with tabs',
    'json',
    'elb/access-logs-disabled',
    '{\n\t"Resources": {\n\t\t"Web": {\n\t\t\t"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer"\n\t\t}\n\t}\n}\n',
    '{\n\t"Resources": {\n\t\t"Web": {\n\t\t\t"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",\n\t\t\t"Metadata": {\n\t\t\t\t"kumonote": {\n\t\t\t\t\t"disable": [\n\t\t\t\t\t\t"elb/access-logs-disabled"\n\t\t\t\t\t]\n\t\t\t\t}\n\t\t\t}\n\t\t}\n\t}\n}\n',
  ],
  [
    'in a JSON resource on one line',
    'json',
    'elb/access-logs-disabled',
    '{"Resources":{"Web":{"Type":"AWS::ElasticLoadBalancingV2::LoadBalancer"}}}',
    '{"Resources":{"Web":{"Type":"AWS::ElasticLoadBalancingV2::LoadBalancer", "Metadata": {"kumonote": {"disable": ["elb/access-logs-disabled"]}}}}}',
  ],
  [
    'in TypeScript, within a chain',
    'typescript',
    open,
    `
      import * as ec2 from 'aws-cdk-lib/aws-ec2';
      const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
        admin.addIngressRule(
          ec2.Peer.anyIpv4(),
          ec2.Port.tcp(22),
        );
    `,
    `
      import * as ec2 from 'aws-cdk-lib/aws-ec2';
      const admin = new ec2.SecurityGroup(this, 'Admin', { vpc });
        admin.addIngressRule(
          // kumonote-disable-next-line ec2/ssh-open-to-world
          ec2.Peer.anyIpv4(),
          ec2.Port.tcp(22),
        );
    `,
  ],
  [
    'above the construct where the line begins within a text',
    'typescript',
    'ebs/hdd-size-out-of-range',
    `
      import * as ec2 from 'aws-cdk-lib/aws-ec2';
      new ec2.CfnVolume(this, 'Disk', { volumeType: 'st1', snapshotId: \`a
      b\`, size: 20, availabilityZone: 'a' });
    `,
    `
      import * as ec2 from 'aws-cdk-lib/aws-ec2';
      // kumonote-disable-next-line ebs/hdd-size-out-of-range
      new ec2.CfnVolume(this, 'Disk', { volumeType: 'st1', snapshotId: \`a
      b\`, size: 20, availabilityZone: 'a' });
    `,
  ],
];

describe('Silencing a finding', () => {
  const editor = new FixingEditor();
  before(() => editor.start());
  after(() => editor.stop());

  for (const [name, language, rule, before, after] of cases) {
    it(name, async () => {
      const { text, remaining } = await editor.fix(dedent(before), language, rule, `Silence ${rule} here`);
      assert.equal(text, dedent(after));
      assert.ok(!remaining.includes(rule), remaining.join());
    });
  }

  it('twice on one line, in one comment', async () => {
    const start = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';
    const rest = `  Worker:
    Type: AWS::Lambda::Function
    Properties: { Timeout: 20 }
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties: { FunctionName: !Ref Worker, EventSourceArn: !GetAtt Jobs.Arn }
`;
    const first = 'sqs/no-dead-letter-queue';
    const second = 'sqs/visibility-timeout-too-short';
    const once = await editor.fix(start + rest, 'yaml', first, `Silence ${first} here`);
    assert.deepEqual(once.remaining, [second]);
    const twice = await editor.fix(once.text, 'yaml', second, `Silence ${second} here`);
    assert.deepEqual(twice.remaining, []);
    assert.equal(
      twice.text,
      `Resources:\n  Jobs:\n    # kumonote-disable-next-line ${first}, ${second}\n    Type: AWS::SQS::Queue\n${rest}`,
    );
  });
});
