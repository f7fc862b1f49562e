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
