/** Where the cursor rests, how the hover begins, and a phrase that it has. */

export const inTemplates = `
AWS::EC2::Volume { VolumeType: s$0t1 }
  → **st1** — Throughput Optimized HDD for large,
  → If the volume holds a database, a
AWS::EC2::Volume { VolumeType: g$0p3 }
  → **gp3** — General Purpose SSD. 3,000 IOPS and 125
  → Speed is counted in IOPS, and small
AWS::EC2::Volume { VolumeType: stan$0dard }
  → **standard** — previous-generation magnetic disk,
  → nothing new: previous generation
AWS::EC2::Volume { Volume$0Type: gp3 }
  → **Volume types
  → large sequential I/O, read rarely
AWS::EC2::Volume { VolumeType: st1, Si$0ze: 20 }
  → **Size**: at least 125 GiB, at most 16,384 GiB.
  → Need less? gp3 starts at 1 GiB. Older
AWS::EC2::Volume { VolumeType: st1, Io$0ps: 3000 }
  → **IOPS**: \`Iops\` and \`Throughput\` cannot be
  → provisioned. Whoever wants IOPS wants
AWS::EC2::Instance { BlockDeviceMappings: [{ DeviceName: /dev/sdf, Ebs: { VolumeType: s$0c1 } }] }
  → **sc1** — Cold HDD, the cheapest, for large,
  → If the volume holds a database, a
AWS::RDS::DBInstance { StorageType: stan$0dard }
  → **standard** — previous-generation magnetic disk,
  → Magnetic storage in managed databases
AWS::OpenSearchService::Domain { EBSOptions: { VolumeType: stan$0dard } }
  → **standard** — previous-generation magnetic disk,
  → Magnetic storage in managed databases
AWS::RDS::DBInstance { StorageType: io$02 }
  → **io2** — Provisioned IOPS SSD for databases that
  → Speed is counted in IOPS, and small
AWS::Route53::RecordSet { Failover: PRI$0MARY }
  → **PRIMARY** · Health check of the primary
  → A \`PRIMARY\` record needs a
AWS::Route53::RecordSet { Failover: SECON$0DARY }
  → **SECONDARY** · Primary and secondary
  → Failover takes two records with the
AWS::Route53::RecordSet { Fail$0over: PRIMARY }
  → **Active-passive failover
  → As long as the primary is healthy,
AWS::Route53::RecordSet { HealthCheck$0Id: abc }
  → **Health checks
  → A health check tells Route 53 whether
AWS::Route53::RecordSet { AliasTarget: { EvaluateTarget$0Health: true } }
  → **Alias records and EvaluateTargetHealth
  → An alias takes the health of its
AWS::Route53::RecordSet { AliasTarget: { EvaluateTargetHealth: tr$0ue } }
  → **Alias records and EvaluateTargetHealth
  → An alias takes the health of its
AWS::Route53::RecordSet { Wei$0ght: 10 }
  → **Active-active failover
  → All records with the same name, the
AWS::Route53::RecordSet { Set$0Identifier: a }
  → **SetIdentifier
  → Every record with a routing policy
AWS::Route53::HealthCheck { HealthCheckConfig: { Type: CLOUDWATCH$0_METRIC } }
  → **CLOUDWATCH\\_METRIC** · Health checks
  → CloudWatch alarm
AWS::EC2::NatGateway { AvailabilityMode: regi$0onal }
  → **regional** · Regional NAT gateways
  → \`regional
AWS::EC2::NatGateway { AvailabilityMode: zo$0nal }
  → **Availability Zones (zonal NAT gateways)
  → A zonal NAT gateway lives in one
AWS::EC2::NatGateway { Subnet$0Id: x }
  → **Availability Zones (zonal NAT gateways)
  → A zonal NAT gateway lives in one
AWS::EC2::NatGateway { AvailabilityZone$0Addresses: [] }
  → **AvailabilityZoneAddresses** fixes the zones and
  → their Elastic IP addresses, and turns
AWS::EC2::V$0PC { CidrBlock: 10.0.0.0/16 }
  → \`AWS::EC2::VPC\` — Specifies a virtual private cloud
  → NAT gateway
AWS::EC2::Su$0bnet { CidrBlock: 10.0.0.0/16 }
  → \`AWS::EC2::Subnet\` — Specifies a subnet for the
  → NAT gateway
AWS::DynamoDB::Table { StreamSpecification: { StreamViewType: NEW_$0IMAGE } }
  → **NEW\\_IMAGE** · StreamViewType
  → the item after the change
AWS::DynamoDB::Table { StreamSpecification: { StreamView$0Type: NEW_IMAGE } }
  → **StreamViewType
  → Every record carries the key
AWS::DynamoDB::Table { Stream$0Specification: { StreamViewType: NEW_IMAGE } }
  → **Enabling the stream
  → A stream is off until the table has a
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.Stream$0Arn }
  → **Amazon DynamoDB Streams
  → An ordered flow of the changes to a
AWS::Lambda::EventSourceMapping { EventSourceArn: !Sub "\${Orders.Stream$0Arn}" }
  → **Amazon DynamoDB Streams
  → An ordered flow of the changes to a
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRetry$0Attempts: 3 }
  → **MaximumRetryAttempts**,
  → One record that always fails blocks
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.StreamArn, BisectBatchOnFunctionError: tr$0ue }
  → **BisectBatchOnFunctionError: true**: halve the
  → One record that always fails blocks
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.StreamArn, Starting$0Position: LATEST }
  → **DynamoDB Streams and Lambda
  → An *event source mapping* connects
AWS::Lambda::EventSourceM$0apping { EventSourceArn: !GetAtt Orders.StreamArn }
  → **DynamoDB Streams and Lambda
  → An *event source mapping* connects
AWS::Serverless::Function { Events: { E: { Type: Dynamo$0DB, Properties: { Stream: x } } } }
  → **DynamoDB Streams and Lambda
  → An *event source mapping* connects
AWS::Serverless::Function { Events: { E: { Type: DynamoDB, Properties: { BisectBatchOn$0FunctionError: true } } } }
  → **BisectBatchOnFunctionError: true**: halve the
  → One record that always fails blocks
AWS::Serverless::Function { Events: { E: { Type: S$03, Properties: { Bucket: x } } } }
  → **Event notifications
  → A notification configuration on the
AWS::Serverless::Function { Events: { E: { Type: S3, Properties: { Bucket: x, Events: "s3:Object$0Created:*" } } } }
  → **s3:ObjectCreated:\\*** · Event notifications step
  → Choose the events.
AWS::Serverless::Function { Events: { E: { Type: SQ$0S } } }
  → **Amazon Simple Queue Service (SQS)
  → A fully managed message queue. It
AWS::Serverless::Function { Events: { E: { Type: M$0Q } } }
  → **Amazon MQ
  → A managed message broker (ActiveMQ or
AWS::Serverless::Function { Events: { E: { Type: A$0pi } } }
  → **Amazon API Gateway
  → A fully managed front door for REST,
AWS::Serverless::Function { Events: { E: { Type: Http$0Api } } }
  → **Amazon API Gateway
  → A fully managed front door for REST,
AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: access_logs.s3$0.enabled, Value: "true" }] }
  → **Access logs
  → Access logs answer what metrics
AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: "tr$0ue" }] }
  → **Access logs
  → Access logs answer what metrics
AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: access_logs.s3.buc$0ket, Value: logs }] }
  → **access\\_logs.s3.bucket** is required as soon as
  → it is in the same Region as the load
AWS::ElasticLoadBalancingV2::LoadBalancer { Type: net$0work }
  → **network** · Which load balancers have access logs
  → gzip, \`.log.gz
AWS::ElasticLoadBalancing::LoadBalancer { AccessLogging$0Policy: { Enabled: true } }
  → **Access logs
  → Access logs answer what metrics
AWS::EC2::SecurityGroup { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2$02, ToPort: 22, CidrIp: 10.0.0.0/8 }] }
  → **SSH
  → To connect with SSH, a security group
AWS::EC2::SecurityGroup { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 20, ToPort: 30, CidrIp: 10.0.$00.0/8 }] }
  → **SSH
  → To connect with SSH, a security group
AWS::EC2::SecurityGroup { SecurityGroupIngress: [{ IpProto$0col: tcp, FromPort: 22, ToPort: 22 }] }
  → **SSH
  → To connect with SSH, a security group
AWS::EC2::SecurityGroup { SecurityGroupIngress: [{ IpProtocol: tcp, From$0Port: 443, ToPort: 443 }] }
  → **Security groups
  → A virtual firewall at the network
AWS::EC2::SecurityGroupIngr$0ess { IpProtocol: tcp, FromPort: 22, ToPort: 22 }
  → **SSH
  → To connect with SSH, a security group
AWS::EC2::SecurityGr$0oup { GroupDescription: web }
  → **Security groups
  → A virtual firewall at the network
AWS::EC2::Instance { Key$0Name: me }
  → **SSH
  → To connect with SSH, a security group
AWS::EC2::Instance { InstanceInitiatedShutdownBehavior: termi$0nate }
  → **terminate**: right for short-lived workers and
  → \`InstanceInitiatedShutdownBehavior
AWS::EC2::Instance { InstanceInitiatedShutdown$0Behavior: terminate }
  → **InstanceInitiatedShutdownBehavior** decides what
  → a shutdown from inside the operating
AWS::EC2::CapacityReser$0vation { InstanceCount: 1 }
  → **Reserved Instances
  → A Reserved Instance is no instance
AWS::AmazonMQ::Broker { DeploymentMode: SINGLE_$0INSTANCE }
  → **SINGLE\\_INSTANCE** · Deployment modes
  → Single-instance brokers**: A
AWS::AmazonMQ::Broker { DeploymentMode: CLUSTER_$0MULTI_AZ }
  → **CLUSTER\\_MULTI\\_AZ** · Deployment modes
  → three nodes across zones behind one
AWS::AmazonMQ::Bro$0ker { EngineType: RABBITMQ }
  → **Amazon MQ
  → A managed message broker (ActiveMQ or
AWS::SQS::Queue { VisibilityTime$0out: 30 }
  → **Visibility timeout
  → How long a received message stays
AWS::SQS::Queue { RedrivePolicy: { maxReceive$0Count: 5 } }
  → **maxReceiveCount**: how often a message may be
  → received before it is moved. For
AWS::SQS::Queue { Fifo$0Queue: true }
  → **Standard and FIFO queues
  → duplicates sent within 5 minutes are
AWS::SQS::Queue { FifoQueue: tr$0ue }
  → **Standard and FIFO queues
  → duplicates sent within 5 minutes are
AWS::SQS::Qu$0eue { FifoQueue: true }
  → **Amazon Simple Queue Service (SQS)
  → A fully managed message queue. It
AWS::S3::Bucket { NotificationConfigu$0ration: {} }
  → **Event notifications
  → A notification configuration on the
AWS::S3::Bucket { NotificationConfiguration: { LambdaConfigurations: [{ Event: "s3:Object$0Created:*", Function: x }] } }
  → **s3:ObjectCreated:\\*** · Event notifications step
  → Choose the events.
AWS::S3::Bucket { VersioningConfiguration: { Sta$0tus: Enabled } }
  → **Versioning and notifications
  → Versioning is optional for
AWS::ApiGateway::Stage { MethodSettings: [{ HttpMethod: "*", ResourcePath: "/*", ThrottlingRate$0Limit: 100 }] }
  → **ThrottlingRateLimit**: requests per second in the
  → Set a rate and a burst for the stage,
AWS::ApiGateway::Stage { MethodSettings: [{ HttpMethod: "*", ResourcePath: "/*", ThrottlingRateLimit: $00, ThrottlingBurstLimit: 0 }] }
  → **0** for either rejects every request with 429.
  → Set a rate and a burst for the stage,
AWS::ApiGateway::UsagePlan { Quo$0ta: { Limit: 5 } }
  → **Usage plans (per client)
  → A usage plan ties API keys to a
AWS::ApiGatewayV2::Stage { DefaultRoute$0Settings: { ThrottlingBurstLimit: 5 } }
  → **DefaultRouteSettings** · Throttling levels
  → \`DefaultRouteSettings
AWS::ApiGateway::Rest$0Api { Name: shop }
  → **Amazon API Gateway
  → A fully managed front door for REST,
AWS::Redshift::Cluster { NodeType: dc2.la$0rge }
  → **dc2.large** · Node types
  → retired: AWS announced the end of DC2
AWS::Redshift::Cluster { NodeType: ds2.xl$0arge }
  → **ds2.xlarge** · Node types
  → retired earlier
AWS::Redshift::Clus$0ter { NodeType: ra3.large }
  → **Amazon Redshift
  → A data warehouse for online
AWS::Athena::WorkGroup { WorkGroupConfiguration: { BytesScannedCutoffPer$0Query: 10000000 } }
  → **BytesScannedCutoffPerQuery** stops any query of
  → the workgroup that reads more than
AWS::Glue::Ta$0ble { DatabaseName: x }
  → The \`AWS::Glue::Table\` resource specifies tabular
  → Amazon Athena
AWS::AppSync::GraphQL$0Api { Name: x }
  → **AppSync
  → AWS AppSync puts a GraphQL API in
AWS::DynamoDB::Tab$0le { BillingMode: PAY_PER_REQUEST }
  → **Amazon DynamoDB
  → A durable, scalable and highly
`;

