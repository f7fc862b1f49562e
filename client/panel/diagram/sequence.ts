/** Reads Mermaid's sequence diagrams, as far as they can be drawn as they are meant. */
import type { Diagram, Misunderstood } from './diagram.ts';
import { hiddenTitle } from './label.ts';
import type { Line } from './lines.ts';

const participant = /^(participant|actor)\s+(.+?)(?:\s+as\s+(.+))?$/;
/** From, arrow, activation, to, text. Crosses and heads at both ends cannot be drawn. */
const message = /^([^-:;,+>]+?)\s*(--?>>?|--?\))\s*([+-]?)\s*([^-:;,+>]+?)\s*:\s*(.*)$/;
const note = /^note\s+(left of|right of|over)\s+([^:]+?)\s*:\s*(.+)$/i;
const block = /^(loop|alt|opt|par|critical|break)(?:\s+(.*))?$/;
const divider = /^(else|and)(?:\s+(.*))?$/;
/** What divides a block, by its kind. */
const dividers: Readonly<Record<string, string>> = { alt: 'else', par: 'and' };
/** Who is active shows in the arrows; there are no links to click. */
const ignored = /^(?:activate|deactivate|links?)\s/;

/** @param lines start with the line that names the kind of diagram. */
export function readSequence(lines: readonly Line[]): Pick<Diagram, 'size' | 'write'> | Misunderstood {
  const [head, ...body] = lines;
  if (!head || !/^sequenceDiagram\s*;?$/.test(head.text)) return { line: head?.number ?? 1 };
  const names = new Map<string, string>();
  /** With declarations first, so that none of them comes too late for its label. */
  const declared: string[] = [];
  const out: string[] = [];
  const blocks: string[] = [];
  let count: number | undefined;

  const nameOf = (id: string, label?: string, kind = 'participant'): string => {
    const known = names.get(id);
    if (known !== undefined) return known;
    const name = `p${names.size}`;
    names.set(id, name);
    declared.push(`${kind} ${name} as ${hiddenTitle(label ?? id) || ' '}`);
    return name;
  };

  for (const { text: line, number } of body) {
    const text = line.replace(/;$/, '').trim();
    if (text === '' || ignored.test(text)) continue;
    const declares = participant.exec(text);
    const says = message.exec(text);
    const notes = note.exec(text);
    const starts = block.exec(text);
    const divides = divider.exec(text);
    if (text === 'autonumber') count = 1;
    else if (declares?.[2] && !declares[2].includes('@')) nameOf(declares[2], declares[3], declares[1]);
    else if (notes?.[1] && notes[2]) {
      const about = notes[2].split(',').map((id) => nameOf(id.trim()));
      out.push(`Note ${notes[1].toLowerCase()} ${about.join(',')}: ${hiddenTitle(notes[3] ?? '')}`);
    } else if (starts?.[1]) {
      blocks.push(starts[1]);
      out.push(`${starts[1]} ${hiddenTitle(starts[2] ?? '')}`.trim());
    } else if (divides?.[1] && dividers[blocks.at(-1) ?? ''] === divides[1])
      out.push(`${divides[1]} ${hiddenTitle(divides[2] ?? '')}`.trim());
    else if (text === 'end' && blocks.length > 0) {
      blocks.pop();
      out.push('end');
    } else if (says?.[1] && says[2] && says[4]) {
      const label = `${count === undefined ? '' : `${count++}. `}${hiddenTitle(says[5] ?? '')}`;
      out.push(`${nameOf(says[1])}${says[2]}${says[3] ?? ''}${nameOf(says[4])}: ${label || ' '}`);
    } else return { line: number };
  }
  if (blocks.length > 0) return { line: lines.at(-1)?.number ?? 1 };
  return {
    size: names.size + out.length,
    write: () => ({
      source: ['sequenceDiagram', ...declared, ...out].join('\n'),
      reversed: [],
      names: new Map(),
    }),
  };
}
