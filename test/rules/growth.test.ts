import type { Template } from '../../server/model/template.ts';
import { builtinRules } from '../../server/rules/builtin/index.ts';
import { runRules } from '../../server/rules/run.ts';
import { yamlTemplate } from '../bench/templates.ts';
import { read } from '../read/show.ts';
import { assertGrowsLinearly } from '../support/growth.ts';

describe('Running all rules', () => {
  it('costs a large template no more for each resource than a small one', function () {
    this.timeout(60_000);
    const templates = new Map<number, Template>();
    assertGrowsLinearly(
      (size) => {
        // Read once, as after a keystroke: what did not change stays.
        const template = templates.get(size) ?? read(yamlTemplate(size), 'yaml');
        templates.set(size, template);
        runRules(builtinRules, template);
      },
      1000,
      9,
    );
  });
});
