/** What is unknown is never reported: making any value of a template unknown creates no finding. */
import assert from 'node:assert/strict';
import type { Resource, Template } from '../../server/model/template.ts';
import type { MapValue } from '../../server/model/value.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import { runRules } from '../../server/rules/run.ts';
import { dedent } from '../support/marked.ts';
import { read } from './findings.ts';
import { countValues, hideOne } from './values.ts';

const template = dedent(`
  Transform: AWS::Serverless-2016-10-31
  Parameters:
    Source: { Type: String, Default: 0.0.0.0/0 }
  Resources:
    Off:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      Properties:
        LoadBalancerAttributes: [{ Key: access_logs.s3.enabled, Value: !If [Logs, 'true', 'false'] }]
    On:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      Properties:
        LoadBalancerAttributes:
          - { Key: access_logs.s3.enabled, Value: 'true' }
          - { Key: access_logs.s3.bucket, Value: logs }
    Inspection:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      Properties: { Type: gateway }
    Secure:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      Properties: { Type: network }
    Listener:
      Type: AWS::ElasticLoadBalancingV2::Listener
      Properties: { LoadBalancerArn: !Ref Secure, Protocol: TLS }
    Delivered:
      Type: AWS::ElasticLoadBalancingV2::LoadBalancer
      Properties: { Scheme: internal }
    Delivery:
      Type: AWS::Logs::DeliverySource
      Properties: { LogType: ALB_ACCESS_LOGS, ResourceArn: !Ref Delivered }
    Group:
      Type: AWS::EC2::SecurityGroup
      Properties:
        SecurityGroupIngress:
          - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: !Ref Source }
          - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }
          - { IpProtocol: '-1', CidrIp: 0.0.0.0/0 }
    Records:
      Type: AWS::Route53::RecordSetGroup
      Properties:
        RecordSets:
          - { Name: a, Type: A, Failover: PRIMARY, SetIdentifier: a }
          - { Name: b, Type: A, Failover: PRIMARY, HealthCheckId: check, SetIdentifier: b }
          - { Name: c, Type: A, Failover: PRIMARY, AliasTarget: { DNSName: c, HostedZoneId: z }, SetIdentifier: c }
    Table:
      Type: AWS::DynamoDB::Table
    Streaming:
      Type: AWS::DynamoDB::Table
      Properties: { StreamSpecification: { StreamViewType: KEYS_ONLY } }
    Handler:
      Type: AWS::Serverless::Function
      Properties:
        Timeout: 30
        Events:
          One: { Type: DynamoDB, Properties: { Stream: !GetAtt Table.StreamArn } }
          Two: { Type: DynamoDB, Properties: { Stream: !GetAtt Streaming.StreamArn } }
          Upload: { Type: S3, Properties: { Bucket: !Ref Uploads, Events: 's3:ObjectCreated:*' } }
          Work: { Type: SQS, Properties: { Queue: !GetAtt Work.Arn } }
    Work:
      Type: AWS::SQS::Queue
      Properties: { VisibilityTimeout: 60 }
    Uploads:
      Type: AWS::S3::Bucket
    Versioned:
      Type: AWS::S3::Bucket
      Properties:
        VersioningConfiguration: { Status: Enabled }
        NotificationConfiguration: { QueueConfigurations: [{ Event: 's3:ObjectCreated:*', Queue: q }] }
    LegacyBroker:
      Type: AWS::AmazonMQ::Broker
    Broker:
      Type: AWS::AmazonMQ::Broker
      Properties: { BrokerName: existing-orders, Tags: [{ Key: Name, Value: 移行 }] }
    Stage:
      Type: AWS::ApiGateway::Stage
      Properties:
        RestApiId: !Ref Api
        MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 5 }]
    Planned:
      Type: AWS::ApiGateway::Stage
      Properties: { RestApiId: !Ref Api }
    Api:
      Type: AWS::ApiGateway::RestApi
    OtherApi:
      Type: AWS::ApiGateway::RestApi
    Plan:
      Type: AWS::ApiGateway::UsagePlan
      Properties: { Throttle: { RateLimit: 1 }, ApiStages: [{ ApiId: !Ref Api, Stage: prod }] }
    Routes:
      Type: AWS::ApiGatewayV2::Stage
      Properties: { RouteSettings: { 'GET /': { ThrottlingBurstLimit: 5 } } }
    LogDisk:
      Type: AWS::EC2::Volume
      Properties: { VolumeType: st1, Tags: [{ Key: Name, Value: database log }] }
    DbDisk:
      Type: AWS::EC2::Volume
      Properties: { VolumeType: st1, Tags: [{ Key: Name, Value: orders backup }] }
    Attachment:
      Type: AWS::EC2::VolumeAttachment
      Properties: { VolumeId: !Ref DataDisk, InstanceId: !Ref Host, Device: /dev/sdf }
    DataDisk:
      Type: AWS::EC2::Volume
      Properties: { VolumeType: st1 }
    Host:
      Type: AWS::EC2::Instance
      Properties:
        InstanceType: r6i.large
        UserData: { 'Fn::Base64': 'yum install -y kafka' }
    Service:
      Type: AWS::ECS::Service
      Properties:
        TaskDefinition: !Ref Task
        VolumeConfigurations: [{ Name: data, ManagedEBSVolume: { VolumeType: st1, SizeInGiB: 500 } }]
    Task:
      Type: AWS::ECS::TaskDefinition
      Properties:
        ContainerDefinitions:
          - { Name: a, Image: apache/kafka, MountPoints: [{ SourceVolume: data, ContainerPath: /data }] }
    Fifo:
      Type: AWS::SQS::Queue
      Properties: { FifoQueue: true, RedrivePolicy: { deadLetterTargetArn: !GetAtt Dead.Arn } }
    Dead:
      Type: AWS::SQS::Queue
      Properties: { FifoQueue: true }
    DeadMapping:
      Type: AWS::Lambda::EventSourceMapping
      Properties: { EventSourceArn: !GetAtt Dead.Arn, FunctionName: !Ref Handler }
    Weighted:
      Type: AWS::Route53::RecordSetGroup
      Properties:
        HostedZoneId: zone
        RecordSets:
          - { Name: w, Type: A, Weight: 1, SetIdentifier: a }
          - { Name: w, Type: A, Weight: 1, SetIdentifier: b, HealthCheckId: check }
          - { Name: w, Type: A, Weight: 1, SetIdentifier: c }
    Orders:
      Type: AWS::RDS::DBInstance
      Properties: { Engine: aurora-mysql, StorageType: standard }
    Search:
      Type: AWS::OpenSearchService::Domain
      Properties: { EBSOptions: { EBSEnabled: true, VolumeType: standard } }
    Nat: { Type: AWS::EC2::NatGateway, Properties: { Tags: [{ Key: Stage, Value: dev }] } }
    Regional: { Type: AWS::EC2::NatGateway, Properties: { AvailabilityMode: regional } }
    First: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [0, !GetAZs ''] } }
    Second: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [1, !GetAZs ''] } }
    Routing: { Type: AWS::EC2::RouteTable }
    Route:
      Type: AWS::EC2::Route
      Properties: { RouteTableId: !Ref Routing, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat }
    FirstRouting:
      Type: AWS::EC2::SubnetRouteTableAssociation
      Properties: { RouteTableId: !Ref Routing, SubnetId: !Ref First }
    SecondRouting:
      Type: AWS::EC2::SubnetRouteTableAssociation
      Properties: { RouteTableId: !Ref Routing, SubnetId: !Ref Second }
`);

