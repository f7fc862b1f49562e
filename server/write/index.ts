/** Turns edits into text changes, whatever the language of the file. */
import { writeCdk } from './cdk.ts';
import { writeJson } from './json.ts';
import type { TextChange, Writer } from './writer.ts';
import { writeYaml } from './yaml.ts';

const writers: { readonly [format: string]: Writer } = { yaml: writeYaml, json: writeJson, cdk: writeCdk };

export const write: Writer = (template, edits) => {
  const changes = edits.length === 0 ? [] : writers[template.format]?.(template, edits);
  return changes && merged(changes);
};

/** Insertions at the same place become one, so that no editor can put them in another order. */
function merged(changes: readonly TextChange[]): readonly TextChange[] {
  const result: TextChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const together = last && last.span.start === change.span.start && last.span.end === change.span.end;
    if (together && change.span.start === change.span.end) {
      result[result.length - 1] = { span: last.span, pieces: [...last.pieces, ...change.pieces] };
    } else {
      result.push(change);
    }
  }
  return result;
}
