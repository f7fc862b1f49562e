import { builtin, checkFindings } from '../findings.ts';

describe('apigateway/throttling-not-configured', () => {
  const rules = builtin('apigateway/throttling-not-configured');

  it('tells of stages that nothing limits', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Rest:
          Type: AWS::ApiGateway::Stage
                ^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties:
            StageName: prod
            MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', LoggingLevel: INFO }]
        Deployment:
          Type: AWS::ApiGateway::Deployment
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { StageName: v1, StageDescription: { LoggingLevel: !Ref Level } }
        Http:
          Type: AWS::ApiGatewayV2::Stage
                ^^^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { StageName: $default, AutoDeploy: true }
        Sam:
          Type: AWS::Serverless::Api
                ^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { StageName: prod }
    `,
      { rules },
    ));

  it('is silent where a stage, a route, a method, a parameter or a condition limits', () =>
    checkFindings(
      `
      Resources:
        Method:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings: [{ HttpMethod: GET, ResourcePath: /orders, ThrottlingBurstLimit: 5 }]
        Parameter:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: !Ref Rate }]
        Conditional:
          Type: AWS::ApiGateway::Stage
          Properties:
            MethodSettings: !If [Limited, [{ ThrottlingRateLimit: 1 }], !Ref AWS::NoValue]
        OnlyDeployed:
          Type: AWS::ApiGateway::Deployment
          Properties: { RestApiId: !Ref Api }
        Default:
          Type: AWS::ApiGatewayV2::Stage
          Properties: { DefaultRouteSettings: { ThrottlingRateLimit: 10, ThrottlingBurstLimit: 20 } }
        Route:
          Type: AWS::ApiGatewayV2::Stage
          Properties: { RouteSettings: { 'GET /orders': { ThrottlingRateLimit: 10 } } }
    `,
      { rules },
    ));

  it('takes shared settings and usage plans into account, but not those of another API', () =>
    checkFindings(
      `
      Transform: AWS::Serverless-2016-10-31
      Globals:
        HttpApi: { DefaultRouteSettings: { ThrottlingBurstLimit: 10 } }
      Resources:
        Http:
          Type: AWS::Serverless::HttpApi
        Planned:
          Type: AWS::ApiGateway::Stage
          Properties: { RestApiId: !Ref Api, StageName: prod }
        Other:
          Type: AWS::ApiGateway::Stage
                ^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { RestApiId: !Ref OtherApi, StageName: prod }
        Api: { Type: AWS::ApiGateway::RestApi }
        OtherApi: { Type: AWS::ApiGateway::RestApi }
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Throttle: { RateLimit: 10, BurstLimit: 20 }
            ApiStages: [{ ApiId: !Ref Api, Stage: prod }]
    `,
      { rules },
    ));

  it('knows that a WebSocket API can have a usage plan and an HTTP API cannot', () =>
    checkFindings(
      `
      Resources:
        Chat: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET } }
        ChatStage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Chat, StageName: prod } }
        Web: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: HTTP } }
        WebStage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Web, StageName: prod } }
                          ^^^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            Throttle: { RateLimit: 10, BurstLimit: 20 }
            ApiStages: [{ ApiId: !Ref Chat, Stage: prod }, { ApiId: !Ref Web, Stage: prod }]
    `,
      { rules },
    ));

  it('is not put off by a usage plan whose throttle says nothing', () =>
    checkFindings(
      `
      Resources:
        Api: { Type: AWS::ApiGateway::RestApi }
        Live:
          Type: AWS::ApiGateway::Stage
                ^^^^^^^^^^^^^^^^^^^^^^ apigateway/throttling-not-configured information
          Properties: { RestApiId: !Ref Api, StageName: live }
        Plan:
          Type: AWS::ApiGateway::UsagePlan
          Properties:
            ApiStages: [{ ApiId: !Ref Api, Stage: live, Throttle: {} }]
    `,
      { rules },
    ));
});
