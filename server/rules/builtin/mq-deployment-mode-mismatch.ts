import { get } from '../../model/value.ts';
import { allOf, textWhen } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';

interface Engine {
  readonly type: string;
  readonly name: string;
  /** Its mode with several Availability Zones. */
  readonly redundant: string;
  /** The one of the other engine. */
  readonly rejected: string;
}

const engines: readonly Engine[] = [
  {
    type: 'activemq',
    name: 'ActiveMQ',
    redundant: 'ACTIVE_STANDBY_MULTI_AZ',
    rejected: 'CLUSTER_MULTI_AZ',
  },
  {
    type: 'rabbitmq',
    name: 'RabbitMQ',
    redundant: 'CLUSTER_MULTI_AZ',
    rejected: 'ACTIVE_STANDBY_MULTI_AZ',
  },
];

/** A broker in the multi-zone mode of the other engine. */
export const deploymentModeMismatch: Rule = {
  id: 'mq/deployment-mode-mismatch',
  title: { en: "Deployment mode of the other engine's brokers", ja: 'エンジンに合わないデプロイモード' },
  severity: 'error',
  subject: { topic: 'amazon-mq', aspect: 'deployment-modes' },
  on: ['AWS::AmazonMQ::Broker'],
  check(broker, template) {
    const mode = get(broker.properties, 'DeploymentMode');
    return engines.flatMap(({ type, name, redundant, rejected }): Report[] => {
      const when = allOf(
        textWhen(template, get(broker.properties, 'EngineType'), type),
        textWhen(template, mode, rejected.toLowerCase()),
      );
      if (!when) return [];
      return [
        {
          message: {
            en: `Broker "${broker.name}" runs ${name}, which has no ${rejected} mode; deployment fails. Its mode for several Availability Zones is ${redundant}.`,
            ja: `ブローカー「${broker.name}」の ${name} では ${rejected} を選べず、デプロイに失敗します。複数の AZ で動かすモードは ${redundant} です。`,
          },
          span: mode.span,
          when,
          fixes:
            mode.kind === 'scalar'
              ? [
                  {
                    title: { en: `Change to ${redundant}`, ja: `${redundant} に変更する` },
                    preferred: true,
                    // A broker that runs in another mode today would be replaced.
                    safe: false,
                    edits: [{ kind: 'replace', resource: broker, value: mode, by: redundant }],
                  },
                ]
              : [],
        },
      ];
    });
  },
};