describe('soundness of the built-in rules', () => {
  it('no finding appears when a value becomes unknown', async () => {
    const whole = await read(template, 'yaml');
    const known = new Set(findings(whole));
    assert.ok(known.size > 7, [...known].join());
    let cases = 0;
    for (const resource of whole.resources.values()) {
      for (let seed = 0; seed < countValues(resource.properties); seed += 1) {
        const properties = hideOne(resource.properties, seed);
        if (properties.kind !== 'map') continue;
        cases += 1;
        const created = findings(replacing(whole, withProperties(resource, properties))).filter(
          (each) => !known.has(each),
        );
        assert.deepEqual(created, [], `${resource.name}, value ${seed}`);
      }
    }
    assert.ok(cases > 140, `${cases} cases`);
  }).timeout(30_000);
});

function findings(of: Template): string[] {
  return runRules(builtinRules, of, { onError: (message) => assert.fail(message) }).map(
    ({ rule, resource }) => `${rule.id} ${resource.name}`,
  );
}

/** Readers make resources that work their parts out when asked, so each part is named here. */
function withProperties(of: Resource, properties: MapValue): Resource {
  const { id, name, type, origin, span, typeSpan, nameSpan, body, condition, comments, construct } = of;
  return {
    id,
    name,
    type,
    origin,
    span,
    typeSpan,
    nameSpan,
    body,
    condition,
    comments,
    construct,
    properties,
  };
}

/** `whole` with another resource of the same name. */
function replacing(whole: Template, other: Resource): Template {
  const swap = (each: Resource): Resource => (each.id === other.id ? other : each);
  const { uri, format, languageId, text, parameters, mappings, problems } = whole;
  const resources = new Map([...whole.resources].map(([id, each]) => [id, swap(each)]));
  const byType = new Map([...whole.byType].map(([type, each]) => [type, each.map(swap)]));
  const placeAt = (): undefined => undefined;
  return { uri, format, languageId, text, resources, byType, parameters, mappings, problems, placeAt };
}
