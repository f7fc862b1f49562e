const path = require('node:path');
const cdk = require('aws-cdk-lib');
const {
  aws_amazonmq: amazonmq,
  aws_apigateway: apigateway,
  aws_apigatewayv2: apigatewayv2,
  aws_appsync: appsync,
  aws_athena: athena,
  aws_dynamodb: dynamodb,
  aws_lambda: lambda,
  aws_redshift: redshift,
  aws_s3: s3,
  aws_s3_notifications: s3n,
  aws_sqs: sqs,
} = require('aws-cdk-lib');
const { DynamoEventSource, SqsEventSource } = require('aws-cdk-lib/aws-lambda-event-sources');
const { worker } = require('./queues');

class Data extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);

    const partitionKey = { name: 'id', type: dynamodb.AttributeType.STRING };
    const orders = new dynamodb.Table(this, 'Orders', {
      partitionKey,
      stream: dynamodb.StreamViewType.NEW_IMAGE,
    });
    const silent = new dynamodb.TableV2(this, 'Silent', { partitionKey });
    const code = lambda.Code.fromInline('x');
    const runtime = lambda.Runtime.PYTHON_3_12;
    const startingPosition = lambda.StartingPosition.LATEST;
    for (const name of ['First', 'Second', 'Third']) {
      const fn = new lambda.Function(this, name, { runtime, handler: 'index.handler', code });
      fn.addEventSource(new DynamoEventSource(orders, { startingPosition }));
    }
    const reader = new lambda.Function(this, 'Reader', { runtime, handler: 'index.handler', code });
    reader.addEventSource(new DynamoEventSource(silent, { startingPosition, retryAttempts: 2 }));

    const jobs = new sqs.Queue(this, 'Jobs', { visibilityTimeout: cdk.Duration.seconds(90) });
    worker(this, 'Worker', jobs);
    const dead = new sqs.Queue(this, 'Dead');
    const safe = new sqs.Queue(this, 'Safe', {
      visibilityTimeout: cdk.Duration.minutes(6),
      deadLetterQueue: { queue: dead, maxReceiveCount: 3 },
    });
    reader.addEventSource(new SqsEventSource(safe));

    const uploads = new s3.Bucket(this, 'Uploads');
    uploads.addEventNotification(s3.EventType.OBJECT_CREATED, new s3n.LambdaDestination(reader));
    const versions = new s3.Bucket(this, 'Versions', { versioned: true });
    versions.addObjectCreatedNotification(new s3n.SqsDestination(dead));
    const ordered = new sqs.Queue(this, 'Ordered', { fifo: true });
    new s3.Bucket(this, 'ToOrdered', { versioned: true }).addEventNotification(
      s3.EventType.OBJECT_CREATED,
      new s3n.SqsDestination(ordered),
    );

    const api = new apigateway.RestApi(this, 'Api', { restApiName: `${id}-api` });
    api.root.addMethod('GET');
    const limited = new apigateway.RestApi(this, 'Limited', {
      deployOptions: { throttlingRateLimit: 10, throttlingBurstLimit: 20 },
    });
    limited.root.addMethod('GET');
    const stopped = new apigateway.RestApi(this, 'Stopped', {
      deployOptions: { throttlingRateLimit: 0, throttlingBurstLimit: 0 },
    });
    stopped.root.addMethod('GET');
    new apigateway.LambdaRestApi(this, 'Proxy', { handler: reader });
    new apigatewayv2.HttpApi(this, 'Http');
    const staged = new apigatewayv2.HttpApi(this, 'Staged', { createDefaultStage: false });
    new apigatewayv2.HttpStage(this, 'Stage', { httpApi: staged, throttle: { rateLimit: 1, burstLimit: 2 } });

    const graph = new appsync.CfnGraphQLApi(this, 'Graph', { name: 'graph', authenticationType: 'API_KEY' });
    new appsync.CfnGraphQLSchema(this, 'Schema', {
      apiId: graph.attrApiId,
      definition: 'type Query { order: String }',
    });
    new appsync.CfnDataSource(this, 'Source', {
      apiId: graph.attrApiId,
      name: 'orders',
      type: 'AMAZON_DYNAMODB',
      dynamoDbConfig: { awsRegion: this.region, tableName: orders.tableName },
    });

    const board = new appsync.GraphqlApi(this, 'Board', {
      name: 'board',
      definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql')),
    });
    board.addDynamoDbDataSource('Cards', orders);
    new appsync.GraphqlApi(this, 'Prices', {
      name: 'prices',
      definition: appsync.Definition.fromFile(`${__dirname}/schema.graphql`),
    });

    new athena.CfnWorkGroup(this, 'Queries', { name: 'queries' });
    new athena.CfnWorkGroup(this, 'Bounded', {
      name: 'bounded',
      workGroupConfiguration: { bytesScannedCutoffPerQuery: 10 * 1024 ** 3 },
    });
    new redshift.CfnCluster(this, 'Warehouse', {
      clusterType: 'single-node',
      dbName: 'warehouse',
      masterUsername: 'admin',
      manageMasterPassword: true,
      nodeType: 'dc2.large',
    });
    new amazonmq.CfnBroker(this, 'Broker', {
      brokerName: 'broker',
      deploymentMode: 'CLUSTER_MULTI_AZ',
      engineType: 'ACTIVEMQ',
      engineVersion: '5.18',
      hostInstanceType: 'mq.m5.large',
      publiclyAccessible: false,
      users: [],
    });
    s3.Bucket.fromBucketName(this, 'Known', 'known').addEventNotification(
      s3.EventType.OBJECT_CREATED,
      new s3n.SqsDestination(dead),
    );
  }
}

new Data(new cdk.App(), 'Data');
