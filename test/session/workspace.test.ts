import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { languageOf } from '../../server/host/languages.ts';
import { type Editor, startEditor } from '../support/editor.ts';
import { severalFiles } from '../support/severalFiles.ts';

const typescript = `
  --- bin/app.ts
  import * as cdk from 'aws-cdk-lib';
  import { Shop } from '../lib/shop';
  new Shop(new cdk.App(), 'Shop', { disk: 'st1', home: 'st1' });
  --- lib/shop.ts
  import * as cdk from 'aws-cdk-lib';
  import * as ec2 from 'aws-cdk-lib/aws-ec2';
  export class Shop extends cdk.Stack {
    constructor(scope: Construct, id: string, props: ShopProps) {
      super(scope, id, props);
      new ec2.CfnVolume(this, 'Disk', { availabilityZone: 'a', size: 500, volumeType: props.disk });
      new ec2.CfnVolume(this, 'Home', { availabilityZone: 'a', size: 500, volumeType: props.home });
    }
  }
  --- test/shop.test.ts
  import { Shop } from '../lib/shop';
  new Shop(app, 'Test', { disk: 'gp3' });
`;

const python = `
  --- shop/stack.py
  from aws_cdk import Stack, aws_ec2 as ec2
  from .settings import DISK
  class Shop(Stack):
      def __init__(self, scope, id):
          super().__init__(scope, id)
          ec2.CfnVolume(self, "Disk", availability_zone="a", size=500, volume_type=DISK)
  --- shop/__init__.py
  --- shop/settings.py
  DISK = "st1"
`;

const aliased = `
  --- apps/shop/lib/stack.ts
  import * as ec2 from 'aws-cdk-lib/aws-ec2';
  import { disk } from '@shop/settings';
  new ec2.CfnVolume(stack, 'Disk', { availabilityZone: 'a', size: 500, volumeType: disk });
  --- apps/shop/tsconfig.json
  { "extends": "../../tsconfig.base.json" }
  --- tsconfig.base.json
  { "compilerOptions": { "paths": { "@shop/*": ["apps/shop/hdd/*"] } } }
  --- apps/shop/hdd/settings.ts
  export const disk = 'st1';
  --- apps/shop/ssd/settings.ts
  export const disk = 'gp3';
`;

describe('an editor session on CDK code in several files', () => {
  let editor: Editor;
  afterEach(() => editor.dispose());

  /** Opens the file at `path` of a workspace. */
  async function open(files: ReadonlyMap<string, string>, path: string): Promise<void> {
    editor = await startEditor({ files: Object.fromEntries(files) });
    await editor.open(path, languageOf(path), files.get(path) ?? '');
  }

  /** Waits until exactly these lines of a file have a finding; what it is read with is known some time later. */
  async function findings(path: string, ...lines: number[]): Promise<Diagnostic[]> {
    for (;;) {
      const found = editor.diagnostics(path);
      if (found.map(({ range }) => range.start.line).join() === lines.join()) return found;
      await editor.nextDiagnostics(path);
    }
  }

  it('finds what is wrong with what another file gives, and points there', async () => {
    const files = severalFiles(typescript);
    await open(files, 'lib/shop.ts');
    const [found] = await findings('lib/shop.ts', 5, 6);
    assert.equal(found?.code, 'ebs/hdd-volume');
    const [related] = found?.relatedInformation ?? [];
    assert.equal(related?.location.uri, 'file:///workspace/bin/app.ts');
    assert.equal(related.location.range.start.line, 2);
    assert.equal(related.message, 'It is written here.');
  });

  it('says nothing where another file decides otherwise in one of several places', async () => {
    const files = severalFiles(typescript);
    files.set('bin/other.ts', files.get('bin/app.ts')?.replace("disk: 'st1'", "disk: 'gp3'") ?? '');
    await open(files, 'lib/shop.ts');
    await findings('lib/shop.ts', 6);
  });

  it('finds what an alias of tsconfig.json means, also after that changes', async () => {
    const files = severalFiles(aliased);
    const base = files.get('tsconfig.base.json') ?? '';
    await open(files, 'apps/shop/lib/stack.ts');
    await findings('apps/shop/lib/stack.ts', 2);
    await editor.saveFile('tsconfig.base.json', base.replace('hdd', 'ssd'));
    await findings('apps/shop/lib/stack.ts');
    await editor.open('tsconfig.base.json', 'jsonc', base.replace('hdd', 'ssd'));
    await editor.type('tsconfig.base.json', base, 'apps/shop/lib/stack.ts');
    await findings('apps/shop/lib/stack.ts', 2);
  });

  it('checks an open file again when another one is typed in, saved or deleted', async () => {
    const files = severalFiles(python);
    await open(files, 'shop/stack.py');
    await findings('shop/stack.py', 5);
    await editor.open('shop/settings.py', 'python', files.get('shop/settings.py') ?? '');
    await editor.type('shop/settings.py', 'DISK = "gp3"\n');
    await findings('shop/stack.py');
    editor.close('shop/settings.py');
    await findings('shop/stack.py', 5);
    await editor.saveFile('shop/settings.py', 'DISK = "gp3"\n');
    await findings('shop/stack.py');
    await editor.saveFile('shop/settings.py', 'DISK = "st1"\n');
    await findings('shop/stack.py', 5);
    await editor.saveFile('shop/settings.py', undefined);
    await findings('shop/stack.py');
  });

  const schema = 'type Query { card: Card } type Card { id: ID }';
  const graphs = {
    'app/template.yaml': `
      --- app/template.yaml
      Transform: AWS::Serverless-2016-10-31
      Resources:
        Board:
          Type: AWS::Serverless::GraphQLApi
          Properties:
            SchemaUri: ./schema.graphql
            DataSources: { DynamoDb: { Cards: { TableName: cards } } }
    `,
    'app/stack.ts': `
      --- app/stack.ts
      import * as appsync from 'aws-cdk-lib/aws-appsync';
      import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
      const table = dynamodb.Table.fromTableName(this, 'Table', 'cards');
      const board = new appsync.GraphqlApi(this, 'Board', {
        definition: appsync.Definition.fromFile('schema.graphql'),
      });
      board.addDynamoDbDataSource('Cards', table);
      --- app/cdk.json
      {}
    `,
  };
  for (const [path, text] of Object.entries(graphs)) {
    it(`checks the schema that ${path} names, as often as it is written`, async () => {
      const files = severalFiles(text);
      files.set('app/schema.graphql', schema);
      await open(files, path);
      await findings(path, path.endsWith('.ts') ? 4 : 5);
      await editor.saveFile('app/schema.graphql', `${schema} type Subscription { moved: Card }`);
      await findings(path);
      await editor.saveFile('app/schema.graphql', schema);
      await findings(path, path.endsWith('.ts') ? 4 : 5);
      await editor.saveFile('app/schema.graphql', undefined);
      await findings(path);
    });
  }
});
