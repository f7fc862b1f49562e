import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { loadSchema, type Schema } from '../../server/aws/schema.ts';
import { services } from '../../server/aws/services.ts';
import type { Coverage } from '../../server/aws/topic.ts';
import { topics } from '../../server/aws/topics/index.ts';
import { schemaBytes } from './schemaBytes.ts';

describe('topics', () => {
  let schema: Schema;
  before(async function () {
    this.timeout(30_000);
    schema = await loadSchema(schemaBytes);
  });

  it('name only resource types that AWS has', () => {
    const unknown = topics
      .flatMap((topic) => [topic, ...topic.aspects])
      .flatMap((coverage) => [
        ...(coverage.types ?? []),
        ...('neighbours' in coverage ? (coverage.neighbours ?? []) : []),
      ])
      .filter((type) => !isOutsideTheSchema(type) && !typeExists(schema, type));
    assert.deepEqual(unknown, []);
  });

  it('name only properties that their types have', () => {
    const unknown = coverages()
      .flatMap(({ properties, values, groups }) => [
        ...(properties ?? []),
        ...[...(values ?? []), ...(groups ?? [])].flatMap(({ of }) => of),
        ...(groups ?? []).flatMap(({ of, keys }) =>
          // Some keys are in only some of the groups: `Size` here, `VolumeSize` there.
          (keys ?? []).flatMap((key) =>
            of.some((holder) => exists(`${holder}.${key}`)) ? [] : [`${of[0]}.${key}`],
          ),
        ),
      ])
      .filter((property) => !exists(property));
    assert.deepEqual([...new Set(unknown)], []);

    function exists(property: string): boolean {
      const [type = '', ...path] = property.replace(/\.\*$/, '').split('.');
      if (isOutsideTheSchema(type)) return true;
      return path.length === 0 ? typeExists(schema, type) : schema.property(type, path) !== undefined;
    }
  });

  it('name only classes and members that aws-cdk-lib has', () => {
    const names = topics
      .flatMap(({ classes }) => classes)
      .concat(coverages().flatMap(({ members }) => members ?? []));
    const unknown = names.filter((name) => !name.startsWith('@') && !isInCdk(name));
    assert.deepEqual([...new Set(unknown)], []);
  });

  it('have ids of their own, and so do their aspects', () => {
    const ids = topics.flatMap(({ id, aspects }) => [id, ...aspects.map((aspect) => `${id}/${aspect.id}`)]);
    assert.equal(new Set(ids).size, ids.length);
  });
});

describe('services', () => {
  it('name only resource types that AWS has', async function () {
    this.timeout(30_000);
    const schema = await loadSchema(schemaBytes);
    const types = services.flatMap((service) => service.types);
    assert.deepEqual(
      types.filter((type) => !typeExists(schema, type)),
      [],
    );
  });
});

function coverages(): readonly Coverage[] {
  return topics.flatMap((topic) => [topic, ...topic.aspects]);
}

/** SAM's newest types and custom resources are not in AWS's specification. */
function isOutsideTheSchema(type: string): boolean {
  return type.startsWith('AWS::Serverless::') || type.startsWith('Custom::');
}

function typeExists(schema: Schema, type: string): boolean {
  if (!type.endsWith('*')) return schema.type(type) !== undefined;
  return schema.types().some((name) => name.startsWith(type.slice(0, -1)));
}

const declarations = new Map<string, string>();

function isInCdk(name: string): boolean {
  const [module = '', className = '', member] = name.split('.');
  const source = declarationsOf(module);
  if (!new RegExp(`\\b(?:class|enum) ${className}\\b`).test(source)) return false;
  return member === undefined || new RegExp(`\\b${member}\\b\\??(?:[:(;,]| =|<)`).test(source);
}

/** All type declarations of a module; some modules keep them in packed files. */
function declarationsOf(module: string): string {
  let source = declarations.get(module);
  if (source === undefined) {
    const folder = join('node_modules/aws-cdk-lib', module);
    source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.d\.ts(\.gz)?$/.test(file))
      .map((file) => readFileSync(join(folder, file)))
      .map((bytes) => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8'))
      .join('\n');
    declarations.set(module, source);
  }
  return source;
}
