import { aws_ec2 as ec2 } from 'aws-cdk-lib';

export const smallDisk = 20;
export const coldDisk = ec2.EbsDeviceVolumeType.SC1;
export const gateways = { test: 1, production: 2 };
