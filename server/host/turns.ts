/** Long work in short turns, so that an editor's requests are answered in between. */

/** How long work goes on before others get their turn, in milliseconds. */
const turn = 3;
/** Rounds of the event loop that a request takes, from arriving to its answer. */
const rounds = 6;

/** Rounds after which nothing more is to come of messages that arrived together: each of them takes one. */
const quietRounds = 2;

/** Runs `resolve` in the next round; a timer would leave the processor idle for a millisecond. */
const nextRound: (resolve: () => void) => unknown =
  typeof setImmediate === 'function' ? setImmediate : (resolve) => setTimeout(resolve, 0);

/** Makes a function to await between the steps of a work: it rests once a turn is over, and is free otherwise. */
export function createTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  let resting: Promise<void> | undefined;
  const rest = async (): Promise<void> => {
    for (let round = 0; round < rounds; round += 1) await new Promise<void>(nextRound);
    began = performance.now();
    resting = undefined;
  };
  return () => {
    if (!resting && performance.now() - began < turn) return undefined;
    resting ??= rest();
    return resting;
  };
}

/** Makes a function that does `act`, once, when nobody has called it again for a moment. */
export function onceQuiet(act: () => void): () => void {
  let left = 0;
  const wait = (): void => {
    left -= 1;
    if (left > 0) nextRound(wait);
    else act();
  };
  return () => {
    const isWaiting = left > 0;
    left = quietRounds;
    if (!isWaiting) nextRound(wait);
  };
}

/** Does `work` for each of `items`, a few at the same time, so that it does not wait for one file after another. */
export async function eachAtOnce<Item>(
  items: Iterable<Item>,
  most: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const left = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: most }, worker));
}
