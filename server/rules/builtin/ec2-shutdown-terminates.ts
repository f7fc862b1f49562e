import { certainText } from '../../model/possible.ts';
import type { Resource, Template } from '../../model/template.ts';
import { getPath } from '../../model/value.ts';
import { textWhen } from '../claims.ts';
import { usersOf } from '../references.ts';
import type { Rule } from '../rule.ts';
import { hasWord } from './evidence/words.ts';
import { tagTexts } from './shared/tags.ts';

const launchTemplate = 'AWS::EC2::LaunchTemplate';

/** Who makes instances from a launch template also replaces those that are gone. */
const makers: readonly string[] = [
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::Batch::ComputeEnvironment',
  'AWS::EC2::EC2Fleet',
  'AWS::EC2::SpotFleet',
  'AWS::EKS::Nodegroup',
];

/** Machines that are meant to be gone when their work is done. */
const shortLived: readonly string[] = [
  'batch',
  'build',
  'builder',
  'ephemeral',
  'job',
  'runner',
  'temp',
  'temporary',
  'worker',
];

/** An instance that a shutdown from inside deletes for good. */
export const shutdownTerminates: Rule = {
  id: 'ec2/shutdown-terminates',
  title: { en: 'Shutdown terminates the instance', ja: 'シャットダウンで終了するインスタンス' },
  severity: 'information',
  subject: { topic: 'ec2', aspect: 'shutdown-behavior' },
  on: ['AWS::EC2::Instance', launchTemplate],
  check(resource, template) {
    const holder = resource.type === launchTemplate ? 'LaunchTemplateData.' : '';
    const behavior = getPath(resource.properties, `${holder}InstanceInitiatedShutdownBehavior`);
    const when = textWhen(template, behavior, 'terminate');
    if (!when || usersOf(template, resource, ...makers).length > 0) return [];
    if (hasWord(namesOf(resource, template), shortLived)) return [];
    return [
      {
        message: {
          en: `A shutdown from inside "${resource.name}" (such as shutdown -h now) terminates the instance: it is deleted for good and cannot be started again. Unless it is meant to be short-lived, use stop.`,
          ja: `「${resource.name}」の OS をシャットダウンすると(shutdown -h now など)インスタンスが終了(terminate)して削除され、二度と起動できません。使い捨てのインスタンスでなければ stop にしてください。`,
        },
        span: behavior.span,
        when,
        fixes:
          behavior.kind === 'scalar'
            ? [
                {
                  title: { en: 'Stop instead', ja: '停止(stop)に変更する' },
                  preferred: false,
                  safe: false,
                  edits: [{ kind: 'replace', resource, value: behavior, by: 'stop' }],
                },
              ]
            : [],
      },
    ];
  },
};

function namesOf(resource: Resource, template: Template): readonly string[] {
  const name = certainText(template, getPath(resource.properties, 'LaunchTemplateName'));
  return [resource.name, ...(name === undefined ? [] : [name]), ...tagTexts(resource)];
}
