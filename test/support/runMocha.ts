/** Runs the test files that the command line names, and ends with 0 if all tests passed. */
import Mocha from 'mocha';
import { runAndCount } from './counts.ts';

const mocha = new Mocha({ timeout: 60_000, color: process.stdout.isTTY });
for (const file of process.argv.slice(2)) mocha.addFile(file);
await mocha.loadFilesAsync();
const { passed, failed } = await runAndCount(mocha);
// A suite that runs nothing proves nothing. What is left open (a server, a timer) must not hold the process.
process.exit(failed > 0 || passed === 0 ? 1 : 0);
