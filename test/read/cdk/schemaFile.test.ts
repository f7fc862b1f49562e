import { strict as assert } from 'node:assert';
import { languageOf } from '../../../server/host/languages.ts';
import type { Template } from '../../../server/model/template.ts';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { importsIn } from '../../../server/read/index.ts';
import type { SourceText } from '../../../server/read/reader.ts';
import { dedent } from '../../support/marked.ts';
import { severalFiles } from '../../support/severalFiles.ts';
import { imports, loadCdk, resource, show } from './support.ts';

const root = 'file:///work/';
const elsewhere = `
  --- cdk.json
  {}
  --- schema.graphql
  at the app
  --- infra/lib/schema.graphql
  beside it
  --- infra/api/schema.graphql
  in a folder
`;

/** The file in `text` and its neighbours, all at hand. */
function filesOf(text: string, neighbours = elsewhere): readonly SourceText[] {
  return [...severalFiles(`${dedent(text)}\n${dedent(neighbours)}`)].map(([path, content]) => {
    const uri = root + path;
    const head = path.endsWith('.ts') ? `${imports}; ` : '';
    return { uri, languageId: languageOf(uri), text: head + content };
  });
}

/** The first file, read with those that it names. */
function readFirst([main, ...others]: readonly SourceText[], previous?: Template): Template {
  assert(main);
  const uris = importsIn(main)?.({
    has: (uri) => others.some((each) => each.uri === uri),
    below: () => [],
    modulePaths: () => undefined,
  });
  const template = cdkReader.read(
    main,
    previous,
    others.filter(({ uri }) => uris?.includes(uri)),
  );
  assert(template);
  return template;
}

/** The schema of the API `Api` that the first file makes. */
function schema(text: string, neighbours = elsewhere): string {
  const template = readFirst(filesOf(text, neighbours));
  cdkReader.forget(template.uri);
  return show(resource(template, 'Api/Schema').properties);
}

const inTypeScript = (definition: string, before = '') => `
  --- infra/lib/stack.ts
  import * as path from 'path'; import { join } from 'node:path';
  ${before}
  export class Shop extends cdk.Stack { constructor(scope, id) { super(scope, id);
    new appsync.GraphqlApi(this, 'Api', { name: 'shop', ${definition} });
  } }
`;

