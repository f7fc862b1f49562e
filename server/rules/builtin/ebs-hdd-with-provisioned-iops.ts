import { get } from '../../model/value.ts';
import type { Fix, Report, Rule } from '../rule.ts';
import { useGp3 } from './shared/gp3.ts';
import { hddProblems } from './shared/hddProblems.ts';
import { type Volume, volumesOf, volumeTypes } from './shared/volumes.ts';

/** IOPS or throughput asked of a volume type that has no such setting. */
export const hddWithProvisionedIops: Rule = {
  id: 'ebs/hdd-with-provisioned-iops',
  title: { en: 'IOPS on an HDD volume', ja: 'HDD ボリュームへの IOPS 指定' },
  severity: 'warning',
  subject: { topic: 'ebs', aspect: 'hdd-limits' },
  on: volumeTypes,
  check(resource, template) {
    return volumesOf(resource, template).flatMap((volume): Report[] => {
      const problem = hddProblems(template, volume).find(({ kind }) => kind === 'iops');
      if (!problem) return [];
      const { type } = problem.hdd;
      const property = volume.iops.kind === 'scalar' ? 'Iops' : 'Throughput';
      return [
        {
          message: {
            en: `${property} does not apply to ${type}, an HDD type whose performance comes with its size. If "${resource.name}" needs small random I/O, use gp3 or io2; if not, leave ${property} out.`,
            ja: `${type}(HDD)の性能はサイズで決まり、${property} の指定は意味を持ちません。「${resource.name}」に小さなランダム I/O の性能が必要なら gp3 か io2 を選び、不要なら ${property} を削除してください。`,
          },
          span: get(volume.properties, property).span,
          when: problem.when,
          fixes: [useGp3(volume), leaveOut(volume, property)],
        },
      ];
    });
  },
};

function leaveOut({ resource, properties }: Volume, key: string): Fix {
  return {
    title: { en: `Remove ${key}`, ja: `${key} を削除する` },
    preferred: false,
    safe: false,
    edits: [{ kind: 'remove', resource, within: properties, key }],
  };
}
