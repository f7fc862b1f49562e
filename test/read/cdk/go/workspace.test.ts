import { strict as assert } from 'node:assert';
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { severalFiles } from '../../../support/severalFiles.ts';
import { loadCdk, resource, show } from '../support.ts';

const module = 'github.com/aws/aws-cdk-go/awscdk/v2';

/** The properties of the resource `It` of the first of several files. */
function properties(text: string): string {
  const [main, ...others] = [...severalFiles(text)].map(([path, content]) => ({
    uri: `file:///repository/shop/${path}`,
    languageId: 'go',
    text: content.replaceAll('CDK/', `${module}/`),
  }));
  assert(main);
  const template = cdkReader.read(main, undefined, others);
  cdkReader.forget(main.uri);
  assert(template);
  return show(resource(template, 'It').properties);
}

const queue = 'awssqs.NewCfnQueue(stack, jsii.String("It"), &awssqs.CfnQueueProps{QueueName: NAME})';
const imports = 'import ("CDK/awssqs"; "github.com/aws/jsii-runtime-go")';

describe('CDK code in several files of Go', () => {
  before(loadCdk);

  it('takes constants from other files of its package', () => {
    const text = `
      --- main.go
      package main
      ${imports}
      func f() { ${queue.replace('NAME', 'jsii.String(QueueName)')} }
      --- names.go
      package main
      const QueueName = "jobs"
      `;
    assert.equal(properties(text), '{ QueueName: "jobs" }');
    assert.equal(properties(text.replace('names.go', 'names_test.go')), '{ QueueName: unknown }');
    assert.equal(properties(text.replace('names.go', 'below/names.go')), '{ QueueName: unknown }');
  });

  for (const [what, path] of [
    ['with a host', 'github.com/kumo/shop/config'],
    ['without a host', 'any/config'],
  ] as const) {
    it(`takes constants from other packages of its module ${what}`, () => {
      assert.equal(
        properties(`
          --- main.go
          package main
          import "${path}"
          ${imports}
          func f() { ${queue.replace('NAME', 'jsii.String(config.QueueName)')} }
          --- config/names.go
          package config
          var QueueName = "jobs"
        `),
        '{ QueueName: "jobs" }',
      );
    });
  }

  it('but not from packages of other modules that are called alike', () => {
    assert.equal(
      properties(`
        --- main.go
        package main
        import "github.com/other/thing/config"
        ${imports}
        func f() { ${queue.replace('NAME', 'jsii.String(config.QueueName)')} }
        --- config/names.go
        package config
        var QueueName = "jobs"
      `),
      '{ QueueName: unknown }',
    );
  });

  it('knows how functions of other files are called', () => {
    assert.equal(
      properties(`
        --- queues/queues.go
        package queues
        ${imports}
        func NewQueue(stack awscdk.Stack, name string) { ${queue.replace('NAME', '&name')} }
        --- main.go
        package main
        import "kumo/queues"
        import . "CDK"
        func main() { queues.NewQueue(NewStack(app, "S", nil), "jobs") }
      `),
      '{ QueueName: "jobs" }',
    );
  });
});
