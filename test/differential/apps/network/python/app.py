import aws_cdk as cdk
from aws_cdk import (
    aws_ec2 as ec2,
    aws_ecs as ecs,
    aws_elasticloadbalancing as elb,
    aws_elasticloadbalancingv2 as elbv2,
    aws_opensearchservice as opensearch,
    aws_rds as rds,
    aws_route53 as route53,
)
from aws_cdk.aws_ecs_patterns import (
    ApplicationLoadBalancedFargateService,
    ApplicationLoadBalancedTaskImageOptions,
)
from aws_cdk.aws_s3 import Bucket, BucketEncryption
from sizes import COLD_DISK, GATEWAYS, SMALL_DISK


class Network(cdk.Stack):
    def __init__(self, scope, construct_id, **kwargs):
        super().__init__(scope, construct_id, **kwargs)
        self._ssh = ec2.Port.tcp(22)
        common = {"max_azs": 3, "restrict_default_security_group": False}
        self.vpc = ec2.Vpc(self, "Vpc", nat_gateways=GATEWAYS["test"], **common)
        ec2.Vpc(self, "Redundant", **common)
        self._open_doors()
        self._balancers()
        self._servers()
        self._records()

    def _open_doors(self):
        group = ec2.SecurityGroup(self, "Doors", vpc=self.vpc)
        group.add_ingress_rule(ec2.Peer.any_ipv4(), self._ssh, "from everywhere")
        closed = ec2.SecurityGroup(self, "Closed", vpc=self.vpc)
        closed.add_ingress_rule(ec2.Peer.ipv4("10.0.0.0/8"), self._ssh)
        for name in ["East", "West"]:
            each = ec2.SecurityGroup(self, f"Gate{name}", vpc=self.vpc)
            each.add_ingress_rule(ec2.Peer.any_ipv6(), ec2.Port.tcp_range(20, 30))
        gates = [
            ec2.SecurityGroup(self, f"Gate{name}", vpc=self.vpc)
            for name in ["North", "South", "Back"]
        ]
        gates[1].add_ingress_rule(ec2.Peer.any_ipv4(), self._ssh)
        for each in gates:
            each.add_ingress_rule(ec2.Peer.any_ipv6(), ec2.Port.tcp(3389))
        ec2.CfnSecurityGroup(
            self,
            "Listed",
            group_description="of a list",
            security_group_ingress=[
                ec2.CfnSecurityGroup.IngressProperty(
                    cidr_ip=cidr, ip_protocol="tcp", from_port=22, to_port=22
                )
                for cidr in ["10.0.0.0/8", "0.0.0.0/0"]
            ],
        )

    def _balancers(self):
        vpc = self.vpc
        elbv2.ApplicationLoadBalancer(self, "Silent", vpc=vpc, internet_facing=True)
        logged = elbv2.ApplicationLoadBalancer(self, "Logged", vpc=vpc)
        logged.log_access_logs(Bucket(self, "Logs"))
        encrypted = Bucket(self, "Encrypted", encryption=BucketEncryption.KMS_MANAGED)
        refused = elbv2.ApplicationLoadBalancer(self, "Refused", vpc=vpc)
        refused.log_access_logs(encrypted, "alb")
        passing = elbv2.NetworkLoadBalancer(self, "Passing", vpc=vpc)
        passing.log_access_logs(Bucket(self, "Empty"))
        passing.add_listener("Tcp", port=80, default_action=self._forward("TcpTargets"))
        secret = elbv2.NetworkLoadBalancer(self, "Secret", vpc=vpc)
        certificate = "arn:aws:acm:us-east-1:111122223333:certificate/x"
        secret.add_listener(
            "Tls",
            port=443,
            certificates=[elbv2.ListenerCertificate.from_arn(certificate)],
            default_action=self._forward("TlsTargets"),
        )
        elb.LoadBalancer(self, "Classic", vpc=vpc)
        image = ecs.ContainerImage.from_registry("nginx")
        ApplicationLoadBalancedFargateService(
            self,
            "Web",
            vpc=vpc,
            task_image_options=ApplicationLoadBalancedTaskImageOptions(image=image),
        )
        pattern = ApplicationLoadBalancedFargateService(
            self,
            "LoggedWeb",
            vpc=vpc,
            task_image_options=ApplicationLoadBalancedTaskImageOptions(image=image),
        )
        pattern.load_balancer.log_access_logs(Bucket(self, "WebLogs"))

    def _forward(self, name):
        return elbv2.NetworkListenerAction.forward(
            [elbv2.NetworkTargetGroup(self, name, vpc=self.vpc, port=80)]
        )

    def _servers(self):
        machine = {
            "vpc": self.vpc,
            "machine_image": ec2.MachineImage.latest_amazon_linux2023(),
            "instance_type": ec2.InstanceType.of(ec2.InstanceClass.T3, ec2.InstanceSize.MICRO),
        }
        ec2.Instance(
            self,
            "Starting",
            block_devices=[
                ec2.BlockDevice(
                    device_name="/dev/xvda",
                    volume=ec2.BlockDeviceVolume.ebs(500, volume_type=ec2.EbsDeviceVolumeType.ST1),
                ),
                ec2.BlockDevice(
                    device_name="/dev/sdf",
                    volume=ec2.BlockDeviceVolume.ebs(SMALL_DISK, volume_type=COLD_DISK),
                ),
            ],
            **machine,
        )
        ec2.Instance(
            self,
            "Fine",
            block_devices=[self._disk("/dev/xvda", 50, ec2.EbsDeviceVolumeType.GP3)],
            instance_initiated_shutdown_behavior=ec2.InstanceInitiatedShutdownBehavior.TERMINATE,
            **machine,
        )
        ec2.Volume(
            self,
            "PostgresData",
            availability_zone=self.availability_zones[0],
            size=cdk.Size.tebibytes(1),
            volume_type=ec2.EbsDeviceVolumeType.ST1,
        )
        ec2.CfnVolume(
            self,
            "Raw",
            availability_zone="us-east-1a",
            volume_type="st1",
            size=500,
            iops=3000,
        )
        ec2.CfnVolume(self, "Old", availability_zone="us-east-1a", volume_type="standard", size=100)
        rds.DatabaseInstance(
            self,
            "Db",
            vpc=self.vpc,
            engine=rds.DatabaseInstanceEngine.postgres(version=rds.PostgresEngineVersion.VER_16),
            storage_type=rds.StorageType.STANDARD,
        )
        opensearch.Domain(
            self,
            "Search",
            version=opensearch.EngineVersion.OPENSEARCH_2_11,
            ebs=opensearch.EbsOptions(volume_type=ec2.EbsDeviceVolumeType.STANDARD, volume_size=20),
        )

    @staticmethod
    def _disk(device_name, size, volume_type):
        volume = ec2.BlockDeviceVolume.ebs(size, volume_type=volume_type)
        return ec2.BlockDevice(device_name=device_name, volume=volume)

    def _records(self):
        zone = route53.PublicHostedZone(self, "Zone", zone_name="example.com")
        target = route53.RecordTarget.from_ip_addresses("192.0.2.1")
        for index, weight in enumerate([50, 50]):
            route53.ARecord(
                self,
                f"Weighted{index}",
                zone=zone,
                record_name="w.example.com.",
                target=target,
                weight=weight,
            )
        route53.HealthCheck(
            self,
            "Private",
            type=route53.HealthCheckType.HTTP,
            ip_address="10.0.0.5",
            port=80,
        )
        route53.CfnRecordSet(
            self,
            "Lonely",
            hosted_zone_id=zone.hosted_zone_id,
            name="f.example.com.",
            type="A",
            ttl="60",
            resource_records=["192.0.2.1"],
            failover="PRIMARY",
            set_identifier="one",
        )


app = cdk.App()
Network(app, "Network", env=cdk.Environment(account="111122223333", region="us-east-1"))
app.synth()
