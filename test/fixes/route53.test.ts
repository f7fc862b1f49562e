import { fixSuite } from './suite.ts';

const check = {
  rule: 'route53/failover-without-health-check',
  title: 'Add HealthCheckId (you name the health check)',
  titleJa: 'HealthCheckId を追加する(ヘルスチェックは入力)',
};

const evaluate = {
  rule: 'route53/failover-alias-evaluate-target-health',
  title: "Evaluate the target's health",
  titleJa: 'ターゲットの正常性を評価する',
};

const record = (primary: string, secondary = ''): string => `
  Resources:
    Records:
      Type: AWS::Route53::RecordSetGroup
      Properties:
        HostedZoneId: Z1
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
              - 192.0.2.2
${secondary}`;

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

fixSuite('Route 53', "import * as route53 from 'aws-cdk-lib/aws-route53';", [
  {
    ...check,
    template: {
      before: record('            ResourceRecords:\n              - 192.0.2.1 # Tokyo'),
      after: record(
        '            ResourceRecords:\n              - 192.0.2.1 # Tokyo\n            HealthCheckId: «MyHealthCheckId»',
      ),
    },
    cdk: {
      before:
        "new route53.CfnRecordSet(this, 'Primary', { name: 'shop.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY' });",
      after:
        "new route53.CfnRecordSet(this, 'Primary', { name: 'shop.example.com', type: 'A', setIdentifier: 'one', failover: 'PRIMARY', healthCheckId: '«MyHealthCheckId»' });",
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
]);
