/** Mermaid source as the lines that draw something, with what the author says about the picture. */

export interface Line {
  readonly text: string;
  /** In the diagram's source, from 1. */
  readonly number: number;
}

export interface Source {
  /** The first one names the kind of diagram. */
  readonly lines: readonly Line[];
  /** What the author calls the picture. */
  readonly title: string | undefined;
}

/** Leaves out front matter, comments, settings and the texts for screen readers; the title is kept. */
export function sourceLines(source: string): Source {
  const lines: Line[] = [];
  let title: string | undefined;
  let inFrontMatter = false;
  let inDescription = false;
  for (const [index, raw] of source.split(/\r?\n/).entries()) {
    const text = raw.trim();
    if (inFrontMatter || (text === '---' && lines.length === 0)) {
      inFrontMatter = text !== '---' || !inFrontMatter;
      title ??= unquoted(/^title:\s*(.+)$/.exec(text)?.[1]);
    } else if (inDescription) inDescription = !text.endsWith('}');
    else if (/^accDescr\s*\{/.test(text)) inDescription = !text.endsWith('}');
    else if (/^accTitle\s*:/.test(text)) title = text.replace(/^accTitle\s*:\s*/, '');
    else if (text !== '' && !text.startsWith('%%') && !/^accDescr\s*:/.test(text))
      lines.push({ text, number: index + 1 });
  }
  return { lines, title: title || undefined };
}

function unquoted(text: string | undefined): string | undefined {
  return text?.replace(/^(["'])(.*)\1$/, '$2');
}
