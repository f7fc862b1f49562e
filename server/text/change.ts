/** Where two versions of a text differ. */

/** What is before `start` is the same in both, and so is what is behind the ends. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** The stretch in which `now` differs from `before`. */
export function changeBetween(before: string, now: string): Change {
  const shorter = Math.min(before.length, now.length);
  const start = longest(shorter, (from, to) => before.slice(from, to) === now.slice(from, to));
  const same = longest(
    shorter - start,
    (from, to) =>
      before.slice(before.length - to, before.length - from) ===
      now.slice(now.length - to, now.length - from),
  );
  return { start, oldEnd: before.length - same, newEnd: now.length - same };
}

/** The largest number up to `most` below which everything is the same; halving compares whole stretches at once. */
function longest(most: number, isSame: (from: number, to: number) => boolean): number {
  let [known, limit] = [0, most];
  while (known < limit) {
    const middle = Math.ceil((known + limit) / 2);
    if (isSame(known, middle)) known = middle;
    else limit = middle - 1;
  }
  return known;
}
