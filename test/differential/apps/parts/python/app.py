import aws_cdk as cdk
from aws_cdk import (
    aws_amazonmq as amazonmq,
    aws_ec2 as ec2,
    aws_elasticloadbalancingv2 as elbv2,
    aws_lambda as lambda_,
    aws_route53 as route53,
    aws_s3 as s3,
)
from settings import HOSTED_ZONE_ID, REGIONS
from zone import Zone


class Parts(cdk.Stack):
    def __init__(self, scope, construct_id, *, maintained=False):
        super().__init__(scope, construct_id)
        vpc = ec2.CfnVPC(self, "Vpc", cidr_block="10.0.0.0/16")
        first = Zone(self, "First", vpc_id=vpc.ref, availability_zone="us-east-1a", block=0)
        second = Zone(self, "Second", vpc_id=vpc.ref, availability_zone="us-east-1b", block=1)
        first.leave_through(first.nat)
        second.leave_through(first.nat)
        self._regional(vpc)
        self._host(vpc, maintained)
        self._balancers([first.outer.ref, second.outer.ref])
        self._names()
        self._uploads()

        for name, deployment_mode in [("Single", "SINGLE_INSTANCE"), ("Pair", "ACTIVE_STANDBY_MULTI_AZ")]:
            amazonmq.CfnBroker(
                self,
                name,
                broker_name=name,
                deployment_mode=deployment_mode,
                engine_type="ACTIVEMQ",
                host_instance_type="mq.m5.large",
                publicly_accessible=False,
                users=[],
            )

    def _regional(self, vpc):
        address = ec2.CfnEIP(self, "RegionalAddress", domain="vpc")
        nat = ec2.CfnNatGateway(
            self,
            "Regional",
            availability_mode="regional",
            vpc_id=vpc.ref,
            availability_zone_addresses=[
                ec2.CfnNatGateway.AvailabilityZoneAddressProperty(
                    availability_zone="us-east-1a",
                    allocation_ids=[address.attr_allocation_id],
                )
            ],
        )
        zone = Zone(self, "Third", vpc_id=vpc.ref, availability_zone="us-east-1c", block=2)
        zone.leave_through(nat)

    def _host(self, vpc, maintained):
        web = ec2.CfnSecurityGroup(
            self,
            "Web",
            group_description="HTTPS for everyone",
            vpc_id=vpc.ref,
            security_group_ingress=[
                {"ipProtocol": "tcp", "fromPort": 443, "toPort": 443, "cidrIp": "0.0.0.0/0"},
            ],
        )
        if maintained:
            ec2.CfnSecurityGroupIngress(
                self,
                "Maintenance",
                group_id=web.attr_group_id,
                ip_protocol="tcp",
                from_port=22,
                to_port=22,
                cidr_ip="10.0.0.0/8",
            )
        ec2.CfnInstance(
            self,
            "Host",
            image_id="ami-12345678",
            instance_type="t4g.small",
            key_name="my-key",
            security_group_ids=[web.attr_group_id],
        )

    def _balancers(self, subnets):
        logging = elbv2.CfnLoadBalancer.LoadBalancerAttributeProperty(
            key="access_logs.s3.enabled", value="true"
        )
        logs = s3.CfnBucket(self, "Logs")
        logged = elbv2.CfnLoadBalancer(
            self,
            "Logged",
            subnets=subnets,
            load_balancer_attributes=[
                logging,
                elbv2.CfnLoadBalancer.LoadBalancerAttributeProperty(
                    key="access_logs.s3.bucket", value=logs.ref
                ),
            ],
        )
        elbv2.CfnLoadBalancer(self, "Nowhere", subnets=subnets, load_balancer_attributes=[logging])
        for kind in ["gateway", "network"]:
            elbv2.CfnLoadBalancer(
                self,
                f"Inspection-{kind}",
                type=kind,
                subnets=subnets,
                load_balancer_attributes=[
                    logging,
                    {"key": "access_logs.s3.bucket", "value": "central-logs"},
                ],
            )
        route53.CfnRecordSet(
            self,
            "Primary",
            hosted_zone_id=HOSTED_ZONE_ID,
            name="www.example.com",
            type="A",
            set_identifier="primary",
            failover="PRIMARY",
            alias_target=route53.CfnRecordSet.AliasTargetProperty(
                dns_name=logged.attr_dns_name,
                hosted_zone_id=logged.attr_canonical_hosted_zone_id,
                evaluate_target_health=False,
            ),
        )

    def _names(self):
        for region, address in REGIONS.items():
            route53.CfnRecordSet(
                self,
                f"Api-{region}",
                hosted_zone_id=HOSTED_ZONE_ID,
                name="api.example.com",
                type="A",
                ttl="60",
                region=region,
                resource_records=[address],
            )

    def _uploads(self):
        resize = lambda_.CfnFunction(
            self,
            "Resize",
            runtime="nodejs22.x",
            handler="index.handler",
            code={"zipFile": "exports.handler = () => 1"},
            role=f"arn:aws:iam::{self.account}:role/resize",
        )
        for shard in range(2):
            s3.CfnBucket(
                self,
                f"Uploads{shard}",
                versioning_configuration={"status": "Suspended" if shard == 0 else "Enabled"},
                notification_configuration={
                    "lambdaConfigurations": [{"event": "s3:ObjectCreated:*", "function": resize.attr_arn}],
                },
            )


app = cdk.App()
Parts(app, "Parts")
app.synth()
