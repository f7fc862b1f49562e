using Amazon.CDK;
using Amazon.CDK.AWS.Apigatewayv2;
using Amazon.CDK.AWS.Athena;
using Amazon.CDK.AWS.DynamoDB;
using Amazon.CDK.AWS.EC2;
using Amazon.CDK.AWS.ElasticLoadBalancingV2;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Lambda.EventSources;
using Amazon.CDK.AWS.RDS;
using Amazon.CDK.AWS.Route53;
using Amazon.CDK.AWS.S3;
using Amazon.CDK.AWS.S3.Notifications;
using Amazon.CDK.AWS.SQS;
using Constructs;

namespace Shop;

/// <summary>Kumo Shop takes orders, prints parcel labels and counts what was sold.</summary>
public class ShopStack : Stack
{
    public ShopStack(Construct scope, string id, IStackProps props = null) : base(scope, id, props)
    {
        var vpc = new Vpc(this, "Network", new VpcProps { MaxAzs = 2, NatGateways = 1 });

        FrontDoor(vpc);
        Catalogue(vpc);
        Orders();
        Labels();
    }

    /// <summary>What customers see: a web page and, if all else fails, the note that we are closed.</summary>
    private void FrontDoor(IVpc vpc)
    {
        var loadBalancer = new ApplicationLoadBalancer(this, "ShopLoadBalancer", new ApplicationLoadBalancerProps
        {
            Vpc = vpc,
            InternetFacing = true,
        });
        loadBalancer.AddListener("Web", new BaseApplicationListenerProps
        {
            Port = 80,
            DefaultAction = ListenerAction.Redirect(new RedirectOptions { Protocol = "HTTPS", Port = "443" }),
        });

        var zone = new PublicHostedZone(this, "Zone", new PublicHostedZoneProps { ZoneName = "shop.example.com" });
        new CfnRecordSet(this, "ShopAddress", new CfnRecordSetProps
        {
            HostedZoneId = zone.HostedZoneId,
            Name = "www.shop.example.com",
            Type = "A",
            Ttl = "60",
            SetIdentifier = "shop",
            Failover = "PRIMARY",
            ResourceRecords = new[] { "198.51.100.20" },
        });
        new CfnRecordSet(this, "ClosedPageAddress", new CfnRecordSetProps
        {
            HostedZoneId = zone.HostedZoneId,
            Name = "www.shop.example.com",
            Type = "A",
            Ttl = "60",
            SetIdentifier = "closed-page",
            Failover = "SECONDARY",
            ResourceRecords = new[] { "203.0.113.10" },
        });
    }

    /// <summary>Products and prices live in PostgreSQL; the search server keeps its index on a large disk.</summary>
    private void Catalogue(IVpc vpc)
    {
        new DatabaseInstance(this, "CatalogueDatabase", new DatabaseInstanceProps
        {
            Vpc = vpc,
            Engine = DatabaseInstanceEngine.Postgres(new PostgresInstanceEngineProps
            {
                Version = PostgresEngineVersion.VER_16,
            }),
            InstanceType = Amazon.CDK.AWS.EC2.InstanceType.Of(InstanceClass.R7I, InstanceSize.LARGE),
            AllocatedStorage = 200,
            StorageType = StorageType.STANDARD,
        });

        var searchServer = new Instance_(this, "SearchServer", new Amazon.CDK.AWS.EC2.InstanceProps
        {
            Vpc = vpc,
            InstanceType = Amazon.CDK.AWS.EC2.InstanceType.Of(InstanceClass.R7I, InstanceSize.LARGE),
            MachineImage = MachineImage.LatestAmazonLinux2023(),
            BlockDevices = new[]
            {
                new BlockDevice
                {
                    DeviceName = "/dev/xvda",
                    Volume = BlockDeviceVolume.Ebs(500, new EbsDeviceOptions { VolumeType = EbsDeviceVolumeType.ST1 }),
                },
            },
        });
        searchServer.UserData.AddCommands("dnf install -y opensearch", "systemctl enable --now opensearch");
        searchServer.Connections.AllowFromAnyIpv4(Port.SSH, "Developers log in");
    }

    /// <summary>Orders come in through the API and go on from the table.</summary>
    private void Orders()
    {
        new HttpApi(this, "OrderApi");
        var table = new TableV2(this, "Orders", new TablePropsV2
        {
            PartitionKey = new Attribute { Name = "orderId", Type = AttributeType.STRING },
        });
        Worker("CountSales").AddEventSource(new DynamoEventSource(table, new DynamoEventSourceProps
        {
            StartingPosition = StartingPosition.TRIM_HORIZON,
            RetryAttempts = 3,
        }));

        new CfnWorkGroup(this, "MonthlyFigures", new CfnWorkGroupProps
        {
            Name = "monthly-figures",
            WorkGroupConfiguration = new CfnWorkGroup.WorkGroupConfigurationProperty
            {
                PublishCloudWatchMetricsEnabled = true,
            },
        });
    }

    /// <summary>A parcel label is a file; printing it starts when it is written.</summary>
    private void Labels()
    {
        var labels = new Bucket(this, "ParcelLabels", new BucketProps { EnforceSSL = true });
        var toPrint = new Queue(this, "LabelsToPrint", new QueueProps { VisibilityTimeout = Duration.Seconds(60) });
        labels.AddObjectCreatedNotification(new SqsDestination(toPrint), new NotificationKeyFilter { Suffix = ".pdf" });
        Worker("PrintLabels").AddEventSource(new SqsEventSource(toPrint));
    }

    private Function Worker(string name)
    {
        return new Function(this, name, new FunctionProps
        {
            Runtime = Runtime.NODEJS_22_X,
            Handler = "index.handler",
            Code = Code.FromInline("exports.handler = async () => {};"),
            Timeout = Duration.Seconds(30),
        });
    }
}
