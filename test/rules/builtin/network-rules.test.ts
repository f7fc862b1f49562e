/** Rules about instances, NAT gateways and DNS, with the traps of each. */
import assert from 'node:assert/strict';
import { builtin, findingsIn } from '../findings.ts';
import { suite } from '../suite.ts';

suite('ec2/shutdown-terminates', {
  'speaks of instances and launch templates': `
    Resources:
      FileServer:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: terminate }
                                                         ^^^^^^^^^ ec2/shutdown-terminates information
      Base:
        Type: AWS::EC2::LaunchTemplate
        Properties: { LaunchTemplateData: { InstanceInitiatedShutdownBehavior: terminate } }
                                                                               ^^^^^^^^^ ec2/shutdown-terminates information
      Perhaps:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: !If [Cheap, terminate, stop] }
                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ ec2/shutdown-terminates hint
      Stopping:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: stop }
      Asked:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: !Ref Behavior }
      Default:
        Type: AWS::EC2::Instance
  `,
  'is silent about machines that are meant to go': `
    Resources:
      CiRunner:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: terminate }
      Tagged:
        Type: AWS::EC2::Instance
        Properties: { InstanceInitiatedShutdownBehavior: terminate, Tags: [{ Key: Role, Value: batch-worker }] }
      Named:
        Type: AWS::EC2::LaunchTemplate
        Properties: { LaunchTemplateName: ephemeral, LaunchTemplateData: { InstanceInitiatedShutdownBehavior: terminate } }
      Member:
        Type: AWS::EC2::LaunchTemplate
        Properties: { LaunchTemplateData: { InstanceInitiatedShutdownBehavior: terminate } }
      Group:
        Type: AWS::AutoScaling::AutoScalingGroup
        Properties: { LaunchTemplate: { LaunchTemplateId: !Ref Member, Version: !GetAtt Member.LatestVersionNumber } }
  `,
});

interface Ssh {
  readonly instance?: string;
  readonly ingress?: string;
  readonly more?: string;
}

/** An instance with a key pair and one security group. */
function instance({ instance: own = '', ingress = '[]', more = '' }: Ssh): string {
  return `
    Parameters:
      Key: { Type: 'AWS::EC2::KeyPair::KeyName' }
      Image: { Type: 'AWS::EC2::Image::Id' }
      Port: { Type: Number }
    Resources:
      Host:
        Type: AWS::EC2::Instance
        Properties: { KeyName: !Ref Key, SecurityGroupIds: [!GetAtt Group.GroupId], ${own} }
      Group:
        Type: AWS::EC2::SecurityGroup
        Properties: { SecurityGroupIngress: ${ingress} }
      ${more}
  `;
}

