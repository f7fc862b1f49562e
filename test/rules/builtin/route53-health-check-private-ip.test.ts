import { suite } from '../suite.ts';

suite('route53/health-check-private-ip', {
  'knows the addresses that the internet cannot reach': `
    Parameters:
      Address: { Type: String, Default: 192.168.0.9 }
      Asked: { Type: String }
    Resources:
      A: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: 172.31.0.1 } } }
                                                                                          ^^^^^^^^^^ route53/health-check-private-ip error
      B: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: 'fd12::1' } } }
                                                                                          ^^^^^^^^^ route53/health-check-private-ip error
      C: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: '::1' } } }
                                                                                          ^^^^^ route53/health-check-private-ip error
      D: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: !GetAtt Host.PrivateIp } } }
                                                                                          ^^^^^^^^^^^^^^^^^^^^^^ route53/health-check-private-ip error
      E: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: !Ref Address } } }
                                                                                          ^^^^^^^^^^^^ route53/health-check-private-ip warning
      Host: { Type: AWS::EC2::Instance }
  `,
  'is silent about all others': `
    Parameters:
      Asked: { Type: String }
    Resources:
      A: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: 172.32.0.1 } } }
      B: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: '2001:db8::1' } } }
      C: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: !GetAtt Host.PublicIp } } }
      D: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: !Ref Asked } } }
      E: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: !Ref Elastic } } }
      F: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { FullyQualifiedDomainName: 10.example.com } } }
      G: { Type: AWS::Route53::HealthCheck, Properties: { HealthCheckConfig: { IPAddress: 100.128.0.1 } } }
      Host: { Type: AWS::EC2::Instance }
      Elastic: { Type: AWS::EC2::EIP }
  `,
});
