import { fixSuite } from './suite.ts';

const limit = {
  rule: 'apigateway/throttling-not-configured',
  title: 'Set throttling limits (you choose the numbers)',
  titleJa: 'スロットリングを設定する(値は入力)',
};

const imports = [
  "import * as apigateway from 'aws-cdk-lib/aws-apigateway';",
  "import * as apigatewayv2 from 'aws-cdk-lib/aws-apigatewayv2';",
].join('\n');

fixSuite('API Gateway', { cdk: imports }, [
  {
    ...limit,
    template: {
      before: `
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc # the shop
              StageName: live
      `,
      after: `
        Resources:
          Live:
            Type: AWS::ApiGateway::Stage
            Properties:
              RestApiId: abc # the shop
              StageName: live
              MethodSettings:
                - HttpMethod: '*'
                  ResourcePath: /*
                  ThrottlingRateLimit: «100»
                  ThrottlingBurstLimit: «200»
      `,
    },
    cdk: {
      before: "new apigateway.RestApi(this, 'Shop', { deployOptions: { stageName: 'live' } });",
      after:
        "new apigateway.RestApi(this, 'Shop', { deployOptions: { stageName: 'live', throttlingRateLimit: «100», throttlingBurstLimit: «200» } });",
    },
  },
  {
    ...limit,
    template: {
      before: `
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: abc
              StageName: live
      `,
      after: `
        Resources:
          Live:
            Type: AWS::ApiGatewayV2::Stage
            Properties:
              ApiId: abc
              StageName: live
              DefaultRouteSettings:
                ThrottlingRateLimit: «100»
                ThrottlingBurstLimit: «200»
      `,
    },
    cdk: {
      before: "new apigatewayv2.CfnStage(this, 'Live', { apiId: 'abc', stageName: 'live' });",
      after:
        "new apigatewayv2.CfnStage(this, 'Live', { apiId: 'abc', stageName: 'live', defaultRouteSettings: { throttlingRateLimit: «100», throttlingBurstLimit: «200» } });",
    },
  },
]);
