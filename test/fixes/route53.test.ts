import { fixSuite } from './suite.ts';

const check = {
  rule: 'route53/failover-without-health-check',
  title: 'Add a health check (you fill in what it checks)',
  titleJa: 'ヘルスチェックを追加する(確認先は入力)',
};

const evaluate = {
  rule: 'route53/failover-alias-evaluate-target-health',
  title: "Evaluate the target's health",
  titleJa: 'ターゲットの正常性を評価する',
};

const record = (primary: string, added = ''): string => `
  Resources:
    Records:
      Type: AWS::Route53::RecordSetGroup
      Properties:
        HostedZoneId:
          Ref: Zone
        RecordSets:
          - Name: shop.example.com # the shop
            Type: A
            SetIdentifier: one
            Failover: PRIMARY
${primary}
          - Name: shop.example.com
            Type: A
            SetIdentifier: two
            Failover: SECONDARY
            TTL: 60
            ResourceRecords:
              - 192.0.2.2 # Osaka
${added}`;

const alias = (health: string): string => `
  Resources:
    Primary:
      Type: AWS::Route53::RecordSet
      Properties:
        Name: shop.example.com
        Type: A
        Failover: PRIMARY
        AliasTarget:
          HostedZoneId: Z35SXDOTRQ7X7K
          DNSName: lb.example.com
${health}
`;

fixSuite(
  'Route 53',
  {
    cdk: "import * as route53 from 'aws-cdk-lib/aws-route53';",
    python: 'from aws_cdk import aws_route53 as route53',
  },
  [
    {
      ...check,
      template: {
        before: record('            ResourceRecords:\n              - 192.0.2.1 # Tokyo'),
        after: record(
          `            ResourceRecords:
              - 192.0.2.1 # Tokyo
            HealthCheckId:
              Ref: RecordsHealthCheck`,
          `    RecordsHealthCheck:
      Type: AWS::Route53::HealthCheck
      Properties:
        HealthCheckConfig:
          Type: HTTPS
          FullyQualifiedDomainName: «primary.example.com»
          ResourcePath: «/health»
`,
        ),
      },
      cdk: {
        before:
          "new route53.CfnRecordSet(this, 'Primary', { name: 'shop.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY' });",
        after:
          "new route53.CfnRecordSet(this, 'Primary', { name: 'shop.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY', healthCheckId: new route53.CfnHealthCheck(this, 'PrimaryHealthCheck', { healthCheckConfig: { type: 'HTTPS', fullyQualifiedDomainName: '«primary.example.com»', resourcePath: '«/health»' } }).ref });",
      },
      python: {
        before:
          'route53.CfnRecordSet(self, "Primary", name="shop.example.com", type="A", failover="PRIMARY")',
        after:
          'route53.CfnRecordSet(self, "Primary", name="shop.example.com", type="A", failover="PRIMARY", health_check_id=route53.CfnHealthCheck(self, "PrimaryHealthCheck", health_check_config={"type": "HTTPS", "fullyQualifiedDomainName": "«primary.example.com»", "resourcePath": "«/health»"}).ref)',
      },
    },
    {
      ...check,
      cdk: {
        before: `
        new route53.ARecord(this, 'Primary', {
          zone,
          failover: route53.Failover.PRIMARY,
          target: route53.RecordTarget.fromIpAddresses('192.0.2.1'),
        });
      `,
        after: `
        new route53.ARecord(this, 'Primary', {
          zone,
          failover: route53.Failover.PRIMARY,
          target: route53.RecordTarget.fromIpAddresses('192.0.2.1'),
          healthCheck: new route53.HealthCheck(this, 'PrimaryHealthCheck', { type: route53.HealthCheckType.HTTPS, fqdn: '«primary.example.com»', resourcePath: '«/health»' }),
        });
      `,
      },
      python: {
        before:
          'route53.ARecord(self, "Primary", zone=zone, failover=route53.Failover.PRIMARY, target=route53.RecordTarget.from_ip_addresses("192.0.2.1"))',
        after:
          'route53.ARecord(self, "Primary", zone=zone, failover=route53.Failover.PRIMARY, target=route53.RecordTarget.from_ip_addresses("192.0.2.1"), health_check=route53.HealthCheck(self, "PrimaryHealthCheck", type=route53.HealthCheckType.HTTPS, fqdn="«primary.example.com»", resource_path="«/health»"))',
      },
    },
    {
      ...check,
      cdk: {
        before: `
        new route53.CfnRecordSetGroup(this, 'Records', {
          recordSets: [{ name: 'shop.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY' }],
        });
      `,
        after: `
        new route53.CfnRecordSetGroup(this, 'Records', {
          recordSets: [{ name: 'shop.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY', healthCheckId: new route53.CfnHealthCheck(this, 'RecordsHealthCheck', { healthCheckConfig: { type: 'HTTPS', fullyQualifiedDomainName: '«primary.example.com»', resourcePath: '«/health»' } }).ref }],
        });
      `,
      },
    },
    {
      ...evaluate,
      template: {
        before: alias('          EvaluateTargetHealth: false # until Monday'),
        after: alias('          EvaluateTargetHealth: true # until Monday'),
      },
    },
    {
      ...evaluate,
      template: {
        before: record(
          '            AliasTarget:\n              HostedZoneId: Z35SXDOTRQ7X7K\n              DNSName: lb.example.com',
        ),
        after: record(
          '            AliasTarget:\n              HostedZoneId: Z35SXDOTRQ7X7K\n              DNSName: lb.example.com\n              EvaluateTargetHealth: true',
        ),
      },
    },
  ],
);
