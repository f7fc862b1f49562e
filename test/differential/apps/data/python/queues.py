from aws_cdk import Duration, aws_lambda as lambda_
from aws_cdk.aws_lambda_event_sources import SqsEventSource


def worker(scope, id, queue):
    fn = lambda_.Function(
        scope, id,
        runtime=lambda_.Runtime.NODEJS_22_X,
        handler="index.handler",
        code=lambda_.Code.from_inline("exports.handler = () => 1"),
        timeout=Duration.minutes(1),
    )
    fn.add_event_source(SqsEventSource(queue))
    return fn
