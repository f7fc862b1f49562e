/** How long a vault takes to load, and what a hover takes meanwhile, over the Language Server Protocol. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startServer } from '../support/serverProcess.ts';

export interface NotesFigures {
  /** From the start of the session until all notes are in hovers. Milliseconds, as are the others. */
  readonly load: number;
  /** Hovers that were asked for while notes were loading, and after that. */
  readonly during: readonly number[];
  readonly after: readonly number[];
  /** Resident memory with the notes loaded, in MB. */
  readonly memory: number;
}

const template = 'Resources:\n  Disk:\n    Type: AWS::EC2::Volume\n    Properties:\n      VolumeType: st1\n';
/** A cursor that moves on this often, in milliseconds. */
const rest = 15;

/** A session in a folder with `count` notes. */
export async function measureNotes(count: number): Promise<NotesFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'kumonote-notes-'));
  try {
    writeVault(folder, count);
    return await measure(folder, count);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, count: number): Promise<NotesFigures> {
  const uri = pathToFileURL(join(folder, 'template.yaml')).href;
  const server = await startServer(
    {
      workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'vault' }],
      initializationOptions: { language: 'en', uriScheme: 'vscode' },
      capabilities: { workspace: { configuration: true } },
    },
    () => ({ notes: ['.'] }),
  );
  const began = performance.now();
  let load: number | undefined;
  server.connection.onNotification('kumonote/notesChanged', () => {
    load ??= performance.now() - began;
  });
  server.open(uri, 'yaml', template);
  const hover = async (line: number, character: number): Promise<number> => {
    const asked = performance.now();
    await server.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line, character },
    });
    return performance.now() - asked;
  };
  const during: number[] = [];
  while (load === undefined) {
    during.push(await hover(during.length % 2 ? 2 : 4, 20));
    await new Promise((resolve) => setTimeout(resolve, rest));
  }
  const after: number[] = [];
  for (let n = 0; n < 100; n += 1) after.push(await hover(n % 2 ? 2 : 4, 20));
  const memory = server.residentMemory() / 1e6;
  await server.stop();
  if (count > 0 && during.length === 0) throw new Error('No hover was asked for while notes were loading.');
  // The first hovers wait for what they need themselves: the resource schema, the bundled notes.
  return { load, during: during.slice(2), after, memory };
}

const services = [
  'S3',
  'SQS',
  'EBS',
  'EC2',
  'DynamoDB',
  'Lambda',
  'Route 53',
  'Athena',
  'CloudFront',
  'Kafka',
];

/** Notes as people write them: 2–4 kB, a few headings, lists, a table, code and links to one another. */
function writeVault(folder: string, count: number): void {
  for (let n = 0; n < count; n += 1) {
    const service = services[n % services.length] ?? '';
    const place = join(folder, `area ${n % 23}`, service);
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, `${service} ${n}.md`), noteText(service, n));
  }
  writeFileSync(join(folder, 'template.yaml'), template);
}

function noteText(service: string, n: number): string {
  const paragraph = `What we learned about ${service} in week ${n}: measure first, then decide, and write down **why**. `;
  return [
    '---',
    `tags: [aws, week-${n}]`,
    `created: 2024-01-${String((n % 28) + 1).padStart(2, '0')}`,
    '---',
    `# ${service} in week ${n}`,
    paragraph.repeat(4),
    '',
    `## Setting up ${service}`,
    `- [ ] see [[${services[(n + 1) % services.length]} ${n + 1}|what came after]]`,
    '- `VolumeType` and friends',
    '',
    '```sh',
    '# a comment',
    'aws help',
    '```',
    '',
    '### ログの保存先',
    '既定では無効です。有効にするとバケットに保存されます。'.repeat(6),
    '',
    '| what | how much |',
    '| --- | --- |',
    `| requests | ${n} |`,
    '',
    '> [!NOTE] Later',
    `> ${paragraph}`,
    '',
    '## Open questions',
    paragraph.repeat(6),
    '',
  ].join('\n');
}
