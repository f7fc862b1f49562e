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
  → retired: AWS announced the deprecation
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
  → **プライマリとセカンダリ**: フェイル
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
