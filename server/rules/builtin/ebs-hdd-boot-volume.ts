import { certainText } from '../../model/possible.ts';
import type { Report, Rule } from '../rule.ts';
import { useGp3 } from './shared/gp3.ts';
import { hddProblems } from './shared/hddProblems.ts';
import { instanceTypes, volumesOf } from './shared/volumes.ts';

/** An instance that would have to boot from st1 or sc1, which EC2 rejects. */
export const hddBootVolume: Rule = {
  id: 'ebs/hdd-boot-volume',
  title: { en: 'HDD as boot volume', ja: 'HDD のブートボリューム' },
  severity: 'error',
  subject: { topic: 'ebs', aspect: 'hdd-limits' },
  on: instanceTypes,
  check(resource, template) {
    return volumesOf(resource, template).flatMap((volume): Report[] => {
      const problem = hddProblems(template, volume).find(({ kind }) => kind === 'boot');
      if (!problem) return [];
      const device = certainText(template, volume.deviceName);
      const { type } = problem.hdd;
      return [
        {
          message: {
            en: `"${resource.name}" cannot boot from ${device}: ${type} is an HDD type, which EC2 does not accept as a boot volume. Use gp3 for the root device.`,
            ja: `「${resource.name}」は ${device} から起動できません。${type}(HDD)はブートボリュームにできないためです。ルートデバイスには gp3 を使ってください。`,
          },
          span: volume.type.span,
          when: problem.when,
          fixes: [useGp3(volume)],
        },
      ];
    });
  },
};
