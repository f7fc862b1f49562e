/** Whole files around one place: a resource of a template, a statement of a CDK stack. */

/** @param place `AWS::EC2::Volume { VolumeType: gp3 }` */
export function templateText(place: string): string {
  const at = place.indexOf(' {');
  return `Resources:
  Thing:
    Type: ${place.slice(0, at)}
    Properties: ${place.slice(at + 1)}
  Orders:
    Type: AWS::DynamoDB::Table
    Properties: { StreamSpecification: { StreamViewType: NEW_IMAGE } }
  Flow:
    Type: AWS::Kinesis::Stream
`;
}

const modules = {
  apigateway: 'aws-apigateway',
  appsync: 'aws-appsync',
  athena: 'aws-athena',
  dynamodb: 'aws-dynamodb',
  ec2: 'aws-ec2',
  elbv2: 'aws-elasticloadbalancingv2',
  lambda: 'aws-lambda',
  mq: 'aws-amazonmq',
  rds: 'aws-rds',
  redshift: 'aws-redshift',
  route53: 'aws-route53',
  s3: 'aws-s3',
  s3n: 'aws-s3-notifications',
  sqs: 'aws-sqs',
};

/** @param place a statement; `fn`, `table`, `queue`, `bucket`, `group` and `balancer` are there */
export function cdkText(place: string): string {
  const imports = Object.entries(modules).map(
    ([name, module]) => `import * as ${name} from 'aws-cdk-lib/${module}';`,
  );
  return `import { Duration, RemovalPolicy, Size, Stack } from 'aws-cdk-lib';
${imports.join('\n')}
import { DynamoEventSource, S3EventSource, SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';

class Shop extends Stack {
  build() {
    const fn = new lambda.Function(this, 'Fn', { timeout: Duration.seconds(3) });
    const table = new dynamodb.Table(this, 'Table', { stream: dynamodb.StreamViewType.KEYS_ONLY });
    const queue = new sqs.Queue(this, 'Queue');
    const bucket = new s3.Bucket(this, 'Bucket');
    const group = new ec2.SecurityGroup(this, 'Group', { vpc });
    const balancer = new elbv2.ApplicationLoadBalancer(this, 'Balancer', { vpc });
    ${place}
  }
}
`;
}
