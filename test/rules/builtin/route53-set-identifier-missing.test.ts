import { suite } from '../suite.ts';

suite('route53/set-identifier-missing', {
  'asks for one where the record has a routing policy': `
    Resources:
      Near:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a, Type: A, Region: us-east-1 }
                                                         ^^^^^^ route53/set-identifier-missing error
      Group:
        Type: AWS::Route53::RecordSetGroup
        Properties:
          HostedZoneId: z
          RecordSets:
            - { Name: b, Type: A, Weight: 1 }
                                  ^^^^^^ route53/set-identifier-missing error
            - { Name: b, Type: A, Weight: 0, SetIdentifier: zero }
            - { Name: c, Type: A, GeoLocation: { CountryCode: JP } }
                                  ^^^^^^^^^^^ route53/set-identifier-missing error
            - { Name: d, Type: A, MultiValueAnswer: false }
            - { Name: e, Type: A }
      Optional:
        Type: AWS::Route53::RecordSet
        Properties: { Name: f, Type: A, Weight: 1, SetIdentifier: !If [Shared, one, !Ref 'AWS::NoValue'] }
      Asked:
        Type: AWS::Route53::RecordSet
        Properties: { Name: f, Type: A, Weight: !Ref Weight, SetIdentifier: !Ref Name }
  `,
  'finds two records with the same one': `
    Resources:
      One:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a.example.com, Type: A, Weight: 1, SetIdentifier: same }
      Two:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: A.example.com., Type: A, Weight: 1, SetIdentifier: same }
                                                                                                ^^^^ route53/set-identifier-missing error
      OtherType:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a.example.com, Type: AAAA, Weight: 1, SetIdentifier: same }
      OtherZone:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: y, Name: a.example.com, Type: A, Weight: 1, SetIdentifier: same }
      Instead:
        Type: AWS::Route53::RecordSet
        Condition: Elsewhere
        Properties: { HostedZoneId: z, Name: a.example.com, Type: A, Weight: 1, SetIdentifier: same }
  `,
});
