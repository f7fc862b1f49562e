exports.hostedZoneId = 'Z0123456789ABC';
exports.regions = { 'us-east-1': '192.0.2.10', 'eu-west-1': '192.0.2.20' };
