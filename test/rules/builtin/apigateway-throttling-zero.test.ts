import { suite } from '../suite.ts';

suite('apigateway/throttling-zero', {
  'finds a zero wherever a limit can stand': `
    Resources:
      Rest:
        Type: AWS::ApiGateway::Stage
        Properties:
          MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 0 }]
                                                                                       ^ apigateway/throttling-zero warning
      Http:
        Type: AWS::ApiGatewayV2::Stage
        Properties:
          RouteSettings: { 'GET /': { ThrottlingBurstLimit: '0' } }
                                                            ^^^ apigateway/throttling-zero warning
          DefaultRouteSettings: { ThrottlingRateLimit: 5, ThrottlingBurstLimit: !Ref Burst }
      Plan:
        Type: AWS::ApiGateway::UsagePlan
        Properties:
          Throttle: { RateLimit: !If [Closed, 0, 10], BurstLimit: 5 }
                                 ^^^^^^^^^^^^^^^^^^^ apigateway/throttling-zero information
  `,
});
