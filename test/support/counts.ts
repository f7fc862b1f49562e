/** Says how many tests passed, so that one line can be given for all suites. */
import { writeFileSync } from 'node:fs';
import type Mocha from 'mocha';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Runs everything that `mocha` holds. The counts also go to the file that KUMONOTE_RESULTS names. */
export async function runAndCount(mocha: Mocha): Promise<Counts> {
  const counts = await new Promise<Counts>((done) => {
    const runner = mocha.run(() => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      done({ passed: passes, failed: failures, skipped: pending });
    });
  });
  const file = process.env.KUMONOTE_RESULTS;
  if (file) writeFileSync(file, JSON.stringify(counts));
  return counts;
}
