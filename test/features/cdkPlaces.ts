/** Where the cursor rests, how the hover begins, and a phrase that it has. */

export const inCdk = `
fn.addEvent$0Source(new DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST }));
  → **DynamoDB Streams and Lambda
  → An *event source mapping* connects
fn.addEventSource(new Dynamo$0EventSource(table, { startingPosition: lambda.StartingPosition.LATEST }));
  → **DynamoDB Streams and Lambda
  → An *event source mapping* connects
fn.addEventSource(new DynamoEventSource(table, { startingPosition: lambda.StartingPosition.LATEST, retry$0Attempts: 3 }));
  → **DynamoDB Streams and Lambda
  → An *event source mapping* connects
fn.addEvent$0Source(new SqsEventSource(queue));
  → **Amazon Simple Queue Service (SQS)
  → A fully managed message queue. It
fn.addEventSource(new Sqs$0EventSource(queue));
  → **Amazon Simple Queue Service (SQS)
  → A fully managed message queue. It
fn.addEventSource(new S3Event$0Source(bucket, { events: [s3.EventType.OBJECT_CREATED] }));
  → **Event notifications
  → A notification configuration on the
table.tableStream$0Arn;
  → **Amazon DynamoDB Streams
  → An ordered flow of the changes to a
new dynamodb.Table(this, 'T', { stre$0am: dynamodb.StreamViewType.NEW_IMAGE });
  → **StreamViewType
  → Every record carries the key
new dynamodb.Table(this, 'T', { stream: dynamodb.StreamViewType.NEW_$0IMAGE });
  → **NEW\\_IMAGE** · StreamViewType
  → the item after the change
new dynamodb.TableV2(this, 'T', { dynamo$0Stream: dynamodb.StreamViewType.KEYS_ONLY });
  → **StreamViewType
  → Every record carries the key
new apigateway.RestApi(this, 'A', { deployOptions: { throttlingRate$0Limit: 100 } });
  → **ThrottlingRateLimit**: requests per second in the
  → Set a rate and a burst for the stage,
new apigateway.RestApi(this, 'A', { deployOptions: { throttlingRateLimit: 10$00 } });
  → **ThrottlingRateLimit**: requests per second in the
  → Set a rate and a burst for the stage,
new apigateway.RestApi(this, 'A', { deploy$0Options: { throttlingRateLimit: 100 } });
  → **Throttling
  → Requests are counted with a *token
new apigateway.Rest$0Api(this, 'A');
  → **Amazon API Gateway
  → A fully managed front door for REST,
new ec2.Volume(this, 'V', { availabilityZone: 'a', size: Size.gibibytes(500), volumeType: ec2.EbsDeviceVolumeType.S$0T1 });
  → **st1** — Throughput Optimized HDD for large,
  → If the volume holds a database, a
new ec2.Volume(this, 'V', { availabilityZone: 'a', size: Size.gibibytes(500), volumeType: ec2.EbsDeviceVolumeType.THROUGHPUT_$0OPTIMIZED_HDD });
  → **st1** — Throughput Optimized HDD for large,
  → If the volume holds a database, a
new ec2.Volume(this, 'V', { availabilityZone: 'a', size: Size.gibibytes(500), volume$0Type: ec2.EbsDeviceVolumeType.GP3 });
  → **Volume types
  → large sequential I/O, read rarely
new rds.DatabaseInstance(this, 'D', { storageType: rds.StorageType.STAN$0DARD });
  → **standard** — previous-generation magnetic disk,
  → Magnetic storage in managed databases
new ec2.Instance(this, 'I', { instanceInitiatedShutdownBehavior: ec2.InstanceInitiatedShutdownBehavior.TERMI$0NATE });
  → **terminate**: right for short-lived workers and
  → \`InstanceInitiatedShutdownBehavior
new ec2.Vpc(this, 'N', { nat$0Gateways: 1 });
  → **Availability Zones (zonal NAT gateways)
  → A zonal NAT gateway lives in one
new ec2.V$0pc(this, 'N');
  → \`AWS::EC2::VPC\` — Specifies a virtual private cloud
  → NAT gateway
new ec2.Vpc(this, 'N', { natGatewayProvider: ec2.NatProvider.regional$0Gateway() });
  → **Regional NAT gateways
  → Since November 2025 a NAT gateway can
group.addIngress$0Rule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
  → **Security groups
  → A virtual firewall at the network
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.S$0SH);
  → **SSH
  → To connect with SSH, a security group
group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.t$0cp(443));
  → **Security groups
  → A virtual firewall at the network
balancer.logAccess$0Logs(bucket);
  → **Access logs
  → Access logs answer what metrics
new elbv2.NetworkLoad$0Balancer(this, 'L', { vpc });
  → **Elastic Load Balancing (ELB)
  → Spreads incoming traffic over healthy
bucket.addEvent$0Notification(s3.EventType.OBJECT_CREATED, new s3n.SqsDestination(queue));
  → **Event notifications
  → A notification configuration on the
bucket.addEventNotification(s3.EventType.OBJECT$0_CREATED, new s3n.SqsDestination(queue));
  → **s3:ObjectCreated:\\*** · Event notifications step
  → Choose the events.
new s3.Bucket(this, 'B', { versi$0oned: true });
  → **Versioning and notifications
  → Versioning is optional for
new sqs.Queue(this, 'Q', { visibility$0Timeout: Duration.seconds(30) });
  → **Visibility timeout
  → How long a received message stays
new sqs.Queue(this, 'Q', { deadLetter$0Queue: { queue, maxReceiveCount: 3 } });
  → **Dead-letter queue
  → A queue for messages that could not
new sqs.Queue(this, 'Q', { fi$0fo: true });
  → **Standard and FIFO queues
  → duplicates sent within 5 minutes are
new route53.CfnRecordSet(this, 'R', { name: 'a', type: 'A', failover: 'PRI$0MARY' });
  → **PRIMARY** · Health check of the primary
  → A \`PRIMARY\` record needs a
new route53.ARecord(this, 'R', { zone, target, wei$0ght: 10 });
  → **Active-active failover
  → All records with the same name, the
new route53.Health$0Check(this, 'H', { type: route53.HealthCheckType.HTTP });
  → **Health checks
  → A health check tells Route 53 whether
new mq.CfnBroker(this, 'M', { deploymentMode: 'ACTIVE_STANDBY$0_MULTI_AZ' });
  → **ACTIVE\\_STANDBY\\_MULTI\\_AZ** · Deployment modes
  → two brokers in two zones, one active
new redshift.CfnCluster(this, 'R', { nodeType: 'dc2.la$0rge' });
  → **dc2.large** · Node types
  → retired: AWS announced the deprecation
new athena.CfnWorkGroup(this, 'W', { workGroupConfiguration: { bytesScannedCutoff$0PerQuery: 10000000 } });
  → **BytesScannedCutoffPerQuery** stops any query of
  → the workgroup that reads more than
new appsync.Graphql$0Api(this, 'G', { name: 'g' });
  → **AppSync
  → AWS AppSync puts a GraphQL API in
`;

/** Only AWS's own line, or nothing: no note is about it. */
export const notInCdk = `
new ec2.Instance(this, 'I', { instanceType: ec2.InstanceType.of(ec2.InstanceClass.R7$0I, ec2.InstanceSize.LARGE) });
new dynamodb.Table(this, 'T', { partition$0Key: { name: 'a', type: dynamodb.AttributeType.STRING } });
new ec2.Vpc(this, 'N', { max$0Azs: 2 });
new elbv2.NetworkLoadBalancer(this, 'L', { v$0pc });
bucket.grant$0Read(fn);
new s3.Bucket(this, 'B', { removal$0Policy: RemovalPolicy.DESTROY });
new lambda.Function(this, 'F', { run$0time: lambda.Runtime.NODEJS_22_X });
new lambda.Function(this, 'F', { runtime: lambda.Runtime.NODEJS$0_22_X });
`;
