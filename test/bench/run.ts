/**
 * `npm run bench`: Kumonote and `@aws/cloudformation-validate` side by side on the same templates, taking turns in
 * one run. Prints Markdown tables; with `--write` they go into docs/benchmarks.md. `templates`, `cdk` or `notes` measures
 * that alone.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { root } from '../support/serverProcess.ts';
import { type CdkFigures, measureCdk, measureIndex, timedEdits } from './cdk.ts';
import { type Figures, measurePeer, measureServer } from './measure.ts';
import { measureNotes, type NotesFigures } from './notes.ts';
import { yamlTemplate } from './templates.ts';

const rounds = 3;
const megabyte = 1_040_000;

const parts: Readonly<Record<string, readonly (() => Promise<string>)[]>> = {
  templates: [
    () => compare('100 resources', yamlTemplate(100)),
    () => compare('500 resources, 1 MB', yamlTemplate(500, megabyte)),
    costPerResource,
  ],
  cdk: [cdkCode],
  notes: [loadingNotes],
};
const asked = Object.keys(parts).filter((name) => process.argv.includes(name));
const sections = [machine()];
console.log(sections[0]);
for (const name of asked.length > 0 ? asked : Object.keys(parts)) {
  for (const measure of parts[name] ?? []) {
    const section = await measure();
    console.log(`\n${section}`);
    sections.push(section);
  }
}
if (process.argv.includes('--write') && asked.length === 0) {
  const file = `${root}docs/benchmarks.md`;
  const page = readFileSync(file, 'utf8');
  const marker = '<!-- figures -->';
  const [before = ''] = page.split(marker);
  writeFileSync(file, `${before}${marker}\n\n${sections.join('\n\n')}\n`);
}

async function compare(title: string, text: string): Promise<string> {
  const ours: Figures[] = [];
  const peers: Figures[] = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await measureServer(text));
    peers.push(await measurePeer(text));
  }
  const row = (label: string, of: (figures: Figures) => number, unit = 'ms'): string => {
    const our = median(ours.map(of));
    const peer = median(peers.map(of));
    const ratio = Number.isFinite(peer) ? `${(peer / our).toFixed(1)} ×` : '–';
    return `| ${label} | ${show(our, unit)} | ${show(peer, unit)} | ${ratio} |`;
  };
  return [
    `### ${title} (${Math.round(Buffer.byteLength(text) / 1000)} kB)`,
    '',
    '| | Kumonote | cloudformation-validate | ratio |',
    '| --- | ---: | ---: | ---: |',
    row('start', (f) => f.start),
    row('open → diagnostics', (f) => f.open),
    row('keystroke → diagnostics, median', (f) => median(f.keystrokes)),
    row('keystroke → diagnostics, p95', (f) => percentile(f.keystrokes, 95)),
    row('the first keystrokes after opening, median', (f) => median(f.firstKeystrokes)),
    row('hover, median', (f) => median(f.hovers)),
    row('hover, p95', (f) => percentile(f.hovers, 95)),
    row('resident memory', (f) => f.memory, 'MB'),
    '',
    `Diagnostics: ${ours[0]?.diagnostics} by Kumonote, ${peers[0]?.diagnostics} by the peer, which has other rules.`,
  ].join('\n');
}

/** Whether a template ten times as large costs ten times as much, not more. */
async function costPerResource(): Promise<string> {
  const rows: string[] = [];
  for (const count of [10, 50, 100, 500, 1000, 5000]) {
    const figures = await measureServer(yamlTemplate(count), 60);
    const cells = [
      String(count),
      show(figures.open, 'ms'),
      show(figures.open / count, 'ms'),
      show(median(figures.keystrokes), 'ms'),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  }
  return [
    '### Cost by size',
    '',
    '| resources | open → diagnostics | of it, per resource | keystroke, median |',
    '| ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

/** CDK code: a large file beside a synthesis, and a workspace. */
async function cdkCode(): Promise<string> {
  const lines = 1000;
  const runs: CdkFigures[] = [];
  // Ten thousand edits take a while: once is enough to see whether memory grows.
  for (let round = 0; round < rounds; round += 1)
    runs.push(await measureCdk(lines, round === 0 ? 10_000 : timedEdits));
  const of = (figure: (run: CdkFigures) => number): number => median(runs.map(figure));
  const [first] = runs;
  const index = await measureIndex(20);
  const rows = [
    ['open → diagnostics', of((run) => run.open), 'ms'],
    ['keystroke → diagnostics, median', of((run) => median(run.keystrokes)), 'ms'],
    ['keystroke → diagnostics, p95', of((run) => percentile(run.keystrokes, 95)), 'ms'],
    ['a statement more or less, median', of((run) => median(run.statements)), 'ms'],
    ['a statement more or less, p95', of((run) => percentile(run.statements, 95)), 'ms'],
    ['`cdk synth` with cdk-nag', of((run) => run.synth ?? Number.NaN), 'ms'],
    [`resident memory after ${timedEdits} edits`, first?.memory ?? Number.NaN, 'MB'],
    ['resident memory after 10,000 edits', first?.memoryAfter ?? Number.NaN, 'MB'],
    [`${index.files} files of a workspace read (${index.resources} resources)`, index.milliseconds, 'ms'],
  ] as const;
  return [
    `### CDK, a stack of ${lines} lines that uses two other files`,
    '',
    '| | |',
    '| --- | ---: |',
    ...rows.map(([label, value, unit]) => `| ${label} | ${show(value, unit)} |`),
  ].join('\n');
}

/** How long vaults take to load, and whether hovers wait for them. */
async function loadingNotes(): Promise<string> {
  const rows: string[] = [];
  for (const count of [200, 2000]) {
    const runs: NotesFigures[] = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await measureNotes(count));
    const of = (figure: (run: NotesFigures) => number): number => median(runs.map(figure));
    const cells = [
      String(count),
      show(
        of((run) => run.load),
        'ms',
      ),
      show(
        of((run) => median(run.during)),
        'ms',
      ),
      show(
        of((run) => percentile(run.during, 95)),
        'ms',
      ),
      show(
        of((run) => median(run.after)),
        'ms',
      ),
      show(
        of((run) => run.memory),
        'MB',
      ),
    ];
    rows.push(`| ${cells.join(' | ')} |`);
  }
  return [
    "### A folder of the user's notes",
    '',
    '| notes | until all are in hovers | hover meanwhile, median | p95 | hover after that, median | resident memory |',
    '| ---: | ---: | ---: | ---: | ---: | ---: |',
    ...rows,
  ].join('\n');
}

function machine(): string {
  const [first] = cpus();
  return `Node ${process.version}, ${cpus().length} × ${first?.model.trim()}; medians of ${rounds} runs that took turns.`;
}

function median(values: readonly number[]): number {
  return percentile(values, 50);
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? Number.NaN;
}

function show(value: number, unit: string): string {
  if (!Number.isFinite(value)) return '–';
  return `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ${unit}`;
}
