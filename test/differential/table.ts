/** Comparisons as a table for the terminal. */
import type { Comparison } from './compare.ts';

/** Precision and recall of each rule and of all, then every difference. */
export function tableOf(comparisons: ReadonlyMap<string, Comparison>): string {
  const rows = new Map<string, number[]>();
  const count = (rule: string, column: number): void => {
    for (const name of [rule, 'all']) {
      const row = rows.get(name) ?? [0, 0, 0, 0];
      row[column] = (row[column] ?? 0) + 1;
      rows.set(name, row);
    }
  };
  for (const { source, confirmed, template, recalled } of comparisons.values()) {
    for (const { rule } of source) count(rule, 0);
    for (const { rule } of confirmed) count(rule, 1);
    for (const { rule } of template) count(rule, 2);
    for (const { rule } of recalled) count(rule, 3);
  }
  const names = [...rows.keys()].sort(
    (a, b) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1),
  );
  const lines = names.map((name) => {
    const [source = 0, confirmed = 0, template = 0, recalled = 0] = rows.get(name) ?? [];
    return `${name.padEnd(46)}${ratio(confirmed, source)}${ratio(recalled, template)}`;
  });
  const differences = [...comparisons].flatMap(([app, { wrong, missed }]) => [
    ...wrong.map(({ rule, place }) => `wrong   ${app}: ${rule} at ${place}`),
    ...missed.map(({ found, why }) => `missed  ${app}: ${found.rule} at ${found.place} (${why})`),
  ]);
  const head = `${'rule'.padEnd(46)}${'precision'.padStart(20)}${'recall'.padStart(20)}`;
  return [head, ...lines, ...(differences.length ? ['', ...differences] : [])].join('\n');
}

function ratio(part: number, whole: number): string {
  const percent = whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
  return `${percent} (${part}/${whole})`.padStart(20);
}
