/** Templates in `cdk.out`, written by the real aws-cdk-lib, lead back to the code that made them. */
import { deepEqual, equal } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { globSync } from 'tinyglobby';
import { createLinkedFiles } from '../../server/host/linkedFiles.ts';
import { nodeFiles } from '../../server/host/nodeFiles.ts';
import { createSynthesized } from '../../server/host/synthesized.ts';
import { normalUri } from '../../server/host/uris.ts';
import { createWorkspaceIndex } from '../../server/host/workspaceIndex.ts';
import type { Template } from '../../server/model/template.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import type { Finding } from '../../server/rules/rule.ts';
import { runRules } from '../../server/rules/run.ts';
import { loadCdk } from '../read/cdk/support.ts';

const stack = `const cdk = require('aws-cdk-lib');
const ec2 = require('aws-cdk-lib/aws-ec2');
const elbv2 = require('aws-cdk-lib/aws-elasticloadbalancingv2');

class ShopStack extends cdk.Stack {
  constructor(scope, id) {
    super(scope, id);
    const vpc = new ec2.Vpc(this, 'Vpc', { maxAzs: 2, natGateways: 1 });
    new elbv2.ApplicationLoadBalancer(this, 'PublicAlb', { vpc });
  }
}

module.exports = { ShopStack };
`;

const app = `const cdk = require('aws-cdk-lib');
const { ShopStack } = require('./lib/shop-stack.cjs');

const app = new cdk.App({ outdir: process.argv[2], analyticsReporting: false });
new ShopStack(app, 'Shop');
new ShopStack(new cdk.Stage(app, 'Production'), 'Shop');
app.synth();
`;

describe('Templates that CDK synthesized', () => {
  let folder = '';
  let rootUri = '';

  before(async function () {
    this.timeout(60_000);
    await loadCdk();
    folder = mkdtempSync(join(tmpdir(), 'kumonote-synth-'));
    rootUri = normalUri(pathToFileURL(folder).href);
    mkdirSync(join(folder, 'lib'));
    writeFileSync(join(folder, 'lib', 'shop-stack.cjs'), stack);
    writeFileSync(join(folder, 'app.cjs'), app);
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
    // Only what is written matters, not what CDK thinks of it.
    const env = { ...process.env, CDK_VALIDATION: 'false' };
    execFileSync(process.execPath, ['app.cjs', 'cdk.out'], { cwd: folder, env });
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  const findings = (template: Template): readonly Finding[] => runRules(builtinRules, template);

  async function readTemplate(path: string) {
    const linked = createLinkedFiles(nodeFiles, () => undefined);
    const index = createWorkspaceIndex(nodeFiles, linked, {
      all: () => [],
      document: () => undefined,
      latest: () => undefined,
      template: async () => undefined,
    });
    await index.load([rootUri]);
    const template = await index.template(`${rootUri}/${path}`);
    if (!template) throw new Error(`${path} is no template`);
    return {
      template,
      synthesized: createSynthesized({ files: nodeFiles, index, findings }, () => [rootUri]),
    };
  }

  for (const pattern of ['Shop.template.json', 'assembly-Production/*.template.json']) {
    it(`say where each finding was made, and that it is reported there: ${pattern}`, async () => {
      const [path = ''] = globSync(`cdk.out/${pattern}`, { cwd: folder });
      const { template, synthesized } = await readTemplate(path);
      const found = findings(template);
      const sources = await synthesized.sources(template, found);
      deepEqual(
        found.map((each) => {
          const source = sources?.get(each);
          return `${each.rule.id} ${source?.label} ${source?.reported}`;
        }),
        [
          'nat-gateway/single-az lib/shop-stack.cjs:8 true',
          'elb/access-logs-disabled lib/shop-stack.cjs:9 true',
        ],
      );
    });
  }

  it('are told from others by what is written beside them', async () => {
    const { template, synthesized } = await readTemplate('cdk.out/Shop.template.json');
    equal(await synthesized.has(template), true);
    equal(await synthesized.has({ ...template, uri: `${rootUri}/other.template.json` }), false);
  });
});
