from aws_cdk import aws_ec2 as ec2

SMALL_DISK = 20
COLD_DISK = ec2.EbsDeviceVolumeType.SC1
GATEWAYS = {"test": 1, "production": 2}
