/** Runs a peer that is a program. */
import { spawn } from 'node:child_process';

/**
 * What `command` writes to its standard output. Its exit code says only that it found something.
 * @returns undefined where there is no such command
 */
export function outputOf(command: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') resolve(undefined);
      else reject(error);
    });
    child.on('close', () => resolve(Buffer.concat(output).toString('utf8')));
  });
}

/** The version in the answer to `--version`; undefined where there is no such command. */
export async function versionOf(command: string): Promise<string | undefined> {
  const answer = await outputOf(command, ['--version']);
  return answer && /\d+\.\d+\.\d+\S*/.exec(answer)?.[0];
}