/** Only AWS's own line, or nothing: no note is about it. */
export const notInTemplates = `
AWS::EC2::Volume { VolumeType: gp3, Si$0ze: 20 }
AWS::EC2::Volume { Ta$0gs: [] }
AWS::DynamoDB::Table { BillingMode: PAY_PER$0_REQUEST }
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Flow.Arn, Starting$0Position: LATEST }
AWS::Lambda::Function { Run$0time: nodejs22.x }
AWS::Lambda::Function { Runtime: node$0js22.x }
AWS::Lambda::Function { Time$0out: 30 }
AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: idle_timeout.tim$0eout_seconds, Value: 30 }] }
AWS::ElasticLoadBalancingV2::LoadBalancer { Sche$0me: internal }
AWS::EC2::SecurityGroup { Group$0Description: web }
AWS::EC2::Instance { User$0Data: x }
AWS::AmazonMQ::Broker { EngineType: RABBIT$0MQ }
AWS::S3::Bucket { BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "aws:k$0ms" } }] } }
AWS::ApiGateway::RestApi { Descrip$0tion: shop }
AWS::Athena::WorkGroup { Descrip$0tion: x }
AWS::Serverless::Function { Events: { E: { Type: Sche$0dule } } }
`;

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
  → retired: AWS announced the end of DC2
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

