import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkFindings, findingsIn } from '../../../rules/findings.ts';
import { loadCdk } from '../support.ts';

const java = { language: 'java' };

describe('Findings in CDK code in Java', () => {
  before(loadCdk);

  it('stand at call, class, enum member or method', () =>
    checkFindings(
      `
      package shop;

      import java.util.List;
      import software.amazon.awscdk.Stack;
      import software.amazon.awscdk.services.ec2.*;
      import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
      import software.amazon.awscdk.services.s3.Bucket;
      import software.amazon.awscdk.services.s3.EventType;
      import software.amazon.awscdk.services.s3.notifications.SqsDestination;
      import software.amazon.awscdk.services.sqs.Queue;

      public class Shop extends Stack {
          private static final EbsDeviceVolumeType DISK = EbsDeviceVolumeType.ST1;
          private final ApplicationLoadBalancer lb;

          public Shop(final Construct scope, final String id) {
              super(scope, id);
              VpcProps network = VpcProps.builder().maxAzs(3).natGateways(1).build();
                                                              ^^^^^^^^^^^^^^ nat-gateway/single-az warning
              Vpc vpc = new Vpc(this, "Vpc", network);
              lb = ApplicationLoadBalancer.Builder.create(this, "Lb").vpc(vpc).build();
                   ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
              servers(vpc, DISK);
          }

          private void servers(Vpc vpc, EbsDeviceVolumeType disk) {
              Instance server = Instance.Builder.create(this, "Server")
                      .vpc(vpc)
                      .blockDevices(List.of(BlockDevice.builder()
                              .deviceName("/dev/xvda")
                              .volume(BlockDeviceVolume.ebs(500, EbsDeviceOptions.builder().volumeType(disk).build()))
                                                                                                       ^^^^ ebs/hdd-boot-volume error
                              .build()))
                      .build();
              server.getConnections().allowFromAnyIpv4(Port.tcp(22));
                                      ^^^^^^^^^^^^^^^^ ec2/ssh-open-to-world warning
              Bucket logs = Bucket.Builder.create(this, "Logs").versioned(true).build();
              ApplicationLoadBalancer.Builder.create(this, "Inner").vpc(vpc).build().logAccessLogs(logs);
              for (String name : List.of("a", "b")) {
                  Bucket.Builder.create(this, "Upload-" + name).build().addEventNotification(
                  ^^^^^^ s3/notification-without-versioning hint
                          EventType.OBJECT_CREATED, new SqsDestination(new Queue(this, "Q-" + name)));
              }
          }
      }
      `,
      java,
    ));

  it('are silenced by a comment', () =>
    checkFindings(
      `
      import software.amazon.awscdk.services.elasticloadbalancingv2.*;
      class S { S(Vpc vpc) {
          // kumonote-disable-next-line elb/access-logs-disabled
          ApplicationLoadBalancer.Builder.create(this, "A").vpc(vpc).build();
          ApplicationLoadBalancer.Builder.create(this, "B").vpc(vpc).build();
          ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      } }
      `,
      java,
    ));

  it('are weak where other code may decide, and none where nothing is known', () =>
    checkFindings(
      `
      import software.amazon.awscdk.services.ec2.*;
      import software.amazon.awscdk.services.elasticloadbalancingv2.*;
      import software.amazon.awscdk.services.s3.Bucket;
      class S { S(Config config, VpcProps props, IVpc vpc) {
          Vpc.Builder.create(this, "A").natGateways(config.getGateways()).build();
          Vpc.Builder.create(this, "B").natGateways(config.isCheap() ? 1 : 2).build();
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nat-gateway/single-az information
          new Vpc(this, "C", props);
          Vpc.fromLookup(this, "D", VpcLookupOptions.builder().isDefault(true).build());
          var lb = ApplicationLoadBalancer.Builder.create(this, "Lb").vpc(vpc).build();
                   ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
          secured(lb);
          var other = ApplicationLoadBalancer.Builder.create(this, "Other").vpc(vpc).build();
                      ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
          ((CfnLoadBalancer) other.getNode().getDefaultChild()).addPropertyOverride("LoadBalancerAttributes", null);
          var last = ApplicationLoadBalancer.Builder.create(this, "Last").vpc(vpc).build();
          if (config.hasLogs()) {
              last.logAccessLogs(new Bucket(this, "Logs"));
          }
      } }
      `,
      java,
    ));

  it('are those of the same stack in TypeScript', async () => {
    const ids = async (path: string, language: string): Promise<string[]> => {
      const text = await readFile(path, 'utf8');
      return (await findingsIn(text, { language })).map(
        ({ rule, resource }) => `${rule.id} ${resource.name.replace(/ /g, '')}`,
      );
    };
    const typescript = await ids('examples/cdk/lib/shop-stack.ts', 'typescript');
    assert.ok(typescript.length > 5);
    assert.deepEqual(await ids('examples/cdk-java/src/main/java/shop/ShopStack.java', 'java'), typescript);
  });
});
