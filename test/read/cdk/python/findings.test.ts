import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkFindings, findingsIn } from '../../../rules/findings.ts';
import { loadCdk } from '../support.ts';

const python = { language: 'python' };

describe('Findings in CDK code in Python', () => {
  before(loadCdk);

  it('stand at keyword, class, enum member or method', () =>
    checkFindings(
      `
      from aws_cdk import Duration, Stack, aws_dynamodb as dynamodb, aws_ec2 as ec2
      from aws_cdk import aws_elasticloadbalancingv2 as elbv2, aws_lambda as lambda_
      from aws_cdk.aws_lambda_event_sources import DynamoEventSource
      from aws_cdk.aws_s3 import Bucket, EventType
      import aws_cdk.aws_s3_notifications as s3n
      import aws_cdk as cdk

      DISK = ec2.EbsDeviceVolumeType.ST1


      class Shop(Stack):
          def __init__(self, scope, construct_id, **kwargs):
              super().__init__(scope, construct_id, **kwargs)
              network = {"max_azs": 3, "nat_gateways": 1}
                                       ^^^^^^^^^^^^^^^^^ nat-gateway/single-az warning
              vpc = ec2.Vpc(self, "Vpc", **network)
              self.lb = elbv2.ApplicationLoadBalancer(self, "Lb", vpc=vpc)
                              ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
              self._servers(vpc, disk=DISK)

          def _servers(self, vpc, *, disk):
              server = ec2.Instance(
                  self,
                  "Server",
                  vpc=vpc,
                  block_devices=[
                      ec2.BlockDevice(
                          device_name="/dev/xvda",
                          volume=ec2.BlockDeviceVolume.ebs(500, volume_type=disk),
                                                                            ^^^^ ebs/hdd-boot-volume error
                      )
                  ],
              )
              server.connections.allow_from_any_ipv4(ec2.Port.tcp(22))
                                 ^^^^^^^^^^^^^^^^^^^ ec2/ssh-open-to-world warning
              logs = Bucket(self, "Logs", versioned=True)
              elbv2.ApplicationLoadBalancer(self, "Inner", vpc=vpc).log_access_logs(logs)
              for name in ["a", "b"]:
                  Bucket(self, f"Upload-{name}").add_event_notification(
                  ^^^^^^ s3/notification-without-versioning hint
                      EventType.OBJECT_CREATED, s3n.SqsDestination(cdk.aws_sqs.Queue(self, f"Q-{name}"))
                  )
      `,
      python,
    ));

  it('are silenced by a comment', () =>
    checkFindings(
      `
      from aws_cdk import aws_elasticloadbalancingv2 as elbv2
      def make(scope, vpc):
          # kumonote-disable-next-line elb/access-logs-disabled
          elbv2.ApplicationLoadBalancer(scope, "A", vpc=vpc)
          elbv2.ApplicationLoadBalancer(scope, "B", vpc=vpc)
                ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      `,
      python,
    ));

  it('are weak where other code may decide, and none where nothing is known', () =>
    checkFindings(
      `
      from aws_cdk import aws_ec2 as ec2, aws_elasticloadbalancingv2 as elbv2, aws_s3 as s3
      def make(scope, vpc, config, **kwargs):
          ec2.Vpc(scope, "A", nat_gateways=config["gateways"])
          ec2.Vpc(scope, "B", nat_gateways=1 if config["cheap"] else 2)
                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nat-gateway/single-az information
          ec2.Vpc(scope, "C", **kwargs)
          ec2.Vpc.from_lookup(scope, "D", is_default=True)
          lb = elbv2.ApplicationLoadBalancer(scope, "Lb", vpc=vpc)
                     ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
          secured(lb)
          other = elbv2.ApplicationLoadBalancer(scope, "Other", vpc=vpc)
                        ^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
          other.node.default_child.add_property_override("LoadBalancerAttributes", [])
          last = elbv2.ApplicationLoadBalancer(scope, "Last", vpc=vpc)
          if config["logs"]:
              last.log_access_logs(s3.Bucket(scope, "Logs"))
      `,
      python,
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
    assert.deepEqual(await ids('examples/cdk-python/shop/shop_stack.py', 'python'), typescript);
  });
});
