import { createRequire } from 'node:module';
import type { Peer } from './peer.ts';

/** AWS's own validator, a development dependency of ours. */
export const cloudformationValidate: Peer = {
  name: 'cloudformation-validate',
  async prepare() {
    const { RegoEngine, TemplateFile } = await import('@aws/cloudformation-validate');
    const { version } = createRequire(import.meta.url)('@aws/cloudformation-validate/package.json');
    return {
      version,
      async check(files) {
        const engine = new RegoEngine();
        const remarks = files.flatMap((file) =>
          engine.validateStandard(new TemplateFile(file)).diagnostics.map(({ ruleId, entity }) => ({
            file,
            rule: ruleId,
            resource: entity?.entityType === 'Resource' ? entity.logicalId : undefined,
          })),
        );
        engine.free();
        return remarks;
      },
    };
  },
};
