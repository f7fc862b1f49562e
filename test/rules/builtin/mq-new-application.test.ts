import { builtin, checkFindings } from '../findings.ts';

describe('mq/new-application', () => {
  const rules = builtin('mq/new-application');

  it('hints at a broker of which nothing says that it is for an existing application', () =>
    checkFindings(
      `
      Resources:
        Broker:
          Type: AWS::AmazonMQ::Broker
                ^^^^^^^^^^^^^^^^^^^^^ mq/new-application hint
          Properties: { BrokerName: orders, EngineType: ACTIVEMQ }
        LegacyBroker:
          Type: AWS::AmazonMQ::Broker
        # 既存アプリの移行
        Moved:
          Type: AWS::AmazonMQ::Broker
        Directory:
          Type: AWS::AmazonMQ::Broker
          Properties: { AuthenticationStrategy: ldap }
    `,
      { rules },
    ));

  it('is silent where a function consumes a queue of a broker', () =>
    checkFindings(
      `
      Resources:
        Broker:
          Type: AWS::AmazonMQ::Broker
        Mapping:
          Type: AWS::Lambda::EventSourceMapping
          Properties: { EventSourceArn: !GetAtt Broker.Arn, Queues: [orders] }
    `,
      { rules },
    ));
});
