package main

import (
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsapigatewayv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsathena"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsdynamodb"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	elbv2 "github.com/aws/aws-cdk-go/awscdk/v2/awselasticloadbalancingv2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awslambda"
	sources "github.com/aws/aws-cdk-go/awscdk/v2/awslambdaeventsources"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsrds"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsroute53"
	"github.com/aws/aws-cdk-go/awscdk/v2/awss3"
	s3n "github.com/aws/aws-cdk-go/awscdk/v2/awss3notifications"
	"github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
	"github.com/aws/constructs-go/constructs/v10"
	"github.com/aws/jsii-runtime-go"
)

// ShopStack is Kumo Shop: it takes orders, prints parcel labels and counts what was sold.
type ShopStack struct {
	awscdk.Stack
}

// NewShopStack makes the whole shop.
func NewShopStack(scope constructs.Construct, id string, props *awscdk.StackProps) *ShopStack {
	shop := &ShopStack{Stack: awscdk.NewStack(scope, &id, props)}

	vpc := awsec2.NewVpc(shop.Stack, jsii.String("Network"), &awsec2.VpcProps{
		MaxAzs:      jsii.Number(2),
		NatGateways: jsii.Number(1),
	})

	shop.frontDoor(vpc)
	shop.catalogue(vpc)
	shop.orders()
	shop.labels()
	return shop
}

// What customers see: a web page and, if all else fails, the note that we are closed.
func (shop *ShopStack) frontDoor(vpc awsec2.Vpc) {
	loadBalancer := elbv2.NewApplicationLoadBalancer(shop.Stack, jsii.String("ShopLoadBalancer"), &elbv2.ApplicationLoadBalancerProps{
		Vpc:            vpc,
		InternetFacing: jsii.Bool(true),
	})
	loadBalancer.AddListener(jsii.String("Web"), &elbv2.BaseApplicationListenerProps{
		Port: jsii.Number(80),
		DefaultAction: elbv2.ListenerAction_Redirect(&elbv2.RedirectOptions{
			Protocol: jsii.String("HTTPS"),
			Port:     jsii.String("443"),
		}),
	})

	zone := awsroute53.NewPublicHostedZone(shop.Stack, jsii.String("Zone"), &awsroute53.PublicHostedZoneProps{
		ZoneName: jsii.String("shop.example.com"),
	})
	awsroute53.NewCfnRecordSet(shop.Stack, jsii.String("ShopAddress"), &awsroute53.CfnRecordSetProps{
		HostedZoneId:    zone.HostedZoneId(),
		Name:            jsii.String("www.shop.example.com"),
		Type:            jsii.String("A"),
		Ttl:             jsii.String("60"),
		SetIdentifier:   jsii.String("shop"),
		Failover:        jsii.String("PRIMARY"),
		ResourceRecords: jsii.Strings("198.51.100.20"),
	})
	awsroute53.NewCfnRecordSet(shop.Stack, jsii.String("ClosedPageAddress"), &awsroute53.CfnRecordSetProps{
		HostedZoneId:    zone.HostedZoneId(),
		Name:            jsii.String("www.shop.example.com"),
		Type:            jsii.String("A"),
		Ttl:             jsii.String("60"),
		SetIdentifier:   jsii.String("closed-page"),
		Failover:        jsii.String("SECONDARY"),
		ResourceRecords: jsii.Strings("203.0.113.10"),
	})
}

// Products and prices live in PostgreSQL; the search server keeps its index on a large disk.
func (shop *ShopStack) catalogue(vpc awsec2.Vpc) {
	awsrds.NewDatabaseInstance(shop.Stack, jsii.String("CatalogueDatabase"), &awsrds.DatabaseInstanceProps{
		Vpc: vpc,
		Engine: awsrds.DatabaseInstanceEngine_Postgres(&awsrds.PostgresInstanceEngineProps{
			Version: awsrds.PostgresEngineVersion_VER_16(),
		}),
		InstanceType:     awsec2.InstanceType_Of(awsec2.InstanceClass_R7I, awsec2.InstanceSize_LARGE),
		AllocatedStorage: jsii.Number(200),
		StorageType:      awsrds.StorageType_STANDARD,
	})

	searchServer := awsec2.NewInstance(shop.Stack, jsii.String("SearchServer"), &awsec2.InstanceProps{
		Vpc:          vpc,
		InstanceType: awsec2.InstanceType_Of(awsec2.InstanceClass_R7I, awsec2.InstanceSize_LARGE),
		MachineImage: awsec2.MachineImage_LatestAmazonLinux2023(nil),
		BlockDevices: &[]*awsec2.BlockDevice{
			{
				DeviceName: jsii.String("/dev/xvda"),
				Volume: awsec2.BlockDeviceVolume_Ebs(jsii.Number(500), &awsec2.EbsDeviceOptions{
					VolumeType: awsec2.EbsDeviceVolumeType_ST1,
				}),
			},
		},
	})
	searchServer.UserData().AddCommands(
		jsii.String("dnf install -y opensearch"),
		jsii.String("systemctl enable --now opensearch"),
	)
	searchServer.Connections().AllowFromAnyIpv4(awsec2.Port_SSH(), jsii.String("Developers log in"))
}

// Orders come in through the API and go on from the table.
func (shop *ShopStack) orders() {
	awsapigatewayv2.NewHttpApi(shop.Stack, jsii.String("OrderApi"), nil)
	table := awsdynamodb.NewTableV2(shop.Stack, jsii.String("Orders"), &awsdynamodb.TablePropsV2{
		PartitionKey: &awsdynamodb.Attribute{Name: jsii.String("orderId"), Type: awsdynamodb.AttributeType_STRING},
	})
	shop.worker("CountSales").AddEventSource(sources.NewDynamoEventSource(table, &sources.DynamoEventSourceProps{
		StartingPosition: awslambda.StartingPosition_TRIM_HORIZON,
		RetryAttempts:    jsii.Number(3),
	}))

	awsathena.NewCfnWorkGroup(shop.Stack, jsii.String("MonthlyFigures"), &awsathena.CfnWorkGroupProps{
		Name: jsii.String("monthly-figures"),
		WorkGroupConfiguration: &awsathena.CfnWorkGroup_WorkGroupConfigurationProperty{
			PublishCloudWatchMetricsEnabled: jsii.Bool(true),
		},
	})
}

// A parcel label is a file; printing it starts when it is written.
func (shop *ShopStack) labels() {
	labels := awss3.NewBucket(shop.Stack, jsii.String("ParcelLabels"), &awss3.BucketProps{
		EnforceSSL: jsii.Bool(true),
	})
	toPrint := awssqs.NewQueue(shop.Stack, jsii.String("LabelsToPrint"), &awssqs.QueueProps{
		VisibilityTimeout: awscdk.Duration_Seconds(jsii.Number(60)),
	})
	labels.AddObjectCreatedNotification(s3n.NewSqsDestination(toPrint), &awss3.NotificationKeyFilter{
		Suffix: jsii.String(".pdf"),
	})
	shop.worker("PrintLabels").AddEventSource(sources.NewSqsEventSource(toPrint, nil))
}

func (shop *ShopStack) worker(name string) awslambda.Function {
	return awslambda.NewFunction(shop.Stack, &name, &awslambda.FunctionProps{
		Runtime: awslambda.Runtime_NODEJS_22_X(),
		Handler: jsii.String("index.handler"),
		Code:    awslambda.Code_FromInline(jsii.String("exports.handler = async () => {};")),
		Timeout: awscdk.Duration_Seconds(jsii.Number(30)),
	})
}
