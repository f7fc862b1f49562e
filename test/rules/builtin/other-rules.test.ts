/** The rules with few cases each. */
import assert from 'node:assert/strict';
import { builtin, checkFindings } from '../findings.ts';

describe('route53/failover-without-health-check', () => {
  const rules = builtin('route53/failover-without-health-check');

  it('finds PRIMARY records without a health check, alone and in groups', () =>
    checkFindings(
      `
      Resources:
        Alone:
          Type: AWS::Route53::RecordSet
          Properties:
            Name: www.example.com
            Type: A
            Failover: PRIMARY
                      ^^^^^^^ route53/failover-without-health-check warning
            ResourceRecords: [192.0.2.1]
        Group:
          Type: AWS::Route53::RecordSetGroup
          Properties:
            RecordSets:
              - { Name: api.example.com, Type: A, Failover: PRIMARY, ResourceRecords: [192.0.2.2] }
                                                            ^^^^^^^ route53/failover-without-health-check warning
              - { Name: api.example.com, Type: A, Failover: SECONDARY, ResourceRecords: [192.0.2.3] }
    `,
      { rules },
    ));

  it('is silent about aliases, checked records, secondaries and unknown roles', () =>
    checkFindings(
      `
      Resources:
        Alias:
          Type: AWS::Route53::RecordSet
          Properties: { Failover: PRIMARY, AliasTarget: { DNSName: a, HostedZoneId: b } }
        Checked:
          Type: AWS::Route53::RecordSet
          Properties: { Failover: PRIMARY, HealthCheckId: !Ref Check }
        Secondary:
          Type: AWS::Route53::RecordSet
          Properties: { Failover: SECONDARY }
        Role:
          Type: AWS::Route53::RecordSet
          Properties: { Failover: !Ref Role }
    `,
      { rules },
    ));

  it('is graded lower where a condition takes the health check away', () =>
    checkFindings(
      `
      Resources:
        Record:
          Type: AWS::Route53::RecordSet
          Properties:
            Failover: PRIMARY
                      ^^^^^^^ route53/failover-without-health-check information
            HealthCheckId: !If [Checked, !Ref Check, !Ref AWS::NoValue]
    `,
      { rules },
    ));
});

describe('dynamodb-streams/stream-not-enabled', () => {
  const rules = builtin('dynamodb-streams/stream-not-enabled');

  it('finds a table whose stream is read but not enabled', async () => {
    const [finding] = await checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
                ^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled error
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Orders.StreamArn }
    `,
      { rules },
    );
    assert.equal(finding?.related.length, 1);
    assert.deepEqual(
      finding?.fixes.map(({ preferred, safe, edits }) => ({
        preferred,
        safe,
        edits: edits.map(({ kind }) => kind),
      })),
      [{ preferred: true, safe: true, edits: ['set'] }],
    );
  });

  it('finds it in a substitution, in a SAM event, and on a table that cannot have a stream', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Simple:
          Type: AWS::Serverless::SimpleTable
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled error
        Global:
          Type: AWS::DynamoDB::GlobalTable
                ^^^^^^^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled error
        Handler:
          Type: AWS::Serverless::Function
          Properties:
            Policies: [{ Statement: [{ Resource: !Sub '\${Global.StreamArn}/*' }] }]
            Events:
              Changes: { Type: DynamoDB, Properties: { Stream: !GetAtt Simple.StreamArn } }
    `,
      { rules },
    ));

  it('is silent where the stream is enabled, conditional, or nobody reads it', () =>
    checkFindings(
      `
      Resources:
        Enabled:
          Type: AWS::DynamoDB::Table
          Properties: { StreamSpecification: { StreamViewType: KEYS_ONLY } }
        Conditional:
          Type: AWS::DynamoDB::Table
          Properties:
            StreamSpecification: !If [Streams, { StreamViewType: KEYS_ONLY }, !Ref AWS::NoValue]
        Unread:
          Type: AWS::DynamoDB::Table
          Properties: { KinesisStreamSpecification: { StreamArn: arn } }
        One:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Enabled.StreamArn }
        Two:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Conditional.StreamArn }
        Three:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Unread.Arn }
    `,
      { rules },
    ));

  it('is graded lower where the reader is there under a condition only', () =>
    checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::DynamoDB::Table
                ^^^^^^^^^^^^^^^^^^^^ dynamodb-streams/stream-not-enabled warning
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Condition: Streams
          Properties: { EventSourceArn: !GetAtt Orders.StreamArn }
    `,
      { rules },
    ));
});

describe('s3/notification-without-versioning', () => {
  const rules = builtin('s3/notification-without-versioning');

  it('hints at buckets that notify of new objects and keep no versions', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Own:
          Type: AWS::S3::Bucket
                ^^^^^^^^^^^^^^^ s3/notification-without-versioning hint
          Properties:
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }]
        Suspended:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Suspended }
                                               ^^^^^^^^^ s3/notification-without-versioning hint
            NotificationConfiguration:
              LambdaConfigurations: [{ Event: 's3:ObjectCreated:Put', Function: arn }]
        Sam:
          Type: AWS::S3::Bucket
                ^^^^^^^^^^^^^^^ s3/notification-without-versioning hint
        Handler:
          Type: AWS::Serverless::Function
          Properties:
            Events:
              Upload: { Type: S3, Properties: { Bucket: !Ref Sam, Events: 's3:ObjectCreated:*' } }
    `,
      { rules },
    ));

  it('is silent with versions, for other events, for EventBridge and where it is unknown', () =>
    checkFindings(
      `
      Resources:
        Versioned:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: Enabled }
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }]
        Removals:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectRemoved:*', Queue: arn }]
        Bridge:
          Type: AWS::S3::Bucket
          Properties:
            NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } }
        Asked:
          Type: AWS::S3::Bucket
          Properties:
            VersioningConfiguration: { Status: !Ref Versioning }
            NotificationConfiguration:
              QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: arn }]
    `,
      { rules },
    ));
});

