/** Writes the compact resource schema (aws/schema.ts) from AWS's service specification. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { loadAwsServiceSpec } from '@aws-cdk/aws-service-spec';
import type { SchemaFile, StoredProperties, StoredProperty, StoredType } from '../aws/schema.ts';

type Database = Awaited<ReturnType<typeof loadAwsServiceSpec>>;
type Resource = ReturnType<Database['get']> & ResourceLike;
interface ResourceLike {
  readonly cloudFormationType: string;
  readonly documentation?: string;
  readonly properties: Readonly<Record<string, Property>>;
}
interface Property {
  readonly type: PropertyType;
  readonly documentation?: string;
  readonly required?: boolean;
}
interface PropertyType {
  readonly type: string;
  readonly element?: PropertyType;
  readonly types?: readonly PropertyType[];
  readonly reference?: { readonly $ref: string };
  readonly allowedValues?: readonly (string | number)[];
}
interface NestedType {
  readonly name: string;
  readonly properties: Readonly<Record<string, Property>>;
}

/** One line in a hover; a first sentence may take two or three. */
const longestDescription = 140;
const longestSentence = 240;
/** The longest lists are of machine types, from which one chooses by typing. */
const mostValues = 400;

/** Writes the gzipped schema to `outFile`. */
export async function buildAwsSchema(outFile: string): Promise<void> {
  const database = await loadAwsServiceSpec();
  const types: Record<string, string> = {};
  for (const entity of database.all('resource')) {
    const resource = entity as unknown as Resource;
    types[resource.cloudFormationType] = JSON.stringify(storedType(database, resource));
  }
  const file: SchemaFile = { types };
  await mkdir(dirname(outFile), { recursive: true });
  await writeFile(outFile, gzipSync(JSON.stringify(file), { level: 9 }));
}

function storedType(database: Database, resource: ResourceLike): StoredType {
  const nested: Record<string, StoredProperties> = {};
  const names = new Map<string, string>();

  /** The name under which a nested type is kept; made with its own properties on first sight. */
  function nestedName(id: string): string {
    const known = names.get(id);
    if (known !== undefined) return known;
    const type = database.get('typeDefinition', id) as unknown as NestedType;
    const name = type.name in nested ? `${type.name}_${id}` : type.name;
    names.set(id, name);
    nested[name] = {};
    nested[name] = stored(type.properties);
    return name;
  }

  function shapeOf(type: PropertyType): string {
    switch (type.type) {
      case 'array':
        return `[]${type.element ? shapeOf(type.element) : 'Json'}`;
      case 'map':
        return `{}${type.element ? shapeOf(type.element) : 'Json'}`;
      case 'ref':
        return type.reference ? `#${nestedName(type.reference.$ref)}` : 'Json';
      case 'union': {
        const [first, ...others] = [...(type.types ?? [])].sort((a, b) => richness(b) - richness(a));
        const shape = first ? shapeOf(first) : 'Json';
        return others.some((other) => richness(other) !== 1) ? `${shape}|` : shape;
      }
      case 'tag':
        return 'Tag';
      case 'date-time':
        return 'String';
      default:
        return `${type.type[0]?.toUpperCase()}${type.type.slice(1)}`;
    }
  }

  function stored(properties: NestedType['properties']): StoredProperties {
    return Object.fromEntries(
      Object.entries(properties).map(([name, property]) => {
        const values = allowedValues(property.type);
        const required = property.required ? 1 : 0;
        const description = oneLine(property.documentation);
        const shape = shapeOf(property.type);
        const named = values || !isText(property.type) ? [] : namedValues(property.documentation ?? '');
        const line: StoredProperty =
          named.length > 0
            ? [description, shape, required, [], named]
            : values
              ? [description, shape, required, values]
              : required
                ? [description, shape, required]
                : [description, shape];
        return [name, line];
      }),
    );
  }

  const properties = stored(resource.properties);
  return { description: oneLine(resource.documentation), properties, nested };
}

/** Of the alternatives of a union, the one that says most. */
function richness(type: PropertyType): number {
  if (type.type === 'ref') return 3;
  return type.element ? 1 + richness(type.element) : type.type === 'json' ? 0 : 1;
}

function allowedValues(type: PropertyType): string[] | undefined {
  const values = type.allowedValues ?? type.element?.allowedValues;
  return values && values.length <= mostValues ? values.map(String) : undefined;
}

function isText({ type, element }: PropertyType): boolean {
  return type === 'string' || element?.type === 'string';
}

const announcement =
  /\b(?:valid|allowed|possible|supported|following) (?:\w+ )?values?\b|\bvalues? (?:are|is)\b/i;

/** The values that a description names: `a` | `b` anywhere, and code where values are announced. */
export function namedValues(documentation: string): string[] {
  const texts = [...documentation.matchAll(/`[^`\s]+`(?:\s*\|\s*`[^`\s]+`)+/g)].map(([run]) => run);
  const announced = announcement.exec(documentation);
  if (announced) {
    const [first = '', second = ''] = documentation.slice(announced.index).split(/\n\s*\n/);
    texts.push(first.split(/(?<=[.:])\s+(?=[A-Z>])/)[0] ?? '');
    texts.push(...`${first}\n${second}`.split('\n').map(valueOfItem));
  }
  const names = texts.flatMap((text) => [...text.matchAll(/`([A-Za-z0-9](?:[\w.:-]*\w)?)`/g)]);
  const distinct = [...new Set(names.map(([, name]) => name ?? ''))];
  return distinct.length > 1 && distinct.length <= mostValues ? distinct : [];
}

/** What a list item begins with, in code or in bold; of a short one all code. */
function valueOfItem(line: string): string {
  const [, item] = /^\s*[-*+]\s+(.*)$/.exec(line) ?? [];
  if (item === undefined) return '';
  const [, first] = /^(?:\*\*|`)([\w.-]+)(?:\*\*|`)/.exec(item) ?? [];
  if (first !== undefined) return `\`${first}\``;
  return item.length < 60 ? item : '';
}

/** The first sentences of a description that fit a line, or the first alone, without links, emphasis and lists. */
export function oneLine(documentation: string | undefined): string {
  const paragraph = (documentation ?? '')
    .split(/\n\s*\n/)
    .map((text) => plain(text.replace(/\n\s*(?:[-*+]|\d+[.)])\s[\s\S]*/, '')))
    .find((text) => text !== '' && !text.startsWith('>') && !/^https?:\S+$/.test(text));
  let line = '';
  for (const sentence of (paragraph ?? '').split(/(?<=[.!?])\s+(?=[A-Z`"])/)) {
    // What announces a list says nothing without it, and further reading is a click away.
    if (sentence.endsWith(':') || (line && /^(?:For (?:more|further|additional)|See) /.test(sentence))) break;
    const longer = line ? `${line} ${sentence}` : sentence;
    if (longer.length > (line ? longestDescription : longestSentence)) break;
    line = longer;
  }
  return line;
}

function plain(text: string): string {
  return text
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<[^>]+>/g, '')
    .replace(/\*+/g, '')
    .replace(/\s+([.,;:)])(?=\s|$)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
}
