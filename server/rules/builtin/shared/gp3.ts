/** The quick fix of most volume rules: the general purpose SSD. */
import type { Fix } from '../../rule.ts';
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
    edits: [{ kind: 'replace', resource: volume.resource, value: volume.type, by: 'gp3' }],
  };
}
