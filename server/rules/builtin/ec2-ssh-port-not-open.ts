import { resourcesOfType, type Template } from '../../model/template.ts';
import { entryOf, get, getPath, type Value } from '../../model/value.ts';
import type { Rule } from '../rule.ts';
import { mayBeWindows, mayMoveSsh, mayUseSessionManager } from './shared/access.ts';
import { mayAllowTcpPort } from './shared/ingress.ts';
import { attachedGroups, rulesOf } from './shared/securityGroups.ts';

const sshPort = 22;
/** Ports by which people manage Windows: its key pair decrypts the password. */
const windowsPorts = [3389, 5985, 5986];
const launchTemplate = 'AWS::EC2::LaunchTemplate';

/** An instance with a key pair for SSH that no security group lets anyone use. */
export const sshPortNotOpen: Rule = {
  id: 'ec2/ssh-port-not-open',
  title: { en: 'Key pair without an open SSH port', ja: 'SSH ポートが開いていないキーペア' },
  severity: 'information',
  subject: { topic: 'ec2', aspect: 'ssh' },
  on: ['AWS::EC2::Instance', launchTemplate],
  check(resource, template) {
    const settings =
      resource.type === launchTemplate ? get(resource.properties, 'LaunchTemplateData') : resource.properties;
    const keyName = settings.kind === 'map' ? entryOf(settings, 'KeyName') : undefined;
    if (!keyName || !isNamed(keyName.value) || isManagedOtherwise(settings, template)) return [];
    const groups = attachedGroups(settings, template);
    const [first] = groups ?? [];
    const rules = groups?.map((group) => rulesOf(group, template));
    if (!first || !rules?.every((each) => each !== undefined)) return [];
    const open = [sshPort, ...windowsPorts].some((port) =>
      rules.flat().some((rule) => mayAllowTcpPort(template, rule, port)),
    );
    if (open) return [];
    return [
      {
        message: {
          en: `"${resource.name}" has a key pair for SSH, but none of its security groups opens port 22, so connections time out. Allow port 22 from the addresses you connect from, or leave the key pair out and connect through Session Manager.`,
          ja: `「${resource.name}」には SSH 用のキーペアがありますが、どのセキュリティグループも 22 番ポートを許可していないため、接続はタイムアウトします。接続元のアドレスから 22 番ポートを許可するか、キーペアを使わず Session Manager で接続してください。`,
        },
        span: keyName.keySpan,
        related: (groups ?? []).map((group) => ({
          resource: group,
          span: group.nameSpan,
          message: { en: 'Does not open port 22', ja: '22 番ポートを許可していないグループ' },
        })),
        fixes: [
          {
            title: {
              en: `Open port 22 in ${first.name} (you fill in the addresses)`,
              ja: `${first.name} で 22 番ポートを許可する(アドレス範囲は入力)`,
            },
            preferred: false,
            safe: false,
            edits: [
              {
                kind: 'append',
                resource: first,
                path: ['SecurityGroupIngress'],
                items: [
                  {
                    IpProtocol: 'tcp',
                    FromPort: sshPort,
                    ToPort: sshPort,
                    CidrIp: { placeholder: '203.0.113.0/24' },
                  },
                ],
              },
            ],
          },
        ],
      },
    ];
  },
};

/** A key pair by name, or by a parameter, which is asked for because the key is wanted. */
function isNamed(value: Value): boolean {
  return value.kind === 'reference' || (value.kind === 'scalar' && String(value.value ?? '') !== '');
}

/** People may come in by another way than SSH from outside. */
function isManagedOtherwise(settings: Value, template: Template): boolean {
  return (
    template.open === true ||
    resourcesOfType(template, 'AWS::EC2::InstanceConnectEndpoint').length > 0 ||
    mayBeWindows(settings, template) ||
    mayMoveSsh(settings, template) ||
    mayUseSessionManager(getPath(settings, 'IamInstanceProfile'), template)
  );
}
