import { basename, dirname, join } from 'node:path';
import { outputOf, versionOf } from './command.ts';
import type { Peer } from './peer.ts';

interface Report {
  readonly name: string;
  readonly not_compliant: readonly { readonly Rule?: { readonly name: string; readonly checks: unknown } }[];
}

/** CloudFormation Guard with every rule of the AWS Guard Rules Registry. */
export const guard: Peer = {
  name: 'Guard registry',
  async prepare({ guardRules }) {
    const version = await versionOf('cfn-guard');
    if (version === undefined || guardRules === undefined) return undefined;
    const commit = await outputOf('git', ['-C', guardRules, 'log', '-1', '--format=%cs']);
    return {
      version: `${version} (rules: ${commit?.trim() || 'unknown'})`,
      async check(files) {
        const folder = dirname(files[0] ?? '.');
        const args = ['validate', '--data', folder, '--rules', guardRules];
        const how = ['--structured', '--output-format', 'json', '--show-summary', 'none'];
        const reports = JSON.parse((await outputOf('cfn-guard', [...args, ...how])) ?? '[]') as Report[];
        return reports.flatMap(({ name, not_compliant }) =>
          not_compliant.flatMap(({ Rule: rule }) => {
            if (!rule) return [];
            // Each failed check names the place it looked at, at some depth.
            const paths = JSON.stringify(rule.checks).matchAll(/"\/Resources\/(\w+)/g);
            const resources = [...new Set([...paths].map(([, resource]) => resource))];
            const file = join(folder, basename(name));
            return (resources.length > 0 ? resources : [undefined]).map((resource) => ({
              file,
              rule: rule.name,
              resource,
            }));
          }),
        );
      },
    };
  },
};
