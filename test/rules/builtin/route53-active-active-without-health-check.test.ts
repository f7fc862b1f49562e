import { suite } from '../suite.ts';

suite('route53/active-active-without-health-check', {
  'finds a group of which no record is checked': `
    Resources:
      One:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a, Type: A, SetIdentifier: one, Weight: 50 }
                                                                                     ^^ route53/active-active-without-health-check information
      Two:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: a, Type: A, SetIdentifier: two, Weight: 50 }
      Near:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: b, Type: A, SetIdentifier: one, Region: us-east-1, HealthCheckId: c }
      Far:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: b, Type: A, SetIdentifier: two, Region: eu-west-1 }
      Single:
        Type: AWS::Route53::RecordSet
        Properties: { HostedZoneId: z, Name: c, Type: A, SetIdentifier: one, Weight: 1 }
  `,
});
