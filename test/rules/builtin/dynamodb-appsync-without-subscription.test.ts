import { suite } from '../suite.ts';

const api = (definition: string, mark = '', type = 'AMAZON_DYNAMODB') => `
    Resources:
      Api: { Type: AWS::AppSync::GraphQLApi }
      Cards: { Type: AWS::AppSync::DataSource, Properties: { ApiId: !GetAtt Api.ApiId, Type: ${type} } }
      Schema:
        Type: AWS::AppSync::GraphQLSchema
        Properties:
          ApiId: !GetAtt Api.ApiId
          ${definition}${mark ? `\n          ${mark}` : ''}
`;

const found = '^^^^^^^^^^ dynamodb/appsync-without-subscription hint';

suite('dynamodb/appsync-without-subscription', {
  'finds a schema without subscriptions over a table': api(
    'Definition: "type Query { card: Card } type Card { id: ID }"',
    found,
  ),
  'does not take a comment or a description for one': api(
    "Definition: 'type Query { card: Card } # no type Subscription yet'",
    found,
  ),
  'is silent about a schema with one': api(
    'Definition: "type Query { card: Card } type Subscription { moved: Card }"',
  ),
  'is silent about a subscription type of another name': api(
    'Definition: "schema { query: Query subscription: Live } type Query { card: Card } type Live { moved: Card }"',
  ),
  'is silent about a schema elsewhere': api('DefinitionS3Location: s3://schemas/board.graphql'),
  'is silent about a text with variables': api(`Definition: !Sub 'type Query { card: Card } \${Rest}'`),
  'is silent about what is no whole schema': api('Definition: "type Query { card: Card"'),
  'is silent without a table': api('Definition: "type Query { card: Card }"', '', 'AWS_LAMBDA'),
  'is silent beside a merged API': `${api('Definition: "type Query { card: Card }"')}
      Merge: { Type: AWS::AppSync::SourceApiAssociation }
  `,
  'knows the API of SAM': `
    Transform: AWS::Serverless-2016-10-31
    Resources:
      Board:
        Type: AWS::Serverless::GraphQLApi
        Properties:
          SchemaInline: 'type Query { card: Card }'
          ^^^^^^^^^^^^ dynamodb/appsync-without-subscription hint
          DataSources: { DynamoDb: { Cards: { TableName: cards } } }
      Uploaded:
        Type: AWS::Serverless::GraphQLApi
        Properties:
          SchemaUri: ./schema.graphql
          DataSources: { DynamoDb: { Cards: { TableName: cards } } }
  `,
});
