/** GraphQL APIs: the schemas and the data sources that are made with them. */
import { get, type Value } from '../../../model/value.ts';
import { type Draft, idOf } from '../draft.ts';
import { libraryCall } from '../library.ts';
import type { Definitions } from './definition.ts';

/** Makes the schema of an API, with the text of the file that holds it, or merges those of others. */
function makeSchema(api: Draft): void {
  const entry = api.propEntry('definition') ?? api.propEntry('schema');
  const merged = entry && libraryCall(entry.value)?.name === 'Definition.fromSourceApis';
  if (merged) api.make('AWS::AppSync::SourceApiAssociation', 'SourceApi', {}, entry.keySpan);
  const file = entry && schemaFile(entry.value);
  if (!entry || !file) return;
  const text = api.textAt(file);
  const schema = api.make('AWS::AppSync::GraphQLSchema', 'Schema', { ApiId: api.reference('ApiId') });
  const definition = text === undefined ? api.unknown(file.span) : api.value(text, file.span);
  schema.set('Definition', definition, entry.keySpan);
}

/** The path of the file that a `Definition` or a `SchemaFile` is made from; undefined where it may be none. */
function schemaFile(value: Value): Value | undefined {
  const named = libraryCall(value);
  const [first] = named?.call.arguments ?? [];
  switch (named?.name) {
    case 'Definition.fromSchema':
      return first && schemaFile(first);
    case 'Definition.fromFile':
    case 'SchemaFile.fromAsset':
    case 'Schema.fromAsset':
      return first;
    case 'SchemaFile':
    case 'Schema':
      return first && get(first, 'filePath');
    default:
      return undefined;
  }
}

export const appsync: Definitions = {
  GraphqlApi: {
    type: 'AWS::AppSync::GraphQLApi',
    make: makeSchema,
    methods: {
      addDynamoDbDataSource: (api, call) => {
        if (!call.sure) return;
        const made = api.make(
          'AWS::AppSync::DataSource',
          idOf(call, 'DataSource'),
          { ApiId: api.reference('ApiId'), Type: 'AMAZON_DYNAMODB' },
          call.methodSpan,
        );
        made.set('DynamoDBConfig.TableName', call.values[1] ?? made.unknown(), call.methodSpan);
      },
    },
  },
};
