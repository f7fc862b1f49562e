import type { Resource, Template } from '../../model/template.ts';
import { getPath, type Value } from '../../model/value.ts';
import { allOf, textWhen, type When } from '../claims.ts';
import type { Fix, Report, Rule } from '../rule.ts';
import { useGp3 } from './shared/gp3.ts';
import { typeIsAccepted } from './shared/hddProblems.ts';
import { below, volumesOf, volumeTypes } from './shared/volumes.ts';
import { workEvidence } from './shared/workEvidence.ts';

/** Where EMR describes disks; these are for sequential work, so no other rule looks at them. */
const emrDevices: Readonly<Record<string, readonly string[]>> = {
  'AWS::EMR::Cluster': [
    'Instances.MasterInstanceGroup.EbsConfiguration.EbsBlockDeviceConfigs',
    'Instances.CoreInstanceGroup.EbsConfiguration.EbsBlockDeviceConfigs',
    'Instances.TaskInstanceGroups[].EbsConfiguration.EbsBlockDeviceConfigs',
    'Instances.MasterInstanceFleet.InstanceTypeConfigs[].EbsConfiguration.EbsBlockDeviceConfigs',
    'Instances.CoreInstanceFleet.InstanceTypeConfigs[].EbsConfiguration.EbsBlockDeviceConfigs',
    'Instances.TaskInstanceFleets[].InstanceTypeConfigs[].EbsConfiguration.EbsBlockDeviceConfigs',
  ],
  'AWS::EMR::InstanceGroupConfig': ['EbsConfiguration.EbsBlockDeviceConfigs'],
  'AWS::EMR::InstanceFleetConfig': ['InstanceTypeConfigs[].EbsConfiguration.EbsBlockDeviceConfigs'],
};

/** A magnetic volume, whatever it is for, unless another rule about its use says so. */
export const magneticPreviousGeneration: Rule = {
  id: 'ebs/magnetic-previous-generation',
  title: { en: 'Magnetic volume of the previous generation', ja: '旧世代の磁気ボリューム' },
  severity: 'information',
  subject: { topic: 'ebs', aspect: 'magnetic' },
  on: [...volumeTypes, ...Object.keys(emrDevices)],
  check(resource, template) {
    return magneticVolumes(resource, template).map(
      ({ type, when, fix }): Report => ({
        message: {
          en: `"${resource.name}" has a magnetic volume ("standard"), a type of the previous generation with about 100 IOPS. Use a current one: gp3 for nearly everything, st1 or sc1 for large, sequential I/O.`,
          ja: `「${resource.name}」の磁気ボリューム("standard")は旧世代の種類で、性能は平均 100 IOPS ほどです。現行の種類を使ってください。ほとんどの用途には gp3、大きなシーケンシャル I/O には st1 か sc1 が向いています。`,
        },
        span: type.span,
        when,
        fixes: [fix],
      }),
    );
  },
};

interface Magnetic {
  readonly type: Value;
  readonly when: When;
  readonly fix: Fix;
}

function magneticVolumes(resource: Resource, template: Template): readonly Magnetic[] {
  const paths = emrDevices[resource.type];
  if (paths) return paths.flatMap((path) => inEmr(resource, path, template));
  return volumesOf(resource, template).flatMap((volume) => {
    const { type } = volume;
    const when = allOf(volume.when, textWhen(template, type, 'standard'));
    if (!when || !typeIsAccepted(template, volume)) return [];
    const evidence = workEvidence(volume, template);
    const reported = evidence.kind !== 'none' && (evidence.kind !== 'sequential' || evidence.hidden);
    // The user chooses between kinds of disks for sequential work.
    const preferred = evidence.kind === 'none' && useGp3(volume).preferred;
    return reported ? [] : [{ type, when, fix: { ...useGp3(volume), preferred, safe: false } }];
  });
}

function inEmr(resource: Resource, path: string, template: Template): readonly Magnetic[] {
  return below(template, resource.properties, path.split('[].')).flatMap((device) => {
    const type = getPath(device.value, 'VolumeSpecification.VolumeType');
    const when = allOf(device.when, textWhen(template, type, 'standard'));
    if (!when) return [];
    const fix: Fix = {
      title: {
        en: 'Change to gp3 (may replace the instances)',
        ja: 'gp3 に変更する(インスタンスが置き換わることがあります)',
      },
      preferred: false,
      safe: false,
      edits: [{ kind: 'replace', resource, value: type, by: 'gp3' }],
    };
    return [{ type, when, fix }];
  });
}
