import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { checkFindings, findingsIn } from '../../../rules/findings.ts';
import { loadCdk } from '../support.ts';

const go = { language: 'go' };

describe('Findings in CDK code in Go', () => {
  before(loadCdk);

  it('stand at field, function, enum member or method', () =>
    checkFindings(
      `
      package main

      import (
      	"fmt"

      	"github.com/aws/aws-cdk-go/awscdk/v2"
      	ec2 "github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
      	elbv2 "github.com/aws/aws-cdk-go/awscdk/v2/awselasticloadbalancingv2"
      	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
      	s3n "github.com/aws/aws-cdk-go/awscdk/v2/awss3notifications"
      	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
      	"github.com/aws/jsii-runtime-go"
      )

      const disk = ec2.EbsDeviceVolumeType_ST1

      func NewShop(scope constructs.Construct, id string) awscdk.Stack {
      	stack := awscdk.NewStack(scope, &id, nil)
      	network := ec2.VpcProps{MaxAzs: jsii.Number(3), NatGateways: jsii.Number(1)}
                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^ nat-gateway/single-az warning
      	vpc := ec2.NewVpc(stack, jsii.String("Vpc"), &network)
      	elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), &elbv2.ApplicationLoadBalancerProps{Vpc: vpc})
             ^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      	servers(stack, vpc, disk)
      	return stack
      }

      func servers(stack awscdk.Stack, vpc ec2.Vpc, disk ec2.EbsDeviceVolumeType) {
      	server := ec2.NewInstance(stack, jsii.String("Server"), &ec2.InstanceProps{
      		Vpc: vpc,
      		BlockDevices: &[]*ec2.BlockDevice{{
      			DeviceName: jsii.String("/dev/xvda"),
      			Volume: ec2.BlockDeviceVolume_Ebs(jsii.Number(500), &ec2.EbsDeviceOptions{
      				VolumeType: disk,
                      ^^^^ ebs/hdd-boot-volume error
      			}),
      		}},
      	})
      	server.Connections().AllowFromAnyIpv4(ec2.Port_Tcp(jsii.Number(22)), nil)
                            ^^^^^^^^^^^^^^^^ ec2/ssh-open-to-world warning
      	logs := awss3.NewBucket(stack, jsii.String("Logs"), &awss3.BucketProps{Versioned: jsii.Bool(true)})
      	elbv2.NewApplicationLoadBalancer(stack, jsii.String("Inner"), &elbv2.ApplicationLoadBalancerProps{
      		Vpc: vpc,
      	}).LogAccessLogs(logs, nil)
      	for _, name := range []string{"a", "b"} {
      		awss3.NewBucket(stack, jsii.String("Upload-"+name), nil).AddEventNotification(
              ^^^^^^^^^ s3/notification-without-versioning hint
      			awss3.EventType_OBJECT_CREATED,
      			s3n.NewSqsDestination(awssqs.NewQueue(stack, jsii.String(fmt.Sprintf("Q-%s", name)), nil)),
      		)
      	}
      }
      `,
      go,
    ));

  it('are silenced by a comment', () =>
    checkFindings(
      `
      package main
      import elbv2 "github.com/aws/aws-cdk-go/awscdk/v2/awselasticloadbalancingv2"
      func doors(stack awscdk.Stack) {
      	// kumonote-disable-next-line elb/access-logs-disabled
      	elbv2.NewApplicationLoadBalancer(stack, jsii.String("A"), nil)
      	elbv2.NewApplicationLoadBalancer(stack, jsii.String("B"), nil)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled warning
      }
      `,
      go,
    ));

  it('are weak where other code may decide, and none where nothing is known', () =>
    checkFindings(
      `
      package main
      import (
      	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
      	elbv2 "github.com/aws/aws-cdk-go/awscdk/v2/awselasticloadbalancingv2"
      	"github.com/aws/jsii-runtime-go"
      )
      func network(stack awscdk.Stack, config Config, props awsec2.VpcProps) {
      	awsec2.NewVpc(stack, jsii.String("A"), &awsec2.VpcProps{NatGateways: config.Gateways})
      	awsec2.NewVpc(stack, jsii.String("B"), &awsec2.VpcProps{NatGateways: gateways(1)})
      	awsec2.NewVpc(stack, jsii.String("C"), &props)
      	awsec2.Vpc_FromLookup(stack, jsii.String("D"), &awsec2.VpcLookupOptions{IsDefault: jsii.Bool(true)})
      	lb := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Lb"), nil)
                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
      	secure(lb)
      	other := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Other"), nil)
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^ elb/access-logs-disabled information
      	cfn := other.Node().DefaultChild().(elbv2.CfnLoadBalancer)
      	cfn.SetLoadBalancerAttributes(config.Attributes)
      	last := elbv2.NewApplicationLoadBalancer(stack, jsii.String("Last"), nil)
      	if config.Bucket != nil {
      		last.LogAccessLogs(config.Bucket, nil)
      	}
      }
      `,
      go,
    ));

  it('are those of the same stack in TypeScript', async () => {
    const ids = async (path: string, language: string): Promise<string[]> => {
      const text = await readFile(path, 'utf8');
      return (await findingsIn(text, { language })).map(
        ({ rule, resource }) => `${rule.id} ${resource.name}`,
      );
    };
    const typescript = await ids('examples/cdk/lib/shop-stack.ts', 'typescript');
    assert.ok(typescript.length > 5);
    assert.deepEqual(await ids('examples/cdk-go/shop_stack.go', 'go'), typescript);
  });
});
