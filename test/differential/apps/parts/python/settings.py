HOSTED_ZONE_ID = "Z0123456789ABC"
REGIONS = {"us-east-1": "192.0.2.10", "eu-west-1": "192.0.2.20"}
