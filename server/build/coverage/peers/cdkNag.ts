import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import { CfnInclude } from 'aws-cdk-lib/cloudformation-include';
import type { Peer, Remark } from './peer.ts';

const version = '3.0.2';
const packs = [
  'AwsSolutionsChecks',
  'ServerlessChecks',
  'HIPAASecurityChecks',
  'NIST80053R4Checks',
  'NIST80053R5Checks',
  'PCIDSS321Checks',
];

interface Pack {
  validateScope(scope: CfnResource): {
    readonly violations: readonly { readonly ruleName: string; readonly description: string }[];
  };
}

/** All of its packs, on templates included in a CDK app. It shares our `aws-cdk-lib`. */
export const cdkNag: Peer = {
  name: 'cdk-nag',
  async prepare({ packages }) {
    const require = createRequire(join(packages, 'package.json'));
    let nag: Record<string, new () => Pack>;
    try {
      install(packages);
      nag = require('cdk-nag');
    } catch {
      return undefined;
    }
    return {
      version,
      async check(files) {
        return files.flatMap((file) => {
          const stack = new Stack(new App(), 'Template');
          new CfnInclude(stack, 'Included', { templateFile: file });
          const resources = stack.node.findAll().filter(CfnResource.isCfnResource);
          return resources.flatMap((resource) =>
            packs.flatMap((name) => remarksOf(file, resource, nag[name])),
          );
        });
      },
    };
  },
};

function remarksOf(file: string, resource: CfnResource, Checks: (new () => Pack) | undefined): Remark[] {
  if (!Checks) throw new Error(`cdk-nag ${version} lacks a pack`);
  return new Checks().validateScope(resource).violations.map(({ ruleName, description }) => ({
    file,
    // Without what it found there: `AwsSolutions-IAM5[Resource::*]`.
    rule: ruleName.replace(/\[.*/s, ''),
    failed: description.startsWith('Rule threw an error'),
    resource: resource.node.id,
  }));
}

/** @throws where the registry cannot be reached */
function install(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const args = [
    'install',
    '--prefix',
    folder,
    '--omit=peer',
    '--no-audit',
    '--no-fund',
    `cdk-nag@${version}`,
  ];
  const { status } = spawnSync('npm', args, { shell: process.platform === 'win32', stdio: 'ignore' });
  if (status !== 0) throw new Error('cdk-nag could not be installed');
}
