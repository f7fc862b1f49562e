/** What conditions decide whose values are known. */
import type { Value } from '../../model/value.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { Instance } from './instances.ts';
import { truthOf } from './operations.ts';
import type { Run } from './runs.ts';
import type { Guard } from './scopes.ts';

/** Whether code behind `guards` never runs, and otherwise which of them are not known to hold. */
export function reached(
  evaluation: Evaluation,
  guards: readonly Guard[],
  run: Run,
): { readonly never: boolean; readonly maybe: readonly Guard[] } {
  const maybe: Guard[] = [];
  for (const guard of guards) {
    const truth = guard.test && truthOf(testValue(evaluation, guard.test, run));
    if (truth === undefined) maybe.push(guard);
    else if (truth !== guard.holds) return { never: true, maybe: [] };
  }
  return { never: false, maybe };
}

/** Leaves out the calls on a construct that surely do not happen, and tells which of the others do. */
export function settleCalls(evaluation: Evaluation, instance: Instance): void {
  if (instance.calls.every(({ guards }) => guards.length === 0)) return;
  instance.calls = instance.calls.flatMap((call) => {
    const { never, maybe } = reached(evaluation, call.guards, call.via);
    if (never) return [];
    const [only, ...others] = maybe;
    const isDecided = only?.name !== undefined && others.length === 0;
    if (call.there || call.guards.length === 0) return [call];
    return [{ ...call, there: only ? isDecided && only : true }];
  });
}

function testValue(evaluation: Evaluation, test: NonNullable<Guard['test']>, run: Run): Value {
  const here = { start: 0, end: 0 };
  return evaluate(evaluation, test, { file: evaluation.file, origin: 0, here }, run);
}
