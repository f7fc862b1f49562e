package shop;

import java.util.List;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.HttpApi;
import software.amazon.awscdk.services.athena.CfnWorkGroup;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.TableV2;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.Instance;
import software.amazon.awscdk.services.ec2.InstanceClass;
import software.amazon.awscdk.services.ec2.InstanceSize;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerAction;
import software.amazon.awscdk.services.elasticloadbalancingv2.RedirectOptions;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.StartingPosition;
import software.amazon.awscdk.services.lambda.eventsources.DynamoEventSource;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.amazon.awscdk.services.route53.PublicHostedZone;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.NotificationKeyFilter;
import software.amazon.awscdk.services.s3.notifications.SqsDestination;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** Kumo Shop takes orders, prints parcel labels and counts what was sold. */
public class ShopStack extends Stack {
    public ShopStack(final Construct scope, final String id) {
        super(scope, id);

        Vpc vpc = Vpc.Builder.create(this, "Network").maxAzs(2).natGateways(1).build();

        frontDoor(vpc);
        catalogue(vpc);
        orders();
        labels();
    }

    /** What customers see: a web page and, if all else fails, the note that we are closed. */
    private void frontDoor(final Vpc vpc) {
        ApplicationLoadBalancer loadBalancer = ApplicationLoadBalancer.Builder.create(this, "ShopLoadBalancer")
                .vpc(vpc)
                .internetFacing(true)
                .build();
        loadBalancer.addListener("Web", BaseApplicationListenerProps.builder()
                .port(80)
                .defaultAction(ListenerAction.redirect(
                        RedirectOptions.builder().protocol("HTTPS").port("443").build()))
                .build());

        PublicHostedZone zone = PublicHostedZone.Builder.create(this, "Zone").zoneName("shop.example.com").build();
        CfnRecordSet.Builder.create(this, "ShopAddress")
                .hostedZoneId(zone.getHostedZoneId())
                .name("www.shop.example.com")
                .type("A")
                .ttl("60")
                .setIdentifier("shop")
                .failover("PRIMARY")
                .resourceRecords(List.of("198.51.100.20"))
                .build();
        CfnRecordSet.Builder.create(this, "ClosedPageAddress")
                .hostedZoneId(zone.getHostedZoneId())
                .name("www.shop.example.com")
                .type("A")
                .ttl("60")
                .setIdentifier("closed-page")
                .failover("SECONDARY")
                .resourceRecords(List.of("203.0.113.10"))
                .build();
    }

    /** Products and prices live in PostgreSQL; the search server keeps its index on a large disk. */
    private void catalogue(final Vpc vpc) {
        DatabaseInstance.Builder.create(this, "CatalogueDatabase")
                .vpc(vpc)
                .engine(DatabaseInstanceEngine.postgres(
                        PostgresInstanceEngineProps.builder().version(PostgresEngineVersion.VER_16).build()))
                .instanceType(InstanceType.of(InstanceClass.R7I, InstanceSize.LARGE))
                .allocatedStorage(200)
                .storageType(StorageType.STANDARD)
                .build();

        Instance searchServer = Instance.Builder.create(this, "SearchServer")
                .vpc(vpc)
                .instanceType(InstanceType.of(InstanceClass.R7I, InstanceSize.LARGE))
                .machineImage(MachineImage.latestAmazonLinux2023())
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                500, EbsDeviceOptions.builder().volumeType(EbsDeviceVolumeType.ST1).build()))
                        .build()))
                .build();
        searchServer.getUserData().addCommands("dnf install -y opensearch", "systemctl enable --now opensearch");
        searchServer.getConnections().allowFromAnyIpv4(Port.SSH, "Developers log in");
    }

    /** Orders come in through the API and go on from the table. */
    private void orders() {
        new HttpApi(this, "OrderApi");
        TableV2 table = TableV2.Builder.create(this, "Orders")
                .partitionKey(Attribute.builder().name("orderId").type(AttributeType.STRING).build())
                .build();
        worker("CountSales").addEventSource(DynamoEventSource.Builder.create(table)
                .startingPosition(StartingPosition.TRIM_HORIZON)
                .retryAttempts(3)
                .build());

        CfnWorkGroup.Builder.create(this, "MonthlyFigures")
                .name("monthly-figures")
                .workGroupConfiguration(CfnWorkGroup.WorkGroupConfigurationProperty.builder()
                        .publishCloudWatchMetricsEnabled(true)
                        .build())
                .build();
    }

    /** A parcel label is a file; printing it starts when it is written. */
    private void labels() {
        Bucket labels = Bucket.Builder.create(this, "ParcelLabels").enforceSsl(true).build();
        Queue toPrint =
                Queue.Builder.create(this, "LabelsToPrint").visibilityTimeout(Duration.seconds(60)).build();
        labels.addObjectCreatedNotification(
                new SqsDestination(toPrint), NotificationKeyFilter.builder().suffix(".pdf").build());
        worker("PrintLabels").addEventSource(new SqsEventSource(toPrint));
    }

    private Function worker(final String name) {
        return Function.Builder.create(this, name)
                .runtime(Runtime.NODEJS_22_X)
                .handler("index.handler")
                .code(Code.fromInline("exports.handler = async () => {};"))
                .timeout(Duration.seconds(30))
                .build();
    }
}
