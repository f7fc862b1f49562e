from aws_cdk import (
    Duration,
    Stack,
    aws_athena as athena,
    aws_dynamodb as dynamodb,
    aws_ec2 as ec2,
    aws_elasticloadbalancingv2 as elbv2,
    aws_lambda as lambda_,
    aws_rds as rds,
    aws_route53 as route53,
    aws_s3 as s3,
    aws_s3_notifications as s3n,
    aws_sqs as sqs,
)
from aws_cdk.aws_apigatewayv2 import HttpApi
from aws_cdk.aws_lambda_event_sources import DynamoEventSource, SqsEventSource
from constructs import Construct


class ShopStack(Stack):
    """Kumo Shop takes orders, prints parcel labels and counts what was sold."""

    def __init__(self, scope: Construct, construct_id: str, **kwargs) -> None:
        super().__init__(scope, construct_id, **kwargs)

        vpc = ec2.Vpc(self, "Network", max_azs=2, nat_gateways=1)

        self._front_door(vpc)
        self._catalogue(vpc)
        self._orders()
        self._labels()

    def _front_door(self, vpc: ec2.Vpc) -> None:
        """What customers see: a web page and, if all else fails, the note that we are closed."""
        load_balancer = elbv2.ApplicationLoadBalancer(
            self,
            "ShopLoadBalancer",
            vpc=vpc,
            internet_facing=True,
        )
        load_balancer.add_listener(
            "Web",
            port=80,
            default_action=elbv2.ListenerAction.redirect(protocol="HTTPS", port="443"),
        )

        zone = route53.PublicHostedZone(self, "Zone", zone_name="shop.example.com")
        route53.CfnRecordSet(
            self,
            "ShopAddress",
            hosted_zone_id=zone.hosted_zone_id,
            name="www.shop.example.com",
            type="A",
            ttl="60",
            set_identifier="shop",
            failover="PRIMARY",
            resource_records=["198.51.100.20"],
        )
        route53.CfnRecordSet(
            self,
            "ClosedPageAddress",
            hosted_zone_id=zone.hosted_zone_id,
            name="www.shop.example.com",
            type="A",
            ttl="60",
            set_identifier="closed-page",
            failover="SECONDARY",
            resource_records=["203.0.113.10"],
        )

    def _catalogue(self, vpc: ec2.Vpc) -> None:
        """Products and prices live in PostgreSQL; the search server keeps its index on a large disk."""
        rds.DatabaseInstance(
            self,
            "CatalogueDatabase",
            vpc=vpc,
            engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_16),
            instance_type=ec2.InstanceType.of(ec2.InstanceClass.R7I, ec2.InstanceSize.LARGE),
            allocated_storage=200,
            storage_type=rds.StorageType.STANDARD,
        )

        search_server = ec2.Instance(
            self,
            "SearchServer",
            vpc=vpc,
            instance_type=ec2.InstanceType.of(ec2.InstanceClass.R7I, ec2.InstanceSize.LARGE),
            machine_image=ec2.MachineImage.latest_amazon_linux2023(),
            block_devices=[
                ec2.BlockDevice(
                    device_name="/dev/xvda",
                    volume=ec2.BlockDeviceVolume.ebs(500, volume_type=ec2.EbsDeviceVolumeType.ST1),
                ),
            ],
        )
        search_server.user_data.add_commands(
            "dnf install -y opensearch",
            "systemctl enable --now opensearch",
        )
        search_server.connections.allow_from_any_ipv4(ec2.Port.SSH, "Developers log in")

    def _orders(self) -> None:
        """Orders come in through the API and go on from the table."""
        HttpApi(self, "OrderApi")
        table = dynamodb.TableV2(
            self,
            "Orders",
            partition_key=dynamodb.Attribute(name="orderId", type=dynamodb.AttributeType.STRING),
        )
        self._worker("CountSales").add_event_source(
            DynamoEventSource(
                table,
                starting_position=lambda_.StartingPosition.TRIM_HORIZON,
                retry_attempts=3,
            )
        )

        athena.CfnWorkGroup(
            self,
            "MonthlyFigures",
            name="monthly-figures",
            work_group_configuration=athena.CfnWorkGroup.WorkGroupConfigurationProperty(
                publish_cloud_watch_metrics_enabled=True,
            ),
        )

    def _labels(self) -> None:
        """A parcel label is a file; printing it starts when it is written."""
        labels = s3.Bucket(self, "ParcelLabels", enforce_ssl=True)
        to_print = sqs.Queue(self, "LabelsToPrint", visibility_timeout=Duration.seconds(60))
        labels.add_object_created_notification(
            s3n.SqsDestination(to_print),
            s3.NotificationKeyFilter(suffix=".pdf"),
        )
        self._worker("PrintLabels").add_event_source(SqsEventSource(to_print))

    def _worker(self, name: str) -> lambda_.Function:
        return lambda_.Function(
            self,
            name,
            runtime=lambda_.Runtime.NODEJS_22_X,
            handler="index.handler",
            code=lambda_.Code.from_inline("exports.handler = async () => {};"),
            timeout=Duration.seconds(30),
        )
