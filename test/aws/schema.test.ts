import { strict as assert } from 'node:assert';
import { loadSchema, type Schema } from '../../server/aws/schema.ts';
import { oneLine } from '../../server/build/awsSchema.ts';
import { schemaBytes } from './schemaBytes.ts';

describe('the resource schema', () => {
  let schema: Schema;
  before(async function () {
    this.timeout(30_000);
    schema = await loadSchema(schemaBytes);
  });

  it('knows all types', () => {
    assert.ok(schema.types().length > 1500);
    assert.ok(schema.types().includes('AWS::EC2::Volume'));
    assert.equal(schema.type('AWS::EC2::Nothing'), undefined);
  });

  it('describes types and properties in one line', () => {
    for (const name of ['AWS::EC2::Volume', 'AWS::S3::Bucket', 'AWS::SQS::Queue', 'AWS::Lambda::Function']) {
      const type = schema.type(name);
      assert.ok(type?.description, name);
      for (const { description } of [type, ...type.properties.values()]) {
        assert.ok(
          description.length <= 240 &&
            !description.endsWith(':') &&
            !description.includes('\n') &&
            !description.includes(']('),
          description,
        );
      }
    }
  });

  it('follows paths into nested types, through lists and the keys of maps', () => {
    const volumeType = schema.property('AWS::EC2::Instance', ['BlockDeviceMappings', 'Ebs', 'VolumeType']);
    assert.equal(volumeType?.owner, 'Ebs');
    assert.equal(volumeType?.type, 'String');
    assert.equal(
      schema.property('AWS::EC2::Instance', ['BlockDeviceMappings'])?.type,
      'List of BlockDeviceMapping',
    );
    assert.equal(schema.property('AWS::Serverless::Function', ['Events', 'Jobs', 'Type'])?.required, true);
    assert.equal(schema.property('AWS::EC2::Instance', ['Ebs', 'VolumeType']), undefined);
    assert.equal(schema.property('AWS::EC2::Instance', []), undefined);
  });

  it('knows required properties and allowed values', () => {
    assert.equal(schema.property('AWS::EC2::Volume', ['AvailabilityZone'])?.required, false);
    assert.equal(schema.property('AWS::Lambda::Function', ['Code'])?.required, true);
    assert.deepEqual(schema.property('AWS::S3::Bucket', ['VersioningConfiguration', 'Status'])?.values, [
      'Enabled',
      'Suspended',
    ]);
  });

  it('unfolds types that contain themselves', () => {
    const path = [
      'Rules',
      'Statement',
      ...Array<string>(6)
        .fill('NotStatement')
        .flatMap((key) => [key, 'Statement']),
    ];
    assert.equal(schema.property('AWS::WAFv2::WebACL', path)?.type, 'Statement');
  });

  it('rejects where the file is damaged', async () => {
    await assert.rejects(loadSchema(async () => new Uint8Array([1, 2, 3])));
  });
});

describe('one line of a description', () => {
  it('ends with a sentence', () => {
    const first = 'The type of the volume.';
    assert.equal(
      oneLine(
        `${first} ${'It has many properties that nobody will read here. '.repeat(5)}`.trim(),
      ).startsWith(first),
      true,
    );
    assert.match(oneLine(`${first} ${'It has many more. '.repeat(30)}`), /\.$/);
  });

  it('has neither links nor quotes of further reading', () => {
    assert.equal(
      oneLine('> A note.\n\nSee [volumes](https://example.com) for `gp3` .'),
      'See volumes for `gp3`.',
    );
  });

  it('announces no list that it leaves out', () => {
    const announced = 'This parameter can be one of the following values:';
    assert.equal(oneLine(`The volume type. ${announced}\n\n- \`gp2\`\n- \`gp3\``), 'The volume type.');
    assert.equal(oneLine(`The volume type. ${announced}\n- \`gp2\`\n- \`gp3\``), 'The volume type.');
    assert.equal(oneLine(announced), '');
  });

  it('is a whole sentence or nothing', () => {
    assert.equal(oneLine(`${'word '.repeat(40)}end.`), `${'word '.repeat(40)}end.`);
    assert.equal(oneLine(`${'word '.repeat(60)}end.`), '');
  });

  it('is empty where there is nothing', () => {
    assert.equal(oneLine(undefined), '');
    assert.equal(oneLine('https://example.com/page'), '');
  });
});
