/** What conditions decide whose values are known. */
import type { Value } from '../../model/value.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import type { Instance, MethodCall } from './instances.ts';
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

/** The calls on a construct but for those that surely do not happen, and which of the others do. */
export function settledCalls(evaluation: Evaluation, { calls }: Instance): readonly MethodCall[] {
  if (calls.every(({ guards }) => guards.length === 0)) return calls;
  return calls.flatMap((call) => {
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
