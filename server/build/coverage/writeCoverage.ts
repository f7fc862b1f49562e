/** `npm run coverage`: puts the examples to the peers that can be had and writes docs/coverage.md. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadSchema } from '../../aws/schema.ts';
import { topics } from '../../aws/topics/index.ts';
import { readClaims, readTraps } from './claims.ts';
import { coveragePage, coveragePaths } from './page.ts';
import { peers } from './peers/index.ts';
import { type Recorded, readRecorded, record } from './recorded.ts';

const recordedFile = 'server/build/coverage/recorded.json';

/**
 * Writes the page in both languages, and what the peers said.
 * @param root the repository's folder
 * @param args of the command line
 * @returns the paths of the files, from the root
 */
export async function writeCoverage(
  root: string,
  args: readonly string[],
  say: (line: string) => void,
): Promise<readonly string[]> {
  const { values } = parseArgs({ args: [...args], options: { 'guard-rules': { type: 'string' } } });
  const schema = await loadSchema(() => readFile(join(root, 'dist', 'aws-schema.json.gz')));
  const claims = await readClaims(root, schema);
  const traps = await readTraps(root, claims, schema);
  const samples = [...claims.flatMap(({ bad, good }) => [bad, good]), ...traps.map(({ sample }) => sample)];
  const recorded: Record<string, Recorded[string]> = { ...(await readRecorded(join(root, recordedFile))) };
  for (const peer of peers) {
    const ready = await peer.prepare({
      packages: join(root, 'node_modules', '.cache', 'kumonote', 'peers'),
      guardRules: values['guard-rules'],
    });
    if (ready) recorded[peer.name] = await record(ready, samples);
    say(ready ? `${peer.name} ${ready.version} was run` : `${peer.name} is not here: its results are kept`);
  }
  await writeFile(join(root, recordedFile), `${JSON.stringify(recorded, undefined, 2)}\n`);
  const coverage = { topics, claims, traps, peers: peers.map(({ name }) => name), recorded };
  for (const language of ['en', 'ja'] as const) {
    await writeFile(join(root, coveragePaths[language]), coveragePage(coverage, language));
  }
  return [...Object.values(coveragePaths), recordedFile];
}
