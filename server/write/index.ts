/** Turns edits into text changes, whatever the language of the file. */
import { writeCdk } from './cdk.ts';
import { writeJson } from './json.ts';
import type { Writer } from './writer.ts';
import { writeYaml } from './yaml.ts';

const writers: { readonly [format: string]: Writer } = { yaml: writeYaml, json: writeJson, cdk: writeCdk };

export const write: Writer = (template, edits) =>
  edits.length === 0 ? [] : writers[template.format]?.(template, edits);
