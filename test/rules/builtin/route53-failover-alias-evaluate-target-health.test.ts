import { suite } from '../suite.ts';

suite('route53/failover-alias-evaluate-target-health', {
  'finds aliases that are never unhealthy': `
    Resources:
      Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }
      Primary:
        Type: AWS::Route53::RecordSet
        Properties:
          Failover: PRIMARY
          AliasTarget: { DNSName: !GetAtt Balancer.DNSName, HostedZoneId: !GetAtt Balancer.CanonicalHostedZoneID }
          ^^^^^^^^^^^ route53/failover-alias-evaluate-target-health error
      Secondary:
        Type: AWS::Route53::RecordSet
        Properties:
          Failover: SECONDARY
          AliasTarget: { DNSName: site, HostedZoneId: Z3AQBSTGFYJSTF, EvaluateTargetHealth: false }
                                                                                            ^^^^^ route53/failover-alias-evaluate-target-health information
  `,
  'is silent about evaluated, checked and CloudFront targets, and unknown ones': `
    Resources:
      Balancer: { Type: AWS::ElasticLoadBalancingV2::LoadBalancer }
      Site: { Type: AWS::CloudFront::Distribution }
      Evaluated:
        Type: AWS::Route53::RecordSet
        Properties:
          Failover: PRIMARY
          AliasTarget: { DNSName: !GetAtt Balancer.DNSName, HostedZoneId: z, EvaluateTargetHealth: true }
      Checked:
        Type: AWS::Route53::RecordSet
        Properties: { Failover: PRIMARY, HealthCheckId: c, AliasTarget: { DNSName: a, HostedZoneId: z } }
      CloudFront:
        Type: AWS::Route53::RecordSet
        Properties: { Failover: PRIMARY, AliasTarget: { DNSName: !GetAtt Site.DomainName, HostedZoneId: Z2FDTNDATAQYW2 } }
      Unknown:
        Type: AWS::Route53::RecordSet
        Properties: { Failover: PRIMARY, AliasTarget: { DNSName: !Ref Name, HostedZoneId: !Ref Zone } }
  `,
});
