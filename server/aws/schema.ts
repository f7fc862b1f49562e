/**
 * What AWS specifies of its resource types: one line on each type and property, allowed values, what is required.
 * Made by `build/awsSchema.ts`; loaded when the first hover needs it, and then parsed type by type.
 */
export interface Schema {
  /** The names of all resource types, sorted. */
  types(): readonly string[];
  type(name: string): SchemaType | undefined;
  /** The property at `path`, without list indices but with the keys of maps; undefined where there is none. */
  property(type: string, path: readonly string[]): SchemaProperty | undefined;
  /** What may stand below `path`, the type's own properties where it is empty; undefined where any key may. */
  members(type: string, path: readonly string[]): Members | undefined;
}

export interface Members {
  readonly properties: Properties;
  /** False where there may be properties that are not specified. */
  readonly complete: boolean;
}

export interface SchemaType {
  readonly name: string;
  /** One line of AWS's description, Markdown with code spans at most; empty where there is none. */
  readonly description: string;
  readonly properties: Properties;
}

export type Properties = ReadonlyMap<string, SchemaProperty>;

export interface SchemaProperty {
  readonly name: string;
  readonly description: string;
  /** `String`, `List of Tag`, `Map of String` …, in AWS's words. */
  readonly type: string;
  readonly required: boolean;
  /** The values it may have; undefined where any will do. */
  readonly values: readonly string[] | undefined;
  /** Values that its description names where none are specified; there may be others. */
  readonly named: readonly string[];
  /** The nested type whose property this is; undefined for those of the resource itself. */
  readonly owner: string | undefined;
  /** Properties of its value, or of the elements of its value. */
  readonly properties: Properties | undefined;
  /** True where its value may be something else, too, with properties of its own. */
  readonly open: boolean;
}

/** The file: each type is a string of its own, so that reading one does not parse the other 1,800. */
export interface SchemaFile {
  readonly types: Readonly<Record<string, string>>;
}

/** One type in the file. */
export interface StoredType {
  readonly description: string;
  readonly properties: StoredProperties;
  readonly nested: Readonly<Record<string, StoredProperties>>;
}

export type StoredProperties = Readonly<Record<string, StoredProperty>>;

/** Description, shape, whether it is required, allowed values. */
export type StoredProperty = readonly [
  description: string,
  /** `[]` list of, `{}` map of, `#` nested type, `|` at the end for "or something else": `[]#Tag`, `{}String`. */
  shape: string,
  required?: 0 | 1,
  values?: readonly string[],
  /** Values that the description names; only where there are no allowed ones. */
  named?: readonly string[],
];

const deepestPath = 40;

/**
 * Loads the schema.
 * @param read gives the gzipped file
 * @throws where the file cannot be read or is damaged
 */
export async function loadSchema(read: () => Promise<Uint8Array>): Promise<Schema> {
  const bytes = await read();
  const stream = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(new DecompressionStream('gzip'));
  return schemaOf(JSON.parse(await new Response(stream).text()) as SchemaFile);
}

/** A schema that knows nothing, for as long as none is loaded. */
export const emptySchema: Schema = schemaOf({ types: {} });

function schemaOf(file: SchemaFile): Schema {
  const stored = new Map(Object.entries(file.types));
  const parsed = new Map<string, SchemaType>();
  const names = [...stored.keys()].sort();

  function type(name: string): SchemaType | undefined {
    const known = parsed.get(name);
    const source = stored.get(name);
    if (known || source === undefined) return known;
    const { description, properties, nested } = JSON.parse(source) as StoredType;
    const made = { name, description, properties: propertiesOf(properties, undefined, nested) };
    parsed.set(name, made);
    return made;
  }

  return {
    types: () => names,
    type,
    property(name, path) {
      let properties = type(name)?.properties;
      let found: SchemaProperty | undefined;
      for (let at = 0; at < Math.min(path.length, deepestPath); at += 1) {
        found = properties?.get(path[at] ?? '');
        if (!found) return undefined;
        properties = found.properties;
        // The key of a map names an entry, not a property.
        if (found.type.startsWith(mapOf)) at += 1;
      }
      return found;
    },
    members(name, path) {
      let properties = type(name)?.properties;
      let complete = !unspecified.test(name);
      for (let at = 0; at < path.length; at += 1) {
        const found = properties?.get(path[at] ?? '');
        if (!found || at > deepestPath) return undefined;
        if (found.type.startsWith(mapOf) && ++at === path.length) return undefined;
        properties = found.properties;
        complete &&= !found.open;
      }
      return properties && { properties, complete };
    },
  };
}

/** Types with properties of the user's own, and those of which the specification lags behind. */
const unspecified = /^AWS::CloudFormation::CustomResource$|^AWS::Serverless::/;

const listOf = 'List of ';
const mapOf = 'Map of ';

/** AWS specifies tags once for all types. */
const tag: StoredProperties = {
  Key: ['', 'String', 1],
  Value: ['', 'String', 1],
};

function propertiesOf(
  stored: StoredProperties,
  owner: string | undefined,
  nested: StoredType['nested'],
): Properties {
  return new Map(
    Object.entries(stored).map(([name, [description, shape, required, values, named]]) => {
      const nestedName = /#([^|]+)/.exec(shape)?.[1];
      let below: Properties | undefined;
      const property: SchemaProperty = {
        name,
        description,
        type: shape.replaceAll('[]', listOf).replaceAll('{}', mapOf).replace(/[#|]/g, ''),
        required: required === 1,
        values: values?.length ? values : undefined,
        named: named ?? [],
        owner,
        open: shape.endsWith('|'),
        // Nested types may contain themselves, so they are unfolded one level at a time.
        get properties() {
          const inner = nestedName === undefined ? undefined : nested[nestedName];
          if (inner) below ??= propertiesOf(inner, nestedName, nested);
          else if (/(?:^|\])Tag$/.test(shape)) below ??= propertiesOf(tag, owner, nested);
          return below;
        },
      };
      return [name, property];
    }),
  );
}
