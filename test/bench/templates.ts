/** Templates of any size for the benchmark: the same text for the same numbers, on every machine. */

/** What a service of the generated stack consists of; the numbers in it come from its index. */
const service: readonly ((index: number) => string)[] = [
  (n) => `  Orders${n}Table:
    Type: AWS::DynamoDB::Table
    Properties:
      BillingMode: PAY_PER_REQUEST
      AttributeDefinitions:
        - { AttributeName: id, AttributeType: S }
      KeySchema:
        - { AttributeName: id, KeyType: HASH }
      StreamSpecification:
        StreamViewType: NEW_AND_OLD_IMAGES
`,
  (n) => `  Orders${n}Function:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: index.handler
      Timeout: 30
      Role: !GetAtt Role.Arn
      Environment:
        Variables:
          TABLE: !Ref Orders${n}Table
      Code:
        ZipFile: |
@code@`,
  (n) => `  Orders${n}Source:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: !Ref Orders${n}Function
      EventSourceArn: !GetAtt Orders${n}Table.StreamArn
      StartingPosition: LATEST
`,
  (n) => `  Files${n}:
    Type: AWS::S3::Bucket
    Properties:
      VersioningConfiguration:
        Status: ${n % 2 ? 'Enabled' : 'Suspended'}
      NotificationConfiguration:
        QueueConfigurations:
          - Event: s3:ObjectCreated:*
            Queue: !GetAtt Work${n}.Arn
`,
  (n) => `  Work${n}:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 180
      Tags:
        - { Key: team, Value: "team-${n % 7}" }
`,
  (n) => `  Balancer${n}:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Type: application
      Subnets: !Ref Subnets
      LoadBalancerAttributes:
        - { Key: idle_timeout.timeout_seconds, Value: "60" }
        - { Key: access_logs.s3.enabled, Value: "${n % 2 === 0}" }
`,
  (n) => `  Disk${n}:
    Type: AWS::EC2::Volume
    Properties:
      AvailabilityZone: !Select [${n % 2}, !GetAZs ""]
      Size: 500
      VolumeType: ${['gp3', 'st1', 'io2'][n % 3]}
`,
  (n) => `  Access${n}:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: Access for administrators
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: ${n % 4 ? '10.0.0.0/8' : '0.0.0.0/0'} }
`,
];

const head = `AWSTemplateFormatVersion: "2010-09-09"
Description: A stack for measuring
Parameters:
  Subnets:
    Type: List<AWS::EC2::Subnet::Id>
Resources:
`;

const codeLine = '          // Every order is written once, and read by those who were told about it.\n';

/**
 * A YAML template with `count` resources, padded with inline function code up to about `bytes` (the text of a
 * real 1 MB template is mostly such code).
 */
export function yamlTemplate(count: number, bytes = 0): string {
  const blocks = Array.from({ length: count }, (_, index) =>
    (service[index % service.length] as (n: number) => string)(Math.floor(index / service.length)),
  );
  const functions = blocks.filter((block) => block.includes('@code@')).length;
  const bare = head.length + blocks.join('').length;
  const lines = Math.max(3, functions ? Math.floor((bytes - bare) / functions / codeLine.length) : 3);
  return head + blocks.map((block) => block.replace('@code@', codeLine.repeat(lines))).join('');
}