export const inJapanese = `
AWS::EC2::Volume { VolumeType: s$0t1 }
  → **st1** — スループット最適化 HDD。
  → データベースやブートディスクなど、あ
AWS::EC2::Volume { VolumeType: st1, Si$0ze: 20 }
  → **HDD の制限
  → 用途にかかわらず、\`st1\` と
AWS::RDS::DBInstance { StorageType: stan$0dard }
  → **standard** — 旧世代の磁気ディス
  → マネージドデータベースのマグネティッ
AWS::Route53::RecordSet { Failover: PRI$0MARY }
  → **PRIMARY** のレコードには
  → \`SECONDARY\` では省略でき
AWS::Route53::RecordSet { AliasTarget: { EvaluateTarget$0Health: true } }
  → **エイリアスレコードと
  → エイリアスがターゲットの状態に従うの
AWS::EC2::NatGateway { AvailabilityMode: regi$0onal }
  → **regional** · リージョナル
  → \`regional
AWS::EC2::NatGateway { Subnet$0Id: x }
  → **アベイラビリティーゾーン(ゾーン NAT ゲ
  → ゾーン NAT ゲートウェイは 1
AWS::DynamoDB::Table { StreamSpecification: { StreamViewType: NEW_$0IMAGE } }
  → **NEW\\_IMAGE** ·
  → 変更後の項目
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.Stream$0Arn }
  → **Amazon DynamoDB
  → テーブルの項目に加えられた変更を、順
AWS::Lambda::EventSourceMapping { EventSourceArn: !GetAtt Orders.StreamArn, MaximumRetry$0Attempts: 3 }
  → **MaximumRetryAttempts
  → 必ず失敗するレコードが 1 件あると
AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: access_logs.s3$0.enabled, Value: "true" }] }
  → **アクセスログ
  → メトリクスでは分からないこと、つまり
AWS::ElasticLoadBalancingV2::LoadBalancer { LoadBalancerAttributes: [{ Key: access_logs.s3.buc$0ket, Value: logs }] }
  → **access\\_logs.s3.bucket
  → アクセスログを有効にする場合、\`ac
AWS::EC2::SecurityGroup { SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 2$02, ToPort: 22, CidrIp: 10.0.0.0/8 }] }
  → **SSH 接続
  → SSH で接続するには、インスタンス
AWS::EC2::SecurityGr$0oup { GroupDescription: web }
  → **セキュリティグループ
  → ネットワークインターフェイスに適用さ
AWS::EC2::Instance { InstanceInitiatedShutdownBehavior: termi$0nate }
  → **terminate**: 短命なワーカーやビ
  → OS の中からシャットダウンしたとき
AWS::AmazonMQ::Broker { DeploymentMode: SINGLE_$0INSTANCE }
  → **SINGLE\\_INSTANCE** のブロ
  → 最初のデプロイの前に決めてください。
AWS::SQS::Queue { VisibilityTime$0out: 30 }
  → **可視性タイムアウト
  → 受信したメッセージを、ほかの受信側か
AWS::SQS::Queue { Fifo$0Queue: true }
  → **標準キューと FIFO キュー
  → 分以内に送られた重複を除去
AWS::S3::Bucket { NotificationConfiguration: { LambdaConfigurations: [{ Event: "s3:Object$0Created:*", Function: x }] } }
  → **s3:ObjectCreated:\\
  → イベントを選びます。
AWS::ApiGateway::Stage { MethodSettings: [{ HttpMethod: "*", ResourcePath: "/*", ThrottlingRate$0Limit: 100 }] }
  → **ThrottlingRateLimit**:
  → まずステージにレートとバーストを設定
AWS::Redshift::Cluster { NodeType: dc2.la$0rge }
  → **dc2.large** · ノードタイプ
  → 廃止。2025 年 4 月に
AWS::Athena::WorkGroup { WorkGroupConfiguration: { BytesScannedCutoffPer$0Query: 10000000 } }
  → **BytesScannedCutoffPerQ
  → uery** を設定すると、上限を超
AWS::AppSync::GraphQL$0Api { Name: x }
  → **AppSync
  → AWS AppSync は、テーブル
AWS::SQS::Qu$0eue {}
  → **Amazon Simple Queue
  → フルマネージドのメッセージキューです
`;
