import { strict as assert } from 'node:assert';
import { parseNote } from '../../server/notes/parse.ts';
import { dedent } from '../support/marked.ts';
import { linksOf, showSections } from './show.ts';

/** Each line: a heading, an arrow, what it links to; nothing after the arrow where it must link to nothing. */
function check(table: string, above = '', uri?: string): void {
  for (const line of dedent(table).split('\n').filter(Boolean)) {
    const [heading = '', expected = ''] = line.split(/\s*→\s*/);
    assert.equal(linksOf(heading, above, uri), expected, heading);
  }
}

describe('linking headings', () => {
  it('knows services by their full, short and combined names', () => {
    check(`
      Amazon Simple Storage Service → s3
      S3 → s3
      Amazon S3 (Simple Storage Service) → s3
      Elastic Load Balancing (ELB) → elb
      AWS Elastic Load Balancing → elb
      Application load balancers → elb
      Gateway Load Balancer(GWLB) → elb
      Amazon RedShift → redshift
      Elastic Block Service(EBS) → ebs
      Route53 → route53
      Amazon Route 53 → route53
      Amazon MQ → amazon-mq
      Dynamo DB → dynamodb
      DynamoDB Stream → dynamodb-streams
      API Gateway → api-gateway
      NAT Gateways → nat-gateway
    `);
  });

  it('looks past decoration and numbering', () => {
    check(`
      🟠 EBS (Elastic Block Store) → ebs
      **Network Load Balancer (NLB)** → elb
      Section 7: ****Route 53**** → route53
      [Amazon Athena](https://example.com/athena) → athena
      2) DynamoDB (RCU, WCU) → dynamodb
      3-1. Security Group Rules → ec2/security-groups
      ④ SQS → sqs
      第2章 Redshift → redshift
    `);
  });

  it('understands questions and tasks', () => {
    check(`
      What is a load balancer in AWS? → elb
      How does a NAT gateway work? → nat-gateway
      Launch an EC2 → ec2
      Connect to EC2 with SSH (22) → ec2/ssh
    `);
  });

  it('reads Japanese, with and without spaces, in any width', () => {
    check(`
      NATゲートウェイの作り方 → nat-gateway
      NAT ゲートウェイとは → nat-gateway
      EC2のライフサイクル → ec2/lifecycle
      ＥＣ２のﾗｲﾌｻｲｸﾙ → ec2/lifecycle
      リザーブドインスタンスの料金 → ec2/reserved-instances
      ELBのアクセスログ設定 → elb/access-logs
      S3のバージョニングについて → s3/versioning
      SQSの可視性タイムアウト → sqs/visibility-timeout
      セキュリティグループルール → ec2/security-groups
    `);
  });

  it('prefers the part to the whole', () => {
    check(`
      DynamoDB Streams → dynamodb-streams
      EC2 placement groups → AWS::EC2::PlacementGroup
      Reserved Instances → ec2/reserved-instances
      API Gateway throttling → api-gateway/throttling
      SQS dead letter queues → sqs/dead-letter-queue
      Athena pitfalls → athena
    `);
  });

  it('links comparisons to all that is compared', () => {
    check(`
      EBS vs EFS → ebs, AWS::EFS::*
      Security groups vs. NACLs → ec2/security-groups
      SQS or Kinesis? → sqs, AWS::Kinesis::*
      Scaling and load balancing (ELB + ASG) → elb, AWS::AutoScaling::*
    `);
  });

  it('takes the service of an aspect from the heading above', () => {
    check('SSH接続 → ec2/ssh', '# EC2');
    check('Acitive-Passive → route53/active-passive', '# Route53');
    check('Streams & replication → dynamodb-streams', '# DynamoDB');
    check('HDD → ebs/hdd', '# Elastic Block Store');
    check('デッドレターキュー → sqs/dead-letter-queue', '# Amazon SQS');
    check('AZ をまたぐ冗長化 → nat-gateway/availability-zones', '# NATゲートウェイ');
  });

  it('takes it from the title, the file name or the folder, too', () => {
    check('SSH → ec2/ssh', '---\ntitle: Amazon EC2\n---');
    check('Lifecycle → ec2/lifecycle', '', 'file:///project/notes/ec2.md');
    check('Event notifications → s3/event-notifications', '', 'file:///project/aws/S3/memo.md');
    check('Load Balancers → elb', '', 'file:///project/aws/memo.md');
    check('Load Balancers → elb', '# Cheat sheet\n## EC2\n## S3');
  });

  it('is not misled by the service of another heading', () => {
    check('Lambda streams → AWS::Lambda::*, AWS::Serverless::Function', '# DynamoDB\n\n# AWS');
    check('Streams →', '# DynamoDB\n\n# AWS Lambda');
    check('Lambda との連携 → dynamodb-streams/lambda', '# DynamoDB Stream');
    check('Node.js →', '# Redshift');
    check('Throttling →', '# API Gateway\n\n# Amazon Kinesis');
  });

  it('links nothing by generic words and look-alikes', () => {
    check(`
      取引先のセキュリティ侵害 →
      NATO and the cloud →
      Microsoft Stream →
      ALBeast →
      natas level 3 →
      Load Balanced (Staging) →
      Standard →
      Reserved Concurrency →
      Real-Time Streaming →
      Security →
      Versioning →
      Queue →
      Bucket →
      Endpoints →
      A \`Queue\` in C++ →
      SNSの炎上対策 →
      Lambda expressions in Python →
      Batch →
      Load balancer →
      NAT →
    `);
  });

  it("leaves other clouds' things alone", () => {
    check('NAT Gateway (Azure) →');
    check('NAT gateway →', '# Google Cloud');
    check('Amazon S3 and Azure Blob Storage → s3');
  });

  it('leaves stories alone that only mention a service', () => {
    check(
      'Attackers leak customer records of a retail chain through an open S3 bucket misconfigured by contractors →',
    );
  });

  it('links services without a topic of their own to their types', () => {
    check(`
      AWS Lambda → AWS::Lambda::*, AWS::Serverless::Function
      CloudFront → AWS::CloudFront::*
      Amazon SNS → AWS::SNS::*
      RDS の概要 → AWS::RDS::*
      IAM → AWS::IAM::*
      VPC peering → AWS::EC2::VPCPeeringConnection
    `);
    check('Lambda → AWS::Lambda::*, AWS::Serverless::Function', '# My AWS memo');
  });

  it('links types, properties, classes and members that are written out', () => {
    check(`
      AWS::Lambda::Function → AWS::Lambda::Function
      \`AWS::EC2::Volume.VolumeType\` → AWS::EC2::Volume.VolumeType
      VisibilityTimeout → sqs/visibility-timeout
      \`elbv2.ApplicationLoadBalancer\` → ApplicationLoadBalancer, elb
      \`Bucket.addEventNotification\` → Bucket.addEventNotification
      \`lb.logAccessLogs(bucket)\` → ApplicationLoadBalancer.logAccessLogs, NetworkLoadBalancer.logAccessLogs
      The props of CfnVolume → CfnVolume
      \`JavaScript\` → JavaScript
    `);
    check(
      '`MemorySize` → AWS::Lambda::*.MemorySize, AWS::Serverless::Function.MemorySize, MemorySize',
      '# AWS Lambda',
    );
    check(
      '`logAccessLogs()` → ApplicationLoadBalancer.logAccessLogs, NetworkLoadBalancer.logAccessLogs',
      '# ALB',
    );
  });

  it('links a whole note as its author wrote it', () => {
    const note = parseNote(
      'file:///project/docs/design.md',
      dedent(`
        # 止まらない構成を考える
        ## Amazon API Gateway
        ## Amazon MQ
        ## DynamoDB
        ## Amazon RedShift
        ## Amazon Athena
        ## DynamoDB Stream
        ## Elastic Load Balancing(ELB)
        ## Elastic Block Service(EBS)
        ## Amazon SQS
        ## Amazon S3
        ## EC2
        ### EC2のライフサイクル
        ### SSH接続
        ## Route53
        ###  Active-Active
        ###  Acitive-Passive  
        ## NATゲートウェイ
        ### **同じAZの中では冗長、AZの間では冗長ではない**
      `),
      'user',
    );
    assert.equal(
      showSections(note),
      dedent(`
        # 止まらない構成を考える
        ## Amazon API Gateway → api-gateway
        ## Amazon MQ → amazon-mq
        ## DynamoDB → dynamodb
        ## Amazon RedShift → redshift
        ## Amazon Athena → athena
        ## DynamoDB Stream → dynamodb-streams
        ## Elastic Load Balancing(ELB) → elb
        ## Elastic Block Service(EBS) → ebs
        ## Amazon SQS → sqs
        ## Amazon S3 → s3
        ## EC2 → ec2
        ### EC2のライフサイクル → ec2/lifecycle
        ### SSH接続 → ec2/ssh
        ## Route53 → route53
        ### Active-Active → route53/active-active
        ### Acitive-Passive → route53/active-passive
        ## NATゲートウェイ → nat-gateway
        ### 同じAZの中では冗長、AZの間では冗長ではない → nat-gateway/availability-zones
      `).trimEnd(),
    );
  });
});
