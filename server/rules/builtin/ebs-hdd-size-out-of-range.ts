import type { Fix, Report, Rule } from '../rule.ts';
import { useGp3 } from './shared/gp3.ts';
import { hddProblems, sizeRange } from './shared/hddProblems.ts';
import { type Volume, volumesOf, volumeTypes } from './shared/volumes.ts';

/** An HDD volume of a size that EBS rejects. */
export const hddSizeOutOfRange: Rule = {
  id: 'ebs/hdd-size-out-of-range',
  title: { en: 'HDD volume of a size that EBS rejects', ja: '指定できないサイズの HDD ボリューム' },
  severity: 'error',
  subject: { topic: 'ebs', aspect: 'hdd-limits' },
  on: volumeTypes,
  check(resource, template) {
    return volumesOf(resource, template).flatMap((volume): Report[] => {
      const problem = hddProblems(template, volume).find(({ kind }) => kind === 'size');
      if (!problem || volume.size.kind !== 'scalar') return [];
      const { type } = problem.hdd;
      const size = Number(volume.size.value);
      const { least, most } = sizeRange(type);
      return [
        {
          message: {
            en: `A ${type} volume has ${least} to ${most} GiB, and "${resource.name}" asks for ${size}; deployment fails. Choose a size in this range, or gp3.`,
            ja: `${type} ボリュームのサイズは ${least}〜${most} GiB ですが、「${resource.name}」は ${size} GiB のためデプロイに失敗します。範囲内のサイズにするか、gp3 を選んでください。`,
          },
          span: volume.size.span,
          when: problem.when,
          fixes: [
            { ...useGp3(volume), preferred: false, safe: false },
            resize(volume, size < least ? least : most),
          ],
        },
      ];
    });
  },
};

function resize(volume: Volume, by: number): Fix {
  return {
    title: { en: `Change the size to ${by} GiB`, ja: `サイズを ${by} GiB に変更する` },
    preferred: false,
    safe: false,
    edits: [{ kind: 'replace', resource: volume.resource, value: volume.size, by }],
  };
}
