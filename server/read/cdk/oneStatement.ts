/** An edit inside of one statement: its text is parsed alone, and the rest of the program not again. */
import type { Change } from '../../text/change.ts';
import { type Body, bodiesOf, expressionsOf, type Statement } from './syntax.ts';

/**
 * A program after a change of its text; undefined where more than one statement may be concerned.
 * @param body the program before it
 * @param text after it
 * @param parse makes a statement of its text, if it is one and no more
 */
export function withinOneStatement(
  body: Body,
  change: Change,
  text: string,
  parse: (text: string) => Statement | undefined,
): Body | undefined {
  return replaced(body, 0);

  function replaced(inside: Body, start: number): Body | undefined {
    // What begins or ends it may belong to another statement then.
    const index = inside.findIndex(({ start: from, statement: { length } }) => {
      const at = start + from;
      return at < change.start && change.oldEnd < at + length;
    });
    const placed = inside[index];
    if (!placed) return undefined;
    const grown = change.newEnd - change.oldEnd;
    const statement = edited(placed.statement, start + placed.start, placed.statement.length + grown);
    if (!statement) return undefined;
    return inside.map((each, at) => {
      if (at < index) return each;
      return at === index ? { start: each.start, statement } : { ...each, start: each.start + grown };
    });
  }

  function edited(known: Statement, at: number, length: number): Statement | undefined {
    const bodies = bodiesOf(known);
    if (bodies.length === 0) {
      const now = parse(text.slice(at, at + length));
      return now?.kind === known.kind ? now : undefined;
    }
    const from = change.start - at;
    const isBehind = ({ end }: { readonly end: number }): boolean => end > from;
    if (known.comments.some(isBehind) || expressionsOf(known).some(isBehind)) return undefined;
    for (const [index, inner] of bodies.entries()) {
      const now = replaced(inner, at);
      if (!now) continue;
      const [body, no] = bodies.map((each, other) => (other === index ? now : each));
      if (known.kind !== 'branch') return { ...known, length, body } as Statement;
      return { ...known, length, yes: body ?? [], no: index > 0 ? (no ?? []) : moved(no ?? []) };
    }
    return undefined;
  }

  /** Statements behind the edited one. */
  function moved(behind: Body): Body {
    return behind.map((each) => ({ ...each, start: each.start + change.newEnd - change.oldEnd }));
  }
}
