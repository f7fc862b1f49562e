/** Progress in the editor's status bar, for work that a user may wonder about. */
import type { Connection } from 'vscode-languageserver';

/** Shorter work (ms) is done before anyone has read what it says. */
const worthShowing = 1000;

/**
 * Does `work`, which says how far it is.
 * @param title what the editor shows while it lasts; undefined where the editor shows no progress
 */
export async function withProgress(
  connection: Connection,
  title: string | undefined,
  work: (progress: (done: number, all: number) => void) => Promise<void>,
): Promise<void> {
  const began = performance.now();
  let shownPercentage = -1;
  let shown: ReturnType<Connection['window']['createWorkDoneProgress']> | undefined;
  const progress = (done: number, all: number): void => {
    if (title === undefined || performance.now() - began < worthShowing) return;
    if (!shown) {
      shown = connection.window.createWorkDoneProgress();
      shown.then((reporter) => reporter.begin(title, 0)).catch(() => {});
    }
    const percentage = Math.floor((100 * done) / all);
    if (percentage === shownPercentage) return;
    shownPercentage = percentage;
    shown.then((reporter) => reporter.report(percentage, `${done} / ${all}`)).catch(() => {});
  };
  try {
    await work(progress);
  } finally {
    shown?.then((reporter) => reporter.done()).catch(() => {});
  }
}
