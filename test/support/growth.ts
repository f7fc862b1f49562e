import { ok } from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

const factor = 4;
/** What a linear cost usually may grow by, with room for noise; a quadratic one grows by 16. */
const usualMost = 2.5 * factor;
/** It is measured so often at most: a busy machine is not busy all the time. */
const rounds = 5;
/** Shorter work (in milliseconds of CPU time) says nothing. */
const least = 10;

/**
 * Asserts that the cost of `work` grows no faster than its size. Compares CPU times of one run, which a busy machine
 * does not change as it changes the time on the clock.
 * @param most what it may grow by where much of the cost is surely linear
 */
export function assertGrowsLinearly(work: (size: number) => void, size: number, most = usualMost): void {
  work(size);
  let [small, large] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  const isLinear = (): boolean => large < most * Math.max(least, small);
  for (let round = 0; round < rounds && !isLinear(); round++) {
    small = costOf(() => work(size), small);
    large = costOf(() => work(size * factor), large);
  }
  const times = (large / Math.max(least, small)).toFixed(1);
  ok(isLinear(), `${factor} times the size costs ${times} times as much`);
}

/** The least that `work` costs, also of what it did `before`: what else goes on only adds to it. */
function costOf(work: () => void, before: number): number {
  return Math.min(before, ...[1, 2, 3].map(() => cpuTime(work)));
}

/** Milliseconds that this process computes, without what clearing away after others takes. */
function cpuTime(work: () => void): number {
  collectGarbage();
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