describe('ec2/ssh-port-not-open', () => {
  const count = async (of: Ssh) =>
    (await findingsIn(instance(of), { rules: builtin('ec2/ssh-port-not-open') })).length;

  for (const [what, ingress] of Object.entries({
    'no rule at all': '[]',
    'another port': '[{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 0.0.0.0/0 }]',
    'another protocol': '[{ IpProtocol: udp, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }]',
    ping: '[{ IpProtocol: icmp, FromPort: 8, ToPort: -1, CidrIp: 10.0.0.0/8 }]',
  })) {
    it(`finds a group with ${what}`, async () => assert.equal(await count({ ingress }), 1));
  }

  for (const [what, ssh] of Object.entries<Ssh>({
    'port 22 is open': { ingress: '[{ IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 10.0.0.0/8 }]' },
    'a range covers it': { ingress: '[{ IpProtocol: 6, FromPort: 0, ToPort: 65535, CidrIp: 10.0.0.0/8 }]' },
    'everything is open': { ingress: "[{ IpProtocol: '-1', SourceSecurityGroupId: sg-1 }]" },
    'a port is a parameter': {
      ingress: '[{ IpProtocol: tcp, FromPort: !Ref Port, ToPort: !Ref Port, CidrIp: 10.0.0.0/8 }]',
    },
    'a rule depends on a condition': { ingress: "[!If [Ssh, { IpProtocol: tcp }, !Ref 'AWS::NoValue']]" },
    'a rule of its own opens it': {
      more: 'Rule: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Group, IpProtocol: tcp, FromPort: 22, ToPort: 22 } }',
    },
    'a rule is for a group that cannot be told': {
      more: 'Rule: { Type: AWS::EC2::SecurityGroupIngress, Properties: { GroupId: !Ref Other, IpProtocol: udp } }',
    },
    'a nested stack gets the group': {
      more: 'Nested: { Type: AWS::CloudFormation::Stack, Properties: { Parameters: { Group: !Ref Group } } }',
    },
    'another group is elsewhere': { instance: 'SecurityGroups: [!ImportValue Shared]' },
    'the network interface is elsewhere': { instance: 'NetworkInterfaces: [{ NetworkInterfaceId: eni-1 }]' },
    'the image may be of Windows': { instance: 'ImageId: !Ref Image' },
    'it runs Windows': { instance: 'ImageId: "{{resolve:ssm:/aws/service/ami-windows-latest/2025}}"' },
    'it moves SSH to another port': {
      instance: "UserData: { 'Fn::Base64': 'echo Port 2222 >> /etc/ssh/sshd_config' }",
    },
    'remote desktop is open': { ingress: '[{ IpProtocol: tcp, FromPort: 3389, ToPort: 3389 }]' },
    'its profile is elsewhere': { instance: 'IamInstanceProfile: managed' },
    'its role allows Session Manager': {
      instance: 'IamInstanceProfile: !Ref Profile',
      more: 'Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }\n      Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore] } }',
    },
    'its role allows everything': {
      instance: 'IamInstanceProfile: !Ref Profile',
      more: 'Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }\n      Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/AdministratorAccess] } }',
    },
    'an Instance Connect Endpoint is here': { more: 'Door: { Type: AWS::EC2::InstanceConnectEndpoint }' },
  })) {
    it(`is silent where ${what}`, async () => assert.equal(await count(ssh), 0));
  }

  it('finds it in launch templates, too, and with a role that has nothing to do with sessions', async () => {
    const text = `
      Resources:
        Host:
          Type: AWS::EC2::LaunchTemplate
          Properties:
            LaunchTemplateData:
              KeyName: my-key
              NetworkInterfaces: [{ DeviceIndex: 0, Groups: [!Ref Group] }]
              IamInstanceProfile: { Arn: !GetAtt Profile.Arn }
        Group: { Type: AWS::EC2::SecurityGroup }
        Profile: { Type: AWS::IAM::InstanceProfile, Properties: { Roles: [!Ref Role] } }
        Role: { Type: AWS::IAM::Role, Properties: { ManagedPolicyArns: [arn:aws:iam::aws:policy/ReadOnlyAccess] } }
    `;
    const [finding, ...others] = await findingsIn(text, { rules: builtin('ec2/ssh-port-not-open') });
    assert.equal(finding?.severity, 'information');
    assert.equal(finding?.related.length, 1);
    assert.equal(finding?.fixes[0]?.preferred, false);
    assert.equal(others.length, 0);
  });
});

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

interface Network {
  readonly a?: string;
  readonly c?: string;
  readonly vpc?: string;
  readonly near?: string;
  readonly target?: string;
  readonly destination?: string;
}

/** Two NAT gateways, and a private subnet of zone c that leaves through `target`. */
function network(of: Network): string {
  const { a = '!Select [0, !GetAZs ""]', c = '!Select [1, !GetAZs ""]', vpc = '!Ref Vpc', near = '' } = of;
  const { target = '!Ref Far', destination = '0.0.0.0/0' } = of;
  return `
    Resources:
      Vpc: { Type: AWS::EC2::VPC }
      PublicA: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: ${a} } }
      PublicC: { Type: AWS::EC2::Subnet, Properties: { VpcId: ${vpc}, AvailabilityZone: ${c} } }
      PrivateC: { Type: AWS::EC2::Subnet, Properties: { VpcId: !Ref Vpc, AvailabilityZone: ${c} } }
      Far: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: !Ref PublicA } }
      Near: { Type: AWS::EC2::NatGateway, ${near} Properties: { SubnetId: !Ref PublicC } }
      Table: { Type: AWS::EC2::RouteTable }
      Link: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref PrivateC } }
      Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: ${destination}, NatGatewayId: ${target} } }
  `;
}

