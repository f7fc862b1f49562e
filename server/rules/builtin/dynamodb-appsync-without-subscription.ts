import { certainText } from '../../model/possible.ts';
import { type Resource, referencedResource, resourcesOfType, type Template } from '../../model/template.ts';
import { entryOf, get, getPath } from '../../model/value.ts';
import { textWhen } from '../claims.ts';
import type { Rule } from '../rule.ts';

const samApi = 'AWS::Serverless::GraphQLApi';
/** The properties that hold a schema, and the path of a file with it. */
const schemaProperties = {
  sam: ['SchemaInline', 'SchemaUri'],
  plain: ['Definition', 'DefinitionS3Location'],
} as const;

/** A GraphQL API over DynamoDB whose clients have no way to hear of changes. */
export const appsyncWithoutSubscription: Rule = {
  id: 'dynamodb/appsync-without-subscription',
  title: { en: 'GraphQL API without subscriptions', ja: 'Subscription のない GraphQL API' },
  severity: 'hint',
  subject: { topic: 'dynamodb', aspect: 'subscriptions' },
  on: ['AWS::AppSync::GraphQLSchema', samApi],
  check(resource, template) {
    const [inline, location] = schemaProperties[resource.type === samApi ? 'sam' : 'plain'];
    const definition = entryOf(resource.properties, inline) ?? entryOf(resource.properties, location);
    const text = definition && certainText(template, definition.value);
    const schema = definition?.key === location && text !== undefined ? template.textOf?.(text) : text;
    if (!definition || schema === undefined || mayHaveSubscription(schema)) return [];
    if (!readsDynamoDb(resource, template) || mayBeMerged(template)) return [];
    return [
      {
        message: {
          en: `The schema "${resource.name}" has no Subscription type, so clients that show data from DynamoDB do not hear of changes and have to ask again and again. If they should see changes as they happen, add type Subscription with @aws_subscribe.`,
          ja: `スキーマ「${resource.name}」には Subscription 型がないため、DynamoDB のデータの変更はクライアントに届かず、クライアントは問い合わせを繰り返すことになります。変更をリアルタイムに伝えたい場合は、type Subscription と @aws_subscribe を追加してください。`,
        },
        span: definition.keySpan,
      },
    ];
  },
};

/** Whether clients may subscribe to something; also where the text is no complete schema, whose rest may say so. */
function mayHaveSubscription(schema: string): boolean {
  const text = schema.replace(/"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|#.*/g, ' ');
  if (!/\btype\s+Query\b/.test(text) || count(text, '{') !== count(text, '}')) return true;
  return /\btype\s+Subscription\b|@aws_subscribe\b|\bsubscription\s*:/.test(text);
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

function readsDynamoDb(resource: Resource, template: Template): boolean {
  if (resource.type === samApi) return getPath(resource.properties, 'DataSources.DynamoDb').kind === 'map';
  const api = referencedResource(template, get(resource.properties, 'ApiId'));
  if (!api) return false;
  return resourcesOfType(template, 'AWS::AppSync::DataSource').some(
    ({ properties, condition }) =>
      condition === undefined &&
      referencedResource(template, get(properties, 'ApiId')) === api &&
      textWhen(template, get(properties, 'Type'), 'amazon_dynamodb')?.length === 0,
  );
}

/** A merged API may take its subscriptions from another schema. */
function mayBeMerged(template: Template): boolean {
  return resourcesOfType(template, 'AWS::AppSync::SourceApiAssociation').length > 0;
}
