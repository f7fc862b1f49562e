import { deepEqual, equal, match } from 'node:assert/strict';
import { type Editor, startEditor } from '../support/editor.ts';

const source = `from aws_cdk import Stack, aws_elasticloadbalancingv2 as elbv2

class ShopStack(Stack):
    def __init__(self, scope, id, vpc):
        super().__init__(scope, id)
        elbv2.ApplicationLoadBalancer(self, "PublicAlb", vpc=vpc)
`;

const template = JSON.stringify(
  {
    Resources: {
      PublicAlb123: {
        Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        Properties: { Type: 'application' },
      },
      OtherAlb456: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Type: 'application' } },
    },
  },
  undefined,
  1,
);

/** As CDK writes it for an app whose stack traces end at the border between the languages. */
const manifest = JSON.stringify({
  version: '55.0.0',
  artifacts: {
    Shop: {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: 'Shop.template.json' },
      metadata: {
        '/Shop/PublicAlb/Resource': [{ type: 'aws:cdk:logicalId', data: 'PublicAlb123' }],
        '/Shop/Other/Resource': [{ type: 'aws:cdk:logicalId', data: 'OtherAlb456' }],
      },
    },
  },
});

const path = 'cdk.out/Shop.template.json';

describe('a session with a synthesized template', () => {
  let editor: Editor;

  beforeEach(async () => {
    editor = await startEditor({
      files: { 'shop/shop_stack.py': source, 'cdk.out/manifest.json': manifest, [path]: template },
    });
    // The source is read first, so that what is found there is known.
    await editor.open('shop/shop_stack.py', 'python', source);
  });

  afterEach(() => editor.dispose());

  it('says once what is found, in the source, and leads there', async () => {
    const diagnostics = await editor.open(path, 'json', template);
    deepEqual(
      diagnostics.map(({ code, severity, relatedInformation }) => [
        code,
        severity,
        relatedInformation?.map(({ location, message }) => [
          location.uri,
          location.range.start.line,
          message,
        ]),
      ]),
      [
        // A hint (4) where the source says it, a warning (2) where what made it is not known.
        [
          'elb/access-logs-disabled',
          4,
          [['file:///workspace/shop/shop_stack.py', 5, 'The construct that makes it']],
        ],
        ['elb/access-logs-disabled', 2, undefined],
      ],
    );
  });

  it('links the construct in hovers and for going to the definition, and edits nothing', async () => {
    await editor.open(path, 'json', template);
    const offset = template.indexOf('AWS::');
    match(
      (await editor.hover(path, offset)) ?? '',
      /\[Made in shop\/shop\\_stack\.py:6\]\(file:\/\/\/workspace\/shop\/shop_stack\.py#L6,15\)/,
    );
    const definition = await editor.request<{ uri: string } | null>('textDocument/definition', {
      textDocument: { uri: `file:///workspace/${path}` },
      position: { line: 2, character: 5 },
    });
    equal(definition?.uri, 'file:///workspace/shop/shop_stack.py');
    deepEqual(await editor.codeActions(path, offset), []);
  });
});