describe('nat-gateway/cross-az-route', () => {
  const findings = (of: Network) => findingsIn(network(of), { rules: builtin('nat-gateway/cross-az-route') });

  it('finds a route past the gateway of the own zone, and offers that', async () => {
    const [finding, ...others] = await findings({});
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message.en ?? '', /"PrivateC".*"Far".*"Near"/);
    assert.equal(finding?.fixes[0]?.preferred, true);
    assert.equal(others.length, 0);
    assert.equal((await findings({ a: 'us-east-1a', c: 'us-east-1c' })).length, 1);
  });

  it('is graded lower where a condition brings the gateway of the own zone', async () => {
    assert.equal((await findings({ near: 'Condition: Redundant,' }))[0]?.severity, 'hint');
  });

  for (const [what, of] of Object.entries<Network>({
    'the route stays in the zone': { target: '!Ref Near' },
    'the target is a parameter': { target: '!Ref Gateway' },
    'the zones cannot be compared': { a: '!Ref ZoneA' },
    'the zones are the same': { a: '!Select [1, !GetAZs ""]' },
    'the other gateway is in another network': { vpc: '!Ref OtherVpc' },
    'the route is for some addresses only': { destination: '10.0.0.0/8' },
  })) {
    it(`is silent where ${what}`, async () => assert.deepEqual(await findings(of), []));
  }
});

describe('nat-gateway/single-az', () => {
  it('recommends a regional gateway only to those that can have one', async () => {
    const text = (kind: string) => `
      Resources:
        Nat: { Type: AWS::EC2::NatGateway, Properties: { SubnetId: s, ${kind} } }
        A: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: us-east-1a } }
        C: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: us-east-1c } }
        Table: { Type: AWS::EC2::RouteTable }
        LinkA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref A } }
        LinkC: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref C } }
        Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
    `;
    const message = async (kind: string) =>
      (await findingsIn(text(kind), { rules: builtin('nat-gateway/single-az') }))[0]?.message.en ?? '';
    assert.match(await message('ConnectivityType: public'), /regional/);
    assert.match(await message('ConnectivityType: private'), /Add a NAT gateway in each zone\.$/);
    assert.match(await message('ConnectivityType: !Ref Kind'), /Add a NAT gateway in each zone\.$/);
  });
});

suite('nat-gateway/regional-manual-az-gap', {
  'finds a subnet in a zone that the list leaves out': `
    Resources:
      Nat:
        Type: AWS::EC2::NatGateway
        Properties:
          AvailabilityMode: regional
          AvailabilityZoneAddresses: [{ AvailabilityZone: !Select [0, !GetAZs ''] }]
          ^^^^^^^^^^^^^^^^^^^^^^^^^ nat-gateway/regional-manual-az-gap warning
      A: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [0, !GetAZs ''] } }
      C: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Select [1, !GetAZs ''] } }
      D: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: !Ref Zone } }
      Table: { Type: AWS::EC2::RouteTable }
      LinkA: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref A } }
      LinkC: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref C } }
      LinkD: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref D } }
      Route: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Nat } }
  `,
  'is silent in automatic mode, and where a listed zone cannot be told': `
    Resources:
      Automatic: { Type: AWS::EC2::NatGateway, Properties: { AvailabilityMode: regional } }
      Asked:
        Type: AWS::EC2::NatGateway
        Properties:
          AvailabilityMode: regional
          AvailabilityZoneAddresses: [{ AvailabilityZone: us-east-1a }, { AvailabilityZone: !Ref Zone }]
      C: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: us-east-1c } }
      Table: { Type: AWS::EC2::RouteTable }
      Link: { Type: AWS::EC2::SubnetRouteTableAssociation, Properties: { RouteTableId: !Ref Table, SubnetId: !Ref C } }
      One: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Automatic } }
      Two: { Type: AWS::EC2::Route, Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, NatGatewayId: !Ref Asked } }
  `,
});
