import { ok } from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const factor = 4;
/** What a linear cost usually may grow by, with room for noise; a quadratic one grows by 16. */
const usualMost = 2.5 * factor;
/** Shorter work (in milliseconds of CPU time) says nothing. */
const least = 10;

/**
 * Asserts that the cost of `work` grows no faster than its size. Compares CPU times of one run, which a busy machine
 * does not change as it changes the time on the clock.
 * @param most what it may grow by where much of the cost is surely linear
 */
export function assertGrowsLinearly(work: (size: number) => void, size: number, most = usualMost): void {
  work(size);
  const cost = (times: number): number => Math.min(...[1, 2, 3].map(() => cpuTime(() => work(size * times))));
  const [small, large] = [Math.max(least, cost(1)), cost(factor)];
  ok(large < most * small, `${factor} times the size costs ${(large / small).toFixed(1)} times as much`);
}

/** Milliseconds that this process computes, without what clearing away after others takes. */
function cpuTime(work: () => void): number {
  collectGarbage();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
