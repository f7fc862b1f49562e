import { suite } from '../suite.ts';

suite('mq/deployment-mode-mismatch', {
  'finds the mode of the other engine, however the engine is spelled': `
    Parameters:
      Mode: { Type: String, Default: CLUSTER_MULTI_AZ }
    Resources:
      A: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RabbitMQ, DeploymentMode: ACTIVE_STANDBY_MULTI_AZ } }
                                                                                            ^^^^^^^^^^^^^^^^^^^^^^^ mq/deployment-mode-mismatch error
      B: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: ACTIVEMQ, DeploymentMode: CLUSTER_MULTI_AZ } }
                                                                                            ^^^^^^^^^^^^^^^^ mq/deployment-mode-mismatch error
      C: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: ActiveMQ, DeploymentMode: !Ref Mode } }
                                                                                            ^^^^^^^^^ mq/deployment-mode-mismatch warning
  `,
  'is silent about matching pairs, single instances and unknown ones': `
    Resources:
      A: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RABBITMQ, DeploymentMode: CLUSTER_MULTI_AZ } }
      B: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: ACTIVEMQ, DeploymentMode: ACTIVE_STANDBY_MULTI_AZ } }
      C: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RABBITMQ, DeploymentMode: SINGLE_INSTANCE } }
      D: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: !Ref Engine, DeploymentMode: CLUSTER_MULTI_AZ } }
      E: { Type: AWS::AmazonMQ::Broker, Properties: { EngineType: RABBITMQ, DeploymentMode: !Ref Mode } }
  `,
});
