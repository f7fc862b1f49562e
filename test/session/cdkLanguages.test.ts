import assert from 'node:assert/strict';
import { startEditor } from '../support/editor.ts';
import { dedent } from '../support/marked.ts';

/** A load balancer without access logs, and the call that a fix adds. */
const stacks: readonly { language: string; path: string; code: string; call: string }[] = [
  {
    language: 'csharp',
    path: 'src/Web/WebStack.cs',
    code: `
      using Amazon.CDK;
      using Amazon.CDK.AWS.ElasticLoadBalancingV2;

      public class WebStack : Stack
      {
          public WebStack(Construct scope, string id, IVpc vpc) : base(scope, id)
          {
              var lb = new ApplicationLoadBalancer(this, "Lb", new ApplicationLoadBalancerProps { Vpc = vpc });
          }
      }
      `,
    call: 'lb.LogAccessLogs(',
  },
];

describe('an editor session with CDK code', () => {
  for (const { language, path, code, call } of stacks) {
    it(`in ${language} explains, warns, fixes and silences`, async () => {
      const editor = await startEditor();
      try {
        const text = dedent(code);
        const at = text.indexOf('ApplicationLoadBalancer(') + 3;
        const diagnostics = await editor.open(path, language, text);
        assert.deepEqual(
          diagnostics.map((each) => each.code),
          ['elb/access-logs-disabled'],
        );
        assert.match((await editor.hover(path, at)) ?? '', /Elastic Load Balancing/);
        const actions = await editor.codeActions(path, at);
        const enable = actions.find((action) => /access logs/i.test(action.title));
        const silence = actions.find((action) => /^Silence/.test(action.title));
        assert(enable && silence, actions.map((action) => action.title).join('\n'));
        assert(editor.apply(path, enable).includes(call));
        for (const action of [enable, silence]) {
          assert.deepEqual(await editor.type(path, editor.apply(path, action)), []);
          await editor.type(path, text);
        }
      } finally {
        await editor.dispose();
      }
    });
  }
});
