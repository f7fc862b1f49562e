import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkFindings, findingsIn } from '../../../rules/findings.ts';
import { loadCdk } from '../support.ts';

const csharp = { language: 'csharp' };

describe('Findings in CDK code in C#', () => {
  before(loadCdk);

  it('stand at property, class, enum member or method', () =>
    checkFindings(
      `
      using System.Collections.Generic;
      using Amazon.CDK;
      using Amazon.CDK.AWS.EC2;
      using Amazon.CDK.AWS.S3;
      using Amazon.CDK.AWS.S3.Notifications;
      using Amazon.CDK.AWS.SQS;
      using Constructs;
      using Elb = Amazon.CDK.AWS.ElasticLoadBalancingV2;

      namespace Shops
      {
          public sealed class Shop : Stack
          {
              private const EbsDeviceVolumeType Disk = EbsDeviceVolumeType.ST1;

              public Elb.ApplicationLoadBalancer Lb { get; }

              internal Shop(Construct scope, string id) : base(scope, id)
              {
                  var network = new VpcProps { MaxAzs = 3, NatGateways = 1 };
                                                           ^^^^^^^^^^^^^^^ nat-gateway/single-az warning
                  var vpc = new Vpc(this, "Vpc", network);
                  Lb = new Elb.ApplicationLoadBalancer(this, "Lb", new Elb.ApplicationLoadBalancerProps { Vpc = vpc });
                               ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
                  Servers(vpc, disk: Disk);
              }

              private void Servers(IVpc vpc, EbsDeviceVolumeType disk)
              {
                  Instance_ server = new(this, "Server", new InstanceProps
                  {
                      Vpc = vpc,
                      BlockDevices = new IBlockDevice[]
                      {
                          new BlockDevice
                          {
                              DeviceName = "/dev/xvda",
                              Volume = BlockDeviceVolume.Ebs(500, new EbsDeviceOptions { VolumeType = disk }),
                                                                                                      ^^^^ ebs/hdd-boot-volume error
                          },
                      },
                  });
                  server.Connections.AllowFromAnyIpv4(Port.Tcp(22));
                                     ^^^^^^^^^^^^^^^^ ec2/ssh-open-to-world warning
                  var logs = new Bucket(this, "Logs", new BucketProps { Versioned = true });
                  new Elb.ApplicationLoadBalancer(this, "Inner", new Elb.ApplicationLoadBalancerProps { Vpc = vpc })
                      .LogAccessLogs(logs);
                  foreach (var name in new List<string> { "a", "b" })
                      new Bucket(this, $"Upload-{name}").AddEventNotification(
                          ^^^^^^ s3/notification-without-versioning hint
                          EventType.OBJECT_CREATED, new SqsDestination(new Queue(this, $"Queue-{name}")));
              }
          }
      }
      `,
      csharp,
    ));

  it('are silenced by a comment', () =>
    checkFindings(
      `
      using Amazon.CDK.AWS.ElasticLoadBalancingV2;
      // kumonote-disable-next-line elb/access-logs-disabled
      new ApplicationLoadBalancer(scope, "A", new ApplicationLoadBalancerProps { Vpc = vpc });
      new ApplicationLoadBalancer(scope, "B", new ApplicationLoadBalancerProps { Vpc = vpc });
          ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      `,
      csharp,
    ));

  it('are weak where other code may decide, and none where nothing is known', () =>
    checkFindings(
      `
      using Amazon.CDK.AWS.EC2;
      using Amazon.CDK.AWS.ElasticLoadBalancingV2;
      using Amazon.CDK.AWS.S3;
      class Network
      {
          public Network(Construct scope, Settings settings, IVpc given)
          {
              new Vpc(scope, "A", new VpcProps { NatGateways = settings.Gateways });
              new Vpc(scope, "B", new VpcProps { NatGateways = settings.Cheap ? 1 : 2 });
                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nat-gateway/single-az information
              new Vpc(scope, "C", settings.Network);
              Vpc.FromLookup(scope, "D", new VpcLookupOptions { IsDefault = true });
              var props = new ApplicationLoadBalancerProps { Vpc = given };
              var lb = new ApplicationLoadBalancer(scope, "Lb", props);
                           ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
              Secure(lb);
              var other = new ApplicationLoadBalancer(scope, "Other", props);
                              ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
              ((CfnLoadBalancer)other.Node.DefaultChild!).AddPropertyOverride("LoadBalancerAttributes", new object[0]);
              var last = new ApplicationLoadBalancer(scope, "Last", props);
              if (settings.Logs)
                  last.LogAccessLogs(new Bucket(scope, "Logs"));
          }
      }
      `,
      csharp,
    ));

  it('are those of the same stack in TypeScript', async () => {
    const ids = async (path: string, language: string): Promise<string[]> =>
      (await findingsIn(await readFile(path, 'utf8'), { language })).map(
        ({ rule, resource }) => `${rule.id} ${resource.name}`,
      );
    const typescript = await ids('examples/cdk/lib/shop-stack.ts', 'typescript');
    assert.ok(typescript.length > 5);
    assert.deepEqual(await ids('examples/cdk-csharp/src/Shop/ShopStack.cs', 'csharp'), typescript);
  });
});