describe('mq/new-application', () => {
  const rules = builtin('mq/new-application');

  it('hints at a broker of which nothing says that it is for an existing application', () =>
    checkFindings(
      `
      Resources:
        Broker:
          Type: AWS::AmazonMQ::Broker
                ^^^^^^^^^^^^^^^^^^^^^ mq/new-application hint
          Properties: { BrokerName: orders, EngineType: ACTIVEMQ }
        LegacyBroker:
          Type: AWS::AmazonMQ::Broker
        # 既存アプリの移行
        Moved:
          Type: AWS::AmazonMQ::Broker
        Directory:
          Type: AWS::AmazonMQ::Broker
          Properties: { AuthenticationStrategy: ldap }
    `,
      { rules },
    ));

  it('is silent where a function consumes a queue of a broker', () =>
    checkFindings(
      `
      Resources:
        Broker:
          Type: AWS::AmazonMQ::Broker
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Broker.Arn, Queues: [orders] }
    `,
      { rules },
    ));
});

describe('apigateway/throttling-not-configured', () => {
  const rules = builtin('apigateway/throttling-not-configured');

  it('tells of stages that nothing limits', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Rest:
          Type: AWS::ApiGateway::Stage
                ^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties:
            StageName: prod
            MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: INFO }]
        Deployment:
          Type: AWS::ApiGateway::Deployment
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { StageName: v1, StageDescription: { LoggingLevel: !Ref Level } }
        Http:
          Type: AWS::ApiGatewayV2::Stage
                ^^^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { StageName: $default, AutoDeploy: true }
        Sam:
          Type: AWS::Serverless::Api
                ^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { StageName: prod }
    `,
      { rules },
    ));

  it('is silent where a stage, a route, a method, a parameter or a condition limits', () =>
    checkFindings(
      `
      Resources:
        Method:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings: [{ HttpMethod: GET, ResourcePath: /orders, ThrottlingBurstLimit: 5 }]
        Parameter:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: !Ref Rate }]
        Conditional:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings: !If [Limited, [{ ThrottlingRateLimit: 1 }], !Ref AWS::NoValue]
        OnlyDeployed:
          Type: AWS::ApiGateway::Deployment
          Properties: { RestApiId: !Ref Api }
        Default:
          Type: AWS::ApiGatewayV2::Stage
          Properties: { DefaultRouteSettings: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 } }
        Route:
          Type: AWS::ApiGatewayV2::Stage
          Properties: { RouteSettings: { 'GET /orders': { ThrottlingRateLimit: 10 } } }
    `,
      { rules },
    ));

  it('takes shared settings and usage plans into account, but not those of another API', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Globals:
        HttpApi: { DefaultRouteSettings: { ThrottlingBurstLimit: 10 } }
      Resources:
        Http:
          Type: AWS::Serverless::HttpApi
        Planned:
          Type: AWS::ApiGateway::Stage
          Properties: { RestApiId: !Ref Api, StageName: prod }
        Other:
          Type: AWS::ApiGateway::Stage
                ^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { RestApiId: !Ref OtherApi, StageName: prod }
        Api: { Type: AWS::ApiGateway::RestApi }
        OtherApi: { Type: AWS::ApiGateway::RestApi }
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Throttle: { RateLimit: 10, BurstLimit: 20 }
            ApiStages: [{ ApiId: !Ref Api, Stage: prod }]
    `,
      { rules },
    ));

  it('knows that a WebSocket API can have a usage plan and an HTTP API cannot', () =>
    checkFindings(
      `
      Resources:
        Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
        ChatStage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Chat, StageName: prod } }
        Web: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
        WebStage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Web, StageName: prod } }
                          ^^^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Throttle: { RateLimit: 10, BurstLimit: 20 }
            ApiStages: [{ ApiId: !Ref Chat, Stage: prod }, { ApiId: !Ref Web, Stage: prod }]
    `,
      { rules },
    ));
});

