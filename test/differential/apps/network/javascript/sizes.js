const { aws_ec2: ec2 } = require('aws-cdk-lib');

exports.smallDisk = 20;
exports.coldDisk = ec2.EbsDeviceVolumeType.SC1;
exports.gateways = { test: 1, production: 2 };
