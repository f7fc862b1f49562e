import { outputOf, versionOf } from './command.ts';
import type { Peer } from './peer.ts';

interface Match {
  readonly Filename: string;
  readonly Rule: { readonly Id: string };
  readonly Location: { readonly Path: readonly unknown[] | null };
}

/** With its informational rules. */
export const cfnLint: Peer = {
  name: 'cfn-lint',
  async prepare() {
    const version = await versionOf('cfn-lint');
    if (version === undefined) return undefined;
    return {
      version,
      async check(files) {
        const output = await outputOf('cfn-lint', [
          '--format',
          'json',
          '--include-checks',
          'I',
          '--',
          ...files,
        ]);
        return (JSON.parse(output ?? '[]') as Match[]).map(({ Filename, Rule, Location }) => {
          const [section, resource] = Location.Path ?? [];
          return {
            file: Filename,
            rule: Rule.Id,
            resource: section === 'Resources' ? String(resource) : undefined,
          };
        });
      },
    };
  },
};
