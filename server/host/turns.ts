/** Long work in short turns, so that an editor's requests are answered in between. */

/** How long work goes on before others get their turn, in milliseconds. */
const turn = 8;

/** Makes a function to await between the steps of a work: it rests once a turn is over, and is free otherwise. */
export function createTurns(): () => Promise<void> | undefined {
  let began = performance.now();
  return () => {
    if (performance.now() - began < turn) return undefined;
    return new Promise((resolve) =>
      setTimeout(() => {
        began = performance.now();
        resolve();
      }, 0),
    );
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
