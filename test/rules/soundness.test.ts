/**
 * Findings depend on what a template says: making a value unknown creates none and makes none worse, and
 * writing the same in another way changes none.
 */
import assert from 'node:assert/strict';
import { readKnowledge } from '../../server/build/knowledge.ts';
import { builtinExamples } from '../../server/build/ruleDocs.ts';
import { exampleText } from '../../server/host/exampleText.ts';
import type { Parameter, Resource, Template } from '../../server/model/template.ts';
import type { MapValue, Value } from '../../server/model/value.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import { declareRule } from '../../server/rules/declare.ts';
import type { Rule, Severity } from '../../server/rules/rule.ts';
import { runRules } from '../../server/rules/run.ts';
import { dedent } from '../support/marked.ts';
import { read } from './findings.ts';
import { countValues, hidden, hideOne, reference } from './values.ts';
import { variantsOf } from './variants.ts';

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

/** A parameter of which nothing is known. */
const asked: Parameter = {
  name: 'Hidden',
  nameSpan: { start: 0, end: 1 },
  type: 'String',
  default: undefined,
  allowedValues: undefined,
  description: undefined,
};
const replacements: readonly Value[] = [hidden, reference(asked.name)];

/**
 * Names and tags excuse what is a finding anyway, so a name that cannot be read excuses nothing: by rule id,
 * the properties whose value may be such an excuse.
 */
const excuses: Readonly<Record<string, { readonly properties: readonly string[]; readonly why: string }>> = {
  'nat-gateway/single-az': {
    properties: ['Tags'],
    why: 'A tag that says "dev" makes it less severe; most tags are parameters and say nothing.',
  },
  'ebs/magnetic-managed-database': {
    properties: ['Engine'],
    why: 'Magnetic storage is slow for every engine that has it; Aurora has none, and is excused if it says so.',
  },
};

/** Rules about records of one name, which they show at the first or at those after it in the text. */
const aboutGroups: readonly string[] = [
  'route53/active-active-without-health-check',
  'route53/set-identifier-missing',
];

const severities: readonly Severity[] = ['hint', 'information', 'warning', 'error'];

describe('soundness of the rules', () => {
  let rules: readonly Rule[] = [];
  const examples = new Map<string, string>([['all kinds of resources', template]]);

  before(async () => {
    const declared: Rule[] = [];
    for (const note of await readKnowledge('knowledge')) {
      for (const { source, examples: beside } of note.ruleBlocks) {
        const { rule } = declareRule(source, {});
        if (!rule) continue;
        declared.push(rule);
        for (const example of beside) {
          const { languageId, text } = exampleText(example, rule.on);
          if (languageId === 'yaml') examples.set(`${rule.id}, ${example.verdict}`, text);
        }
      }
    }
    for (const { id, on } of builtinRules) {
      for (const example of await builtinExamples('.', id)) {
        examples.set(`${id}, ${example.verdict}`, exampleText(example, on).text);
      }
    }
    rules = [...builtinRules, ...declared];
  });

  it('no finding appears or gets worse when a value becomes unknown', async () => {
    let cases = 0;
    const worse: string[] = [];
    for (const [name, text] of examples) {
      const whole = await read(text, 'yaml');
      const known = findings(whole, rules);
      for (const resource of whole.resources.values()) {
        for (let seed = 0; seed < countValues(resource.properties); seed += 1) {
          for (const by of replacements) {
            const properties = hideOne(resource.properties, seed, by);
            if (properties.kind !== 'map') continue;
            cases += 1;
            const after = findings(replacing(whole, withProperties(resource, properties)), rules);
            for (const [finding, severity] of after) {
              if (severity <= (known.get(finding) ?? -1) || isExcused(finding, resource, properties))
                continue;
              worse.push(`${finding}: ${name}, value ${seed} of ${resource.name} as ${by.kind}`);
            }
          }
        }
      }
    }
    assert.deepEqual(worse, []);
    assert.ok(cases > 1000, `${cases} cases`);
  }).timeout(60_000);

  it('the same template written in another way has the same findings', async () => {
    for (const [name, text] of examples) {
      const known = withoutPlace(findings(await read(text, 'yaml'), rules));
      for (const { change, language, text: variant } of variantsOf(text)) {
        const found = withoutPlace(findings(await read(variant, language), rules));
        assert.deepEqual(found, known, `${name}: ${change}`);
      }
    }
  }).timeout(60_000);

  it('every bad example has a finding to lose', async () => {
    for (const [name, text] of examples) {
      const [id] = name.split(', ');
      if (!name.endsWith('bad')) continue;
      const found = [...findings(await read(text, 'yaml'), rules).keys()];
      assert.ok(
        found.some((finding) => finding.startsWith(`${id} `)),
        name,
      );
    }
  });
});

/** The worst severity of each rule at each resource, as a number. */
function findings(of: Template, rules: readonly Rule[]): Map<string, number> {
  const worst = new Map<string, number>();
  const found = runRules(rules, of, { onError: (message) => assert.fail(message) });
  for (const { rule, resource, severity } of found) {
    const key = `${rule.id} ${resource.name}`;
    worst.set(key, Math.max(severities.indexOf(severity), worst.get(key) ?? -1));
  }
  return worst;
}

/** The findings in an order of their own. What is told of a group, at its first or later members, has no place. */
function withoutPlace(found: ReadonlyMap<string, number>): readonly string[] {
  return [...found]
    .map(([finding, severity]) => {
      const [id = '', resource] = finding.split(' ');
      return aboutGroups.includes(id) ? `${id} ${severity}` : `${id} ${resource} ${severity}`;
    })
    .sort();
}

/** Whether what was hidden, anywhere below one of its properties, may be the rule's excuse. */
function isExcused(finding: string, before: Resource, after: MapValue): boolean {
  const [id = ''] = finding.split(' ');
  const properties = excuses[id]?.properties ?? [];
  return after.entries.some(
    ({ key, value }, index) =>
      properties.includes(key) && !sameText(value, before.properties.entries[index]?.value),
  );
}

function sameText(a: Value, b: Value | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
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
  const { uri, format, languageId, text, mappings, problems } = whole;
  const parameters = new Map([...whole.parameters, [asked.name, asked]]);
  const resources = new Map([...whole.resources].map(([id, each]) => [id, swap(each)]));
  const byType = new Map([...whole.byType].map(([type, each]) => [type, each.map(swap)]));
  const placeAt = (): undefined => undefined;
  return { uri, format, languageId, text, resources, byType, parameters, mappings, problems, placeAt };
}