describe('The schema of a GraphQL API in CDK code', () => {
  before(loadCdk);

  const beside = [
    "definition: appsync.Definition.fromFile(path.join(__dirname, 'schema.graphql'))",
    "definition: appsync.Definition.fromFile(join(__dirname, './schema.graphql'))",
    "definition: appsync.Definition.fromFile(path.resolve(__dirname, '..', 'lib', 'schema.graphql'))",
    'definition: appsync.Definition.fromFile(`$' + '{__dirname}/schema.graphql`)',
    "definition: appsync.Definition.fromFile(__dirname + '/schema.graphql')",
    "schema: appsync.SchemaFile.fromAsset('infra/lib/schema.graphql')",
    "schema: appsync.SchemaFile.fromAsset(path.join('infra', 'lib', 'schema.graphql'))",
    "schema: new appsync.SchemaFile({ filePath: path.join(path.dirname(__filename), 'schema.graphql') })",
  ];
  for (const definition of beside) {
    it(`is the text of the file that it names: ${definition}`, () => {
      assert.match(schema(inTypeScript(definition)), /Definition: "beside it\\n"/);
    });
  }

  it('counts a path from where the app runs, or from the file', () => {
    const from = (path: string) =>
      schema(
        inTypeScript(`definition: appsync.Definition.fromSchema(appsync.SchemaFile.fromAsset(${path}))`),
      );
    assert.match(from("'schema.graphql'"), /"at the app/);
    assert.match(from("path.join(process.cwd(), 'schema.graphql')"), /"at the app/);
    assert.match(from("path.join(__dirname, '../api/schema.graphql')"), /"in a folder/);
  });

  it('follows names to the path', () => {
    const text = inTypeScript(
      'definition: appsync.Definition.fromFile(file)',
      "const file = path.join(__dirname, '..', 'api', 'schema.graphql');",
    );
    assert.match(schema(text), /"in a folder/);
  });

  const untold = [
    "appsync.Definition.fromFile('missing.graphql')",
    "appsync.Definition.fromFile('/schema.graphql')",
    "appsync.Definition.fromFile('../../../schema.graphql')",
    'appsync.Definition.fromFile(`$' + '{process.env.API}/schema.graphql`)',
    "appsync.Definition.fromFile(find('schema.graphql'))",
  ];
  for (const definition of untold) {
    it(`is unknown where the file cannot be told: ${definition}`, () => {
      assert.match(schema(inTypeScript(`definition: ${definition}`)), /Definition: unknown/);
    });
  }

  it('is unknown where it cannot be told in which folder the app runs', () => {
    const text = inTypeScript("definition: appsync.Definition.fromFile('schema.graphql')");
    const neighbours = elsewhere.replace('--- cdk.json', '--- other.json');
    assert.match(schema(text, neighbours), /Definition: unknown/);
  });

  it('is not made of what is not a file, and that of a merged API is made of others', () => {
    const made = (definition: string) => {
      const template = readFirst(filesOf(inTypeScript(`definition: ${definition}`)));
      cdkReader.forget(template.uri);
      return [...template.byType.keys()];
    };
    assert.deepEqual(made('makeDefinition()'), ['AWS::AppSync::GraphQLApi']);
    assert.deepEqual(made('appsync.Definition.fromSourceApis({ sourceApis })'), [
      'AWS::AppSync::GraphQLApi',
      'AWS::AppSync::SourceApiAssociation',
    ]);
  });

  it('is read again when the file changes', () => {
    const text = inTypeScript("definition: appsync.Definition.fromFile('schema.graphql')");
    const files = filesOf(text);
    const before = readFirst(files);
    const changed = files.map((each) =>
      each.uri === `${root}schema.graphql` ? { ...each, text: 'changed' } : each,
    );
    const after = readFirst(changed, before);
    cdkReader.forget(after.uri);
    assert.match(show(resource(after, 'Api/Schema').properties), /Definition: "changed"/);
  });

  const python = (definition: string) => `
    --- infra/lib/stack.py
    import os
    from pathlib import Path
    from aws_cdk import Stack, aws_appsync as appsync
    class Shop(Stack):
        def __init__(self, scope, id):
            super().__init__(scope, id)
            here = os.path.dirname(os.path.abspath(__file__))
            appsync.GraphqlApi(self, "Api", name="shop", definition=appsync.Definition.from_file(${definition}))
  `;
  for (const definition of [
    'os.path.join(os.path.dirname(__file__), "schema.graphql")',
    'os.path.join(here, "schema.graphql")',
    'f"{here}/schema.graphql"',
    'str(Path(__file__).parent / "schema.graphql")',
    'str(Path(__file__).resolve().parent.parent.joinpath("lib", "schema.graphql"))',
    '"infra/lib/schema.graphql"',
    'os.path.join("infra", "lib", "schema.graphql")',
  ]) {
    it(`is the text of the file that Python names: ${definition}`, () => {
      assert.match(schema(python(definition)), /Definition: "beside it/);
    });
  }

  const others: readonly string[] = [
    `--- src/Stack.java
    import software.amazon.awscdk.*;
    import software.amazon.awscdk.services.appsync.*;
    class Shop extends Stack { Shop(Construct scope, String id) { super(scope, id);
      GraphqlApi.Builder.create(this, "Api").name("shop").definition(Definition.fromFile("schema.graphql")).build();
    } }`,
    `--- src/Stack.cs
    using Amazon.CDK;
    using Amazon.CDK.AWS.AppSync;
    class Shop : Stack { public Shop(Construct scope, string id) : base(scope, id) {
      new GraphqlApi(this, "Api", new GraphqlApiProps { Name = "shop", Definition = Definition.FromFile("schema.graphql") });
    } }`,
    `--- main.go
    package main
    import (
      "github.com/aws/aws-cdk-go/awscdk/v2"
      "github.com/aws/aws-cdk-go/awscdk/v2/awsappsync"
      "github.com/aws/jsii-runtime-go"
    )
    func shop(stack awscdk.Stack) {
      awsappsync.NewGraphqlApi(stack, jsii.String("Api"), &awsappsync.GraphqlApiProps{
        Name: jsii.String("shop"),
        Schema: awsappsync.SchemaFile_FromAsset(jsii.String("schema.graphql")),
      })
    }`,
  ];
  for (const code of others) {
    it(`is the text of the file that ${code.slice(4, code.indexOf('\n'))} names`, () => {
      assert.match(schema(`    ${code}`), /Definition: "at the app/);
    });
  }
});
