import { dirname, join } from 'node:path';
import { outputOf, versionOf } from './command.ts';
import type { Peer } from './peer.ts';

interface Report {
  readonly results?: {
    readonly failed_checks: readonly {
      readonly check_id: string;
      readonly file_path: string;
      /** `AWS::SQS::Queue.Jobs` */
      readonly resource: string;
    }[];
  };
}

export const checkov: Peer = {
  name: 'Checkov',
  async prepare() {
    const version = await versionOf('checkov');
    if (version === undefined) return undefined;
    return {
      version,
      async check(files) {
        const folder = dirname(files[0] ?? '.');
        const args = ['--directory', folder, '--framework', 'cloudformation', '--output', 'json'];
        const { results } = JSON.parse((await outputOf('checkov', [...args, '--quiet'])) ?? '{}') as Report;
        return (results?.failed_checks ?? []).map(({ check_id, file_path, resource }) => ({
          file: join(folder, file_path),
          rule: check_id,
          resource: resource.split('.')[1],
        }));
      },
    };
  },
};
