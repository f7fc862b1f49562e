/**
 * What `cdk synth` writes beside a template (`cdk.out`): where in the CDK app each of its resources was made.
 * https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assemblies
 */
import type { Files } from './files.ts';

export interface SynthesizedResource {
  /** The construct's place in the app's tree: `ShopStack/PublicAlb/Resource`. */
  readonly path: string;
  /** The calls that made it, the innermost first. */
  readonly frames: readonly Frame[];
}

/** A place in a program, as a stack trace has it. */
export interface Frame {
  /** Absolute, as on the machine that ran the app. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

const mostBytes = 20 * 1024 * 1024;

const fileName = /^(.*\/)([^/]+\.template\.json)$/;

/** Whether the file at `uri` is called like a template that CDK synthesized. */
export function isSynthesizedName(uri: string): boolean {
  return fileName.test(uri);
}

/**
 * The resources of a synthesized template by logical ID, or undefined where the file at `uri` is none. What is not
 * of the expected shape counts as not there.
 */
export async function synthesizedResources(
  files: Files,
  uri: string,
): Promise<ReadonlyMap<string, SynthesizedResource> | undefined> {
  const [, folder, encodedName] = fileName.exec(uri) ?? [];
  if (folder === undefined || encodedName === undefined) return undefined;
  const name = decodeURIComponent(encodedName);
  const manifest = await readJson(files, `${folder}manifest.json`);
  const artifact = Object.values(record(manifest.artifacts))
    .map(record)
    .find((each) => record(each.properties).templateFile === name);
  if (!artifact) return undefined;
  const { additionalMetadataFile } = artifact;
  // Newer versions of CDK keep what they know of constructs in a file of its own.
  const metadata =
    typeof additionalMetadataFile === 'string' && !additionalMetadataFile.includes('/')
      ? await readJson(files, folder + encodeURIComponent(additionalMetadataFile))
      : record(artifact.metadata);
  const found = new Map<string, SynthesizedResource>();
  for (const [path, entries] of Object.entries(metadata)) {
    const known = Array.isArray(entries) ? entries.map(record) : [];
    const id = known.find(({ type }) => type === 'aws:cdk:logicalId');
    if (typeof id?.data !== 'string') continue;
    const stack = known.find(({ type }) => type === 'aws:cdk:creationStack')?.data ?? id.trace;
    const frames = Array.isArray(stack) ? stack.flatMap(frameOf) : [];
    found.set(id.data, { path: path.replace(/^\//, ''), frames });
  }
  return found;
}

/** `new ShopStack (/app/lib/shop-stack.ts:12:5)`, or the place alone. */
function frameOf(text: unknown): readonly Frame[] {
  const match =
    typeof text === 'string' ? /(?:^|[\s(])(\/[^()]*|[A-Za-z]:[\\/][^()]*):(\d+):(\d+)\)?$/.exec(text) : null;
  if (!match) return [];
  const [, file = '', line, column] = match;
  return [{ file, line: Number(line), column: Number(column) }];
}

async function readJson(files: Files, uri: string): Promise<Readonly<Record<string, unknown>>> {
  try {
    return record(JSON.parse((await files.read(uri, mostBytes)) ?? ''));
  } catch {
    return {};
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, unknown>>)
    : {};
}
