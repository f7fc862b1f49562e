import { strict as assert } from 'node:assert';
import type { Template } from '../../../../server/model/template.ts';
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { resolve, specifiersIn } from '../../../../server/read/cdk/languages/csharp/modules.ts';
import { severalFiles } from '../../../support/severalFiles.ts';
import { loadCdk, resource, show } from '../support.ts';
import { csharpImports } from './support.ts';

const root = 'file:///app/';

/** What the first of several files is read to, together with the others. */
function readFirst(text: string): Template {
  const [main, ...others] = [...severalFiles(text)].map(([path, content]) => ({
    uri: root + path,
    languageId: 'csharp',
    text: `${csharpImports}\n${content}`,
  }));
  assert(main);
  const template = cdkReader.read(main, undefined, others);
  cdkReader.forget(main.uri);
  assert(template);
  return template;
}

describe('CDK code in several files of C#', () => {
  before(loadCdk);

  it('takes constants, props and methods from other files', () => {
    const template = readFirst(`
      --- src/Web/WebStack.cs
      namespace Web;
      public class WebStack : Stack
      {
          public WebStack(Construct scope, string id) : base(scope, id)
          {
              new CfnVolume(this, "It", new CfnVolumeProps { Size = Sizes.Big, Iops = Sizes.Twice(3) });
              var door = new Door(this, new DoorProps { Name = "front" });
              door.Lb.LogAccessLogs(logs);
          }
      }
      --- src/Web/Sizes.cs
      namespace Web { static class Sizes { public const int Big = 7; public static int Twice(int size) => 2 * size; } }
      --- src/Web/Parts/Door.cs
      namespace Web.Parts;
      class Door : Construct
      {
          public ApplicationLoadBalancer Lb { get; }
          public Door(Construct scope, DoorProps props) : base(scope, "Door")
          {
              Lb = new ApplicationLoadBalancer(this, props.Name, new ApplicationLoadBalancerProps { Vpc = vpc });
          }
      }
    `);
    assert.equal(show(resource(template, 'It').properties), '{ Size: 7, Iops: 6 }');
  });

  it('knows who uses a construct elsewhere', () => {
    const template = readFirst(`
      --- src/Door.cs
      class Door : Construct
      {
          public ApplicationLoadBalancer Lb { get; }
          public Door(Construct scope, string name) : base(scope, "Door")
          {
              Lb = new ApplicationLoadBalancer(this, name, new ApplicationLoadBalancerProps { Vpc = vpc });
          }
      }
      --- src/WebStack.cs
      class WebStack : Stack { WebStack() { var door = new Door(this, "Front"); door.Lb.LogAccessLogs(logs); } }
    `);
    assert.match(show(resource(template, 'Front').properties), /access_logs\.s3\.enabled/);
  });

  it('prefers classes of the app to those of aws-cdk-lib', () => {
    const template = readFirst(`
      --- src/WebStack.cs
      class WebStack : Stack { WebStack() { new Bucket(this, "It"); } }
      --- src/Bucket.cs
      class Bucket : Construct { public Bucket(Construct scope, string id) : base(scope, id) { } }
    `);
    assert.equal(template.resources.size, 0);
  });

  it('finds files by what they are called', () => {
    const uris = [
      'src/Web/WebStack.cs',
      'src/Web/Sizes.cs',
      'src/Web/Parts/Door.cs',
      'src/Other/Sizes.cs',
    ].map((path) => root + path);
    const files = {
      has: (uri: string) => uris.includes(uri),
      below: (folder: string) => uris.filter((uri) => uri.startsWith(folder)),
      modulePaths: () => undefined,
    };
    const find = (name: string, from = uris[0] ?? ''): readonly string[] =>
      resolve(name, from, files).map((uri) => uri.slice(root.length));
    assert.deepEqual(find('Sizes'), ['src/Web/Sizes.cs']);
    assert.deepEqual(find('Door'), ['src/Web/Parts/Door.cs']);
    assert.deepEqual(find('Sizes', uris[2]), ['src/Web/Sizes.cs']);
    assert.deepEqual(find('WebStack'), []);
    assert.deepEqual(find('./Sizes', uris[2]), []);
    assert.deepEqual(find('./Sizes'), ['src/Web/Sizes.cs']);
    assert.deepEqual(find('Sizes', `${root}src/Program.cs`), []);
    const text =
      'var door = new Door(this); Sizes sizes = null; new Function(this); if (x is Shop shop) F(Colors.Red, size: 3);';
    assert.deepEqual(
      ['Door', 'Sizes', 'Colors', './Function'].filter((name) => !specifiersIn(text).includes(name)),
      [],
    );
  });
});
