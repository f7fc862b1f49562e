/** What VS Code runs in its extension host. Bundled with the tests into one CommonJS file, which every version loads. */
import { runAndCount } from '../../support/counts.ts';

/** Resolves when all tests passed. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ timeout: 60_000, color: true });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  await import('./hover.test.ts');
  await import('./diagnostics.test.ts');
  await import('./notes.test.ts');
  const { passed, failed } = await runAndCount(mocha);
  if (failed > 0 || passed === 0) throw new Error(`${passed} passed, ${failed} failed`);
}
