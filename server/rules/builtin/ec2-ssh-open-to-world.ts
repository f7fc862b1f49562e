import { type Resource, referencedResource, type Template } from '../../model/template.ts';
import { get, type Value } from '../../model/value.ts';
import type { Localized } from '../../text/localized.ts';
import { allOf, breaksWhen } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Report, Rule } from '../rule.ts';
import { allowsTcpPort, type IngressRule, ingressRules, ingressTypes } from './shared/ingress.ts';

const sshPort = 22;
/** What may run an SSH server. Load balancers, functions and databases do not. */
const hosts = [
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::EC2::NetworkInterface',
  'AWS::EC2::SpotFleet',
];
/** An address range that is reserved for examples, so that nobody is let in by accident. */
const example = { CidrIp: '203.0.113.0/24', CidrIpv6: '2001:db8::/32' };

/** A security group that lets everyone on the internet reach port 22. */
export const sshOpenToWorld: Rule = {
  id: 'ec2/ssh-open-to-world',
  title: { en: 'SSH is open to the whole internet', ja: 'SSH が全世界に公開されている' },
  severity: 'warning',
  subject: { topic: 'ec2', aspect: 'ssh-exposure' },
  on: ingressTypes,
  equivalents: [
    'AwsSolutions-EC23',
    'HIPAA.Security-EC2RestrictedSSH',
    'NIST.800.53.R4-EC2RestrictedSSH',
    'NIST.800.53.R5-EC2RestrictedSSH',
    'PCI.DSS.321-EC2RestrictedSSH',
    'CKV_AWS_24',
    'W2',
    'W9',
    'INCOMING_SSH_DISABLED',
    'CT.EC2.PR.3',
    'CT.EC2.PR.4',
    'W2508',
  ],
  check(group, template) {
    return ingressRules(group, template).flatMap((rule) => {
      const reachable = allowsTcpPort(template, rule, sshPort);
      if (!reachable) return [];
      const everyPort = isForEveryPort(rule);
      return (['CidrIp', 'CidrIpv6'] as const).flatMap((property): Report[] => {
        const source = get(rule.properties, property);
        const when = allOf(reachable, breaksWhen(template, source, isEverywhere));
        if (!when) return [];
        return [
          {
            message: message(group.name, everyPort),
            span: source.span,
            when,
            // Where SSH is not named and no host is in sight, the group may well be for something without SSH.
            ...(everyPort && !guardsHost(group, template) ? { severity: 'information' as const } : {}),
            fixes: [
              {
                title: {
                  en: 'Allow one address range only (you fill it in)',
                  ja: '送信元を限定する(アドレス範囲は入力)',
                },
                preferred: false,
                safe: false,
                edits: [
                  { kind: 'replace', resource: group, value: source, by: { placeholder: example[property] } },
                ],
              },
            ],
          },
        ];
      });
    });
  },
};

function isForEveryPort({ properties }: IngressRule): boolean {
  const number = (property: string) => {
    const value = get(properties, property);
    return value.kind === 'scalar' ? Number(value.value) : Number.NaN;
  };
  return number('IpProtocol') === -1 || (number('FromPort') <= 1 && number('ToPort') === 65535);
}

/** Whether machines that people log in to surely are behind the group that `rules`, a group or a rule, is about. */
function guardsHost(rules: Resource, template: Template): boolean {
  const group =
    rules.type === 'AWS::EC2::SecurityGroup'
      ? rules
      : referencedResource(template, get(rules.properties, 'GroupId'));
  return group !== undefined && usersOf(template, group, ...hosts).length > 0;
}

function message(name: string, everyPort: boolean): Localized {
  const [en, ja] = everyPort
    ? ['every port, SSH (22) among them,', 'SSH(22 番)を含むすべてのポート']
    : ['SSH (port 22)', 'SSH(22 番ポート)'];
  return {
    en: `"${name}" opens ${en} to the whole internet, where it is scanned and attacked within minutes. Allow only the addresses you connect from, or connect through Session Manager or an EC2 Instance Connect Endpoint without opening the port.`,
    ja: `「${name}」は ${ja}を全世界に公開しており、すぐに攻撃の対象になります。送信元を接続元のアドレスに絞るか、ポートを開けずに Session Manager や EC2 Instance Connect Endpoint で接続してください。`,
  };
}

function isEverywhere(value: Value): boolean | undefined {
  if (value.kind === 'absent') return false;
  if (value.kind !== 'scalar') return undefined;
  // `::/0` has many spellings, all of them zeros.
  return /^(0\.0\.0\.0|[0:]*::[0:]*|0(:0){7})\/0$/.test(String(value.value).trim());
}
