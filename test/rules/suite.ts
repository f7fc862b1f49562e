/** Tests of one rule as a table: what a case shows, and the template that shows it. */
import assert from 'node:assert/strict';
import { builtin, checkFindings } from './findings.ts';

/** Each template must have the marked findings of the built-in rule `id` and no others, with a full message each. */
export function suite(id: string, cases: Readonly<Record<string, string>>): void {
  describe(id, () => {
    for (const [what, marked] of Object.entries(cases)) {
      it(what, async () => {
        for (const { message } of await checkFindings(marked, { rules: builtin(id) })) {
          assert.ok(message.en.length > 60 && message.ja.length > 30 && message.en !== message.ja);
        }
      });
    }
  });
}
