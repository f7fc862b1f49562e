/** The quick fix of most volume rules: the general purpose SSD. */
import { get } from '../../../model/value.ts';
import type { Edit, Fix } from '../../rule.ts';
import type { Volume } from './volumes.ts';

/** Types on which another block device means another instance. */
const replaced = ['AWS::EC2::Instance', 'AWS::AutoScaling::LaunchConfiguration'];

/** Changes the volume's type to gp3; preferred only where that replaces no instance. */
export function useGp3(volume: Volume): Fix {
  const mayReplace = replaced.includes(volume.resource.type);
  return {
    title: mayReplace
      ? {
          en: 'Change to gp3 (may replace the instance)',
          ja: 'gp3 に変更する(インスタンスが置き換わることがあります)',
        }
      : { en: 'Change to gp3', ja: 'gp3 に変更する' },
    preferred: !mayReplace,
    safe: !mayReplace,
    edits: [
      { kind: 'replace', resource: volume.resource, value: volume.type, by: 'gp3' },
      ...baseline(volume),
    ],
  };
}

/** Figures below what gp3 has anyway are refused, so they become that. */
function baseline({ resource, properties }: Volume): readonly Edit[] {
  return Object.entries({ Iops: 3000, Throughput: 125 }).flatMap(([property, least]): Edit[] => {
    const value = get(properties, property);
    const isLess = value.kind === 'scalar' && value.value !== null && Number(value.value) < least;
    return isLess ? [{ kind: 'replace', resource, value, by: least }] : [];
  });
}
