/** Several files in one text: each begins with a line `--- path`. */
import { dedent } from './marked.ts';

/** The files in `text` by their path, in its order. */
export function severalFiles(text: string): Map<string, string> {
  const files = new Map<string, string>();
  for (const part of dedent(text).split(/^--- /m).slice(1)) {
    const end = part.indexOf('\n');
    files.set(part.slice(0, end).trim(), part.slice(end + 1));
  }
  return files;
}
