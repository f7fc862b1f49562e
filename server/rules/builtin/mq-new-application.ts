import { type Resource, resourcesOfType, type Template } from '../../model/template.ts';
import { get } from '../../model/value.ts';
import { givenAt, hasHidden } from '../claims.ts';
import type { Rule } from '../rule.ts';
import { hasWord } from './evidence/words.ts';
import { tagsOf } from './shared/tags.ts';

/** Words of people who move something that exists. */
const migrationWords = [
  'migrat',
  'migrate',
  'migrated',
  'migration',
  'legacy',
  'lift',
  'jms',
  'existing',
  'onprem',
  'onpremises',
  '移行',
  '既存',
];

/** A broker for an application that may be new; whether it is cannot be read from code, so it is only a hint. */
export const newApplication: Rule = {
  id: 'mq/new-application',
  title: { en: 'Amazon MQ for a new application', ja: '新規アプリケーションでの Amazon MQ' },
  severity: 'hint',
  subject: { topic: 'amazon-mq', aspect: 'new-applications' },
  on: ['AWS::AmazonMQ::Broker'],
  check(broker, template) {
    if (isMigration(broker, template) || isConsumed(template)) return [];
    return [
      {
        message: {
          en: `Amazon MQ is meant for moving an existing application that speaks JMS, AMQP, MQTT, OpenWire or STOMP. If "${broker.name}" serves a new one, Amazon SQS and SNS (or EventBridge) need no brokers to run and scale by themselves.`,
          ja: `Amazon MQ は JMS・AMQP・MQTT・OpenWire・STOMP を使う既存アプリケーションの移行に向いています。「${broker.name}」が新規アプリケーション用であれば、ブローカーの運用が不要で自動的にスケールする Amazon SQS・Amazon SNS(または EventBridge)を検討してください。`,
        },
        span: broker.typeSpan,
      },
    ];
  },
};

function isMigration(broker: Resource, template: Template): boolean {
  const { properties } = broker;
  const strategy = get(properties, 'AuthenticationStrategy');
  const replication = get(properties, 'DataReplicationMode');
  if (strategy.kind === 'scalar' && String(strategy.value).toUpperCase() === 'LDAP') return true;
  if (replication.kind === 'scalar' && String(replication.value).toUpperCase() === 'CRDR') return true;
  const name = get(properties, 'BrokerName');
  if (hasHidden(template, strategy, replication, name, givenAt(broker, 'Tags'))) return true;
  const texts = [
    broker.name,
    ...(name.kind === 'scalar' ? [String(name.value)] : []),
    ...tagsOf(broker).flatMap((tag) => [tag.key, tag.value]),
    ...broker.comments.map((comment) => comment.text),
  ];
  return hasWord(texts, migrationWords);
}

/** Somebody consumes the broker's protocol on purpose. */
function isConsumed(template: Template): boolean {
  const functions = resourcesOfType(template, 'AWS::Serverless::Function').some((each) => {
    const events = get(each.properties, 'Events');
    if (events.kind !== 'map') return false;
    return events.entries.some(({ value }) => {
      const type = get(value, 'Type');
      return type.kind === 'scalar' && type.value === 'MQ';
    });
  });
  const mappings = resourcesOfType(template, 'AWS::Lambda::EventSourceMapping').some(
    (mapping) => givenAt(mapping, 'Queues').kind !== 'absent',
  );
  const pipes = resourcesOfType(template, 'AWS::Pipes::Pipe').some((pipe) => {
    const parameters = givenAt(pipe, 'SourceParameters');
    return ['ActiveMQBrokerParameters', 'RabbitMQBrokerParameters'].some(
      (name) => get(parameters, name).kind !== 'absent',
    );
  });
  return functions || mappings || pipes;
}