describe('ebs/magnetic-managed-database', () => {
  const rules = builtin('ebs/magnetic-managed-database');

  it('finds magnetic storage below RDS and OpenSearch, and types they reject', async () => {
    const findings = await checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            StorageType: standard
                         ^^^^^^^^ ebs/magnetic-managed-database warning
        Asked:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: !Ref Engine
            StorageType: standard
                         ^^^^^^^^ ebs/magnetic-managed-database information
        Search:
          Type: AWS::OpenSearchService::Domain
          Properties:
            EBSOptions: { EBSEnabled: true, VolumeType: standard, VolumeSize: 100 }
                                                        ^^^^^^^^ ebs/magnetic-managed-database warning
        Rejected:
          Type: AWS::OpenSearchService::Domain
          Properties:
            EBSOptions: { EBSEnabled: true, VolumeType: st1, VolumeSize: 500 }
                                                        ^^^ ebs/magnetic-managed-database error
        Older:
          Type: AWS::Elasticsearch::Domain
          Properties:
            EBSOptions: { VolumeType: standard }
                                      ^^^^^^^^ ebs/magnetic-managed-database warning
    `,
      { rules },
    );
    assert.deepEqual(
      findings[2]?.fixes[0]?.edits.map((edit) =>
        edit.kind === 'set' ? [edit.path.at(-1), edit.to] : edit.kind,
      ),
      ['replace', ['Iops', 3000], ['Throughput', 125]],
    );
  });

  it('is silent about SSD, Aurora, other services and disks that are not used', () =>
    checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres, StorageType: gp3 }
        Default:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres }
        Aurora:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: aurora-postgresql, StorageType: standard }
        Documents:
          Type: AWS::DocDB::DBCluster
          Properties: { StorageType: standard }
        Search:
          Type: AWS::OpenSearchService::Domain
          Properties: { EBSOptions: { EBSEnabled: false, VolumeType: standard } }
    `,
      { rules },
    ));
});

describe('HDD volumes that EC2 rejects', () => {
  it('reports a boot volume for that alone, and size and IOPS each where it stands', async () => {
    const findings = await checkFindings(`
      Resources:
        Server:
          Type: AWS::EC2::Instance
          Properties:
            BlockDeviceMappings:
              - { DeviceName: /dev/xvda, Ebs: { VolumeType: st1, VolumeSize: 20, Iops: 3000 } }
                                                            ^^^ ebs/hdd-boot-volume error
              - { DeviceName: /dev/sdf, Ebs: { VolumeType: sc1, VolumeSize: 20, Iops: 3000 } }
                                                                            ^^ ebs/hdd-size-out-of-range error
                                                                                      ^^^^ ebs/hdd-with-provisioned-iops warning
              - { DeviceName: /dev/sdg, Ebs: { VolumeType: st1, VolumeSize: 500, Iops: 3000 } }
                                                                                       ^^^^ ebs/hdd-with-provisioned-iops warning
              - { DeviceName: /dev/sdh, Ebs: { VolumeType: st1, VolumeSize: 500 } }
                                                           ^^^ ebs/hdd-volume hint
              - { DeviceName: /dev/sda1, Ebs: { VolumeType: standard } }
                                                            ^^^^^^^^ ebs/magnetic-previous-generation information
              - { DeviceName: !Ref Device, Ebs: { VolumeType: st1 } }
    `);
    assert.match(findings[0]?.fixes[0]?.title.en ?? '', /may replace the instance/);
    assert.equal(findings[0]?.fixes[0]?.preferred, false);
  });

  it('looks into launch templates and fleets, where a fix replaces nothing', async () => {
    const findings = await checkFindings(`
      Resources:
        Template:
          Type: AWS::EC2::LaunchTemplate
          Properties:
            LaunchTemplateData:
              BlockDeviceMappings: [{ DeviceName: /dev/sda1, Ebs: { VolumeType: sc1 } }]
                                                                                ^^^ ebs/hdd-boot-volume error
        Fleet:
          Type: AWS::EC2::EC2Fleet
          Properties:
            LaunchTemplateConfigs:
              - Overrides:
                  - BlockDeviceMappings: [{ DeviceName: /dev/xvda, Ebs: { VolumeType: st1 } }]
                                                                                      ^^^ ebs/hdd-boot-volume error
    `);
    assert.equal(findings[0]?.fixes[0]?.preferred, true);
  });
});
