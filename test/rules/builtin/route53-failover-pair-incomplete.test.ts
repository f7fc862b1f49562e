import { suite } from '../suite.ts';

suite('route53/failover-pair-incomplete', {
  'finds a record without the other one': `
    Resources:
      Records:
        Type: AWS::Route53::RecordSetGroup
        Properties:
          HostedZoneId: !Ref Zone
          RecordSets:
            - { Name: a.example.com, Type: A, SetIdentifier: one, Failover: PRIMARY }
            - { Name: A.example.com., Type: A, SetIdentifier: two, Failover: SECONDARY }
            - { Name: b.example.com, Type: A, SetIdentifier: one, Failover: SECONDARY }
                                                                            ^^^^^^^^^ route53/failover-pair-incomplete information
            - { Name: c.example.com, Type: A }
  `,
  'is silent where a role or a name is a parameter': `
    Resources:
      Role:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a.example.com, Type: A, Failover: !Ref Role }
      Alone:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: b.example.com, Type: A, Failover: PRIMARY }
      Named:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: !Ref Name, Type: A, Failover: SECONDARY }
  `,
});
