import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildAwsSchema } from '../../server/build/awsSchema.ts';

let bytes: Promise<Uint8Array> | undefined;

/** The schema as the build makes it; made once for all tests. */
export function schemaBytes(): Promise<Uint8Array> {
  bytes ??= build();
  return bytes;
}

async function build(): Promise<Uint8Array> {
  const folder = await mkdtemp(join(tmpdir(), 'kumonote-schema-'));
  try {
    const file = join(folder, 'aws-schema.json.gz');
    await buildAwsSchema(file);
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
