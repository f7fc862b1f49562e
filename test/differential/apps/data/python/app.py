import os
from pathlib import Path

import aws_cdk as cdk
from aws_cdk import (
    Duration,
    aws_amazonmq as amazonmq,
    aws_apigateway as apigateway,
    aws_apigatewayv2 as apigatewayv2,
    aws_appsync as appsync,
    aws_athena as athena,
    aws_dynamodb as dynamodb,
    aws_lambda as lambda_,
    aws_redshift as redshift,
    aws_s3 as s3,
    aws_s3_notifications as s3n,
    aws_sqs as sqs,
)
from aws_cdk.aws_lambda_event_sources import DynamoEventSource, SqsEventSource

from queues import worker


class Data(cdk.Stack):
    def __init__(self, scope, id, **kwargs):
        super().__init__(scope, id, **kwargs)

        partition_key = dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING)
        orders = dynamodb.Table(
            self, "Orders",
            partition_key=partition_key,
            stream=dynamodb.StreamViewType.NEW_IMAGE,
        )
        silent = dynamodb.TableV2(self, "Silent", partition_key=partition_key)
        common = dict(
            runtime=lambda_.Runtime.PYTHON_3_12,
            handler="index.handler",
            code=lambda_.Code.from_inline("x"),
        )
        latest = lambda_.StartingPosition.LATEST
        for name in ["First", "Second", "Third"]:
            fn = lambda_.Function(self, name, **common)
            fn.add_event_source(DynamoEventSource(orders, starting_position=latest))
        self.reader = lambda_.Function(self, "Reader", **common)
        self.reader.add_event_source(DynamoEventSource(silent, starting_position=latest, retry_attempts=2))

        jobs = sqs.Queue(self, "Jobs", visibility_timeout=Duration.seconds(90))
        worker(self, "Worker", jobs)
        self.dead = sqs.Queue(self, "Dead")
        safe = sqs.Queue(
            self, "Safe",
            visibility_timeout=Duration.minutes(6),
            dead_letter_queue=sqs.DeadLetterQueue(queue=self.dead, max_receive_count=3),
        )
        self.reader.add_event_source(SqsEventSource(safe))
        self._buckets()
        self._apis(f"{id}-api")
        self._others(orders)

    def _buckets(self):
        uploads = s3.Bucket(self, "Uploads")
        uploads.add_event_notification(s3.EventType.OBJECT_CREATED, s3n.LambdaDestination(self.reader))
        versions = s3.Bucket(self, "Versions", versioned=True)
        versions.add_object_created_notification(s3n.SqsDestination(self.dead))
        ordered = sqs.Queue(self, "Ordered", fifo=True)
        s3.Bucket(self, "ToOrdered", versioned=True).add_event_notification(
            s3.EventType.OBJECT_CREATED, s3n.SqsDestination(ordered)
        )
        s3.Bucket.from_bucket_name(self, "Known", "known").add_event_notification(
            s3.EventType.OBJECT_CREATED, s3n.SqsDestination(self.dead)
        )

    def _apis(self, name: str):
        api = apigateway.RestApi(self, "Api", rest_api_name=name)
        api.root.add_method("GET")
        limited = apigateway.RestApi(
            self, "Limited",
            deploy_options=apigateway.StageOptions(throttling_rate_limit=10, throttling_burst_limit=20),
        )
        limited.root.add_method("GET")
        stopped = apigateway.RestApi(
            self, "Stopped",
            deploy_options={"throttling_rate_limit": 0, "throttling_burst_limit": 0},
        )
        stopped.root.add_method("GET")
        apigateway.LambdaRestApi(self, "Proxy", handler=self.reader)
        apigatewayv2.HttpApi(self, "Http")
        staged = apigatewayv2.HttpApi(self, "Staged", create_default_stage=False)
        apigatewayv2.HttpStage(
            self, "Stage",
            http_api=staged,
            throttle=apigatewayv2.ThrottleSettings(rate_limit=1, burst_limit=2),
        )

    def _others(self, orders):
        graph = appsync.CfnGraphQLApi(self, "Graph", name="graph", authentication_type="API_KEY")
        appsync.CfnGraphQLSchema(
            self, "Schema", api_id=graph.attr_api_id, definition="type Query { order: String }"
        )
        appsync.CfnDataSource(
            self, "Source",
            api_id=graph.attr_api_id,
            name="orders",
            type="AMAZON_DYNAMODB",
            dynamo_db_config=appsync.CfnDataSource.DynamoDBConfigProperty(
                aws_region=self.region, table_name=orders.table_name
            ),
        )
        board = appsync.GraphqlApi(
            self, "Board",
            name="board",
            definition=appsync.Definition.from_file(os.path.join(os.path.dirname(__file__), "schema.graphql")),
        )
        board.add_dynamo_db_data_source("Cards", orders)
        appsync.GraphqlApi(
            self, "Prices",
            name="prices",
            definition=appsync.Definition.from_file(str(Path(__file__).parent / "schema.graphql")),
        )
        athena.CfnWorkGroup(self, "Queries", name="queries")
        athena.CfnWorkGroup(
            self, "Bounded",
            name="bounded",
            work_group_configuration=athena.CfnWorkGroup.WorkGroupConfigurationProperty(
                bytes_scanned_cutoff_per_query=10 * 1024**3
            ),
        )
        redshift.CfnCluster(
            self, "Warehouse",
            cluster_type="single-node",
            db_name="warehouse",
            master_username="admin",
            manage_master_password=True,
            node_type="dc2.large",
        )
        amazonmq.CfnBroker(
            self, "Broker",
            broker_name="broker",
            deployment_mode="CLUSTER_MULTI_AZ",
            engine_type="ACTIVEMQ",
            engine_version="5.18",
            host_instance_type="mq.m5.large",
            publicly_accessible=False,
            users=[],
        )


app = cdk.App()
Data(app, "Data")
app.synth()
