const cdk = require('aws-cdk-lib');
const lambda = require('aws-cdk-lib/aws-lambda');
const { SqsEventSource } = require('aws-cdk-lib/aws-lambda-event-sources');

function worker(scope, id, queue) {
  const fn = new lambda.Function(scope, id, {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: lambda.Code.fromInline('exports.handler = () => 1'),
    timeout: cdk.Duration.minutes(1),
  });
  fn.addEventSource(new SqsEventSource(queue));
  return fn;
}

module.exports = { worker };
