/** Edits templates in YAML, in block style and in flow style. */
import { absoluteSpan, type Resource, type Template } from '../model/template.ts';
import type { Scalar, Value } from '../model/value.ts';
import type { Plain } from '../rules/plain.ts';
import type { Span } from '../text/span.ts';
import { blockPieces, inlinePieces } from './block.ts';
import { edges, entryPieces, type FlowStyle, flowPieces, insertAfter, insertBehind } from './flow.ts';
import { lineBreak, lineEnd, lineStart } from './lines.ts';
import { changesOf, isNested, type Surgery } from './patch.ts';
import { joined, scalarPieces } from './plain.ts';
import type { Piece, TextChange, Writer } from './writer.ts';
import { shortFunction } from './yamlFunction.ts';
import { type Quote, quoted, yamlScalar } from './yamlScalar.ts';
import { yamlStyle } from './yamlStyle.ts';

/** Makes `edits` in a YAML template. */
export const writeYaml: Writer = (template, edits) => {
  const [first] = edits;
  const changes =
    first && changesOf(template, edits, surgeryOn(template, yamlStyle(template, first.resource)));
  return changes?.map((change) => ({ ...change, pieces: joined(change.pieces) }));
};

function surgeryOn({ text }: Template, style: ReturnType<typeof yamlStyle>): Surgery {
  const flow = (container: Span): FlowStyle => {
    const inside = text.slice(container.start, container.end);
    const asJson = /^[{[]\s*(?:\{\s*)?"(?:[^"\\]|\\.)*"\s*[:,\]]/.test(inside);
    const scalar = (value: Scalar): string =>
      asJson ? JSON.stringify(value) : yamlScalar(value, style.quote, true);
    return {
      indent: undefined,
      lineBreak: lineBreak(text),
      padding: /^[[{] /.test(inside) ? ' ' : '',
      key: (name) => (asJson ? JSON.stringify(name) : yamlScalar(name, style.quote, true)),
      scalar,
      short: (plain) => (style.shortFunctions && !asJson ? shortFunction(plain, scalar) : undefined),
    };
  };
  const isFlow = (container: Span): boolean => /[{[]/.test(text.charAt(container.start));
  const column = (offset: number): number => offset - lineStart(text, offset);

  const replaceScalar = (old: Value, span: Span, to: Plain): readonly TextChange[] => {
    if (isNested(to)) return [{ span, pieces: flowPieces(to, '', flow(span)) }];
    if (old.kind === 'scalar' && old.value === null && text.charAt(span.end - 1) === ':') {
      return [
        { span: { start: span.end, end: span.end }, pieces: [' ', ...pieces(to, scalarLike(old, span))] },
      ];
    }
    return [{ span, pieces: pieces(to, scalarLike(old, span)) }];
  };

  const pieces = (to: Plain, write: (value: Scalar) => string): readonly Piece[] => {
    return typeof to === 'object' && to !== null && !('placeholder' in to)
      ? flowPieces(to, '', flow({ start: 0, end: 0 }))
      : scalarPieces(to, write);
  };

  /** Writes a scalar the way the one in its place is written. */
  const scalarLike = (old: Value, span: Span): ((value: Scalar) => string) => {
    const first = text.charAt(span.start);
    const quote: Quote | undefined = first === '"' || first === "'" ? first : undefined;
    return (value) => {
      if (quote) return quoted(String(value), quote);
      const sameKind = old.kind === 'scalar' && typeof old.value !== 'string' && String(value) !== '';
      if (sameKind && typeof value === 'string' && /^(?:true|false|\d+)$/.test(value)) return value;
      return yamlScalar(value, style.quote, inBrackets(text, span.start));
    };
  };

  return {
    replaceScalar,
    replaceValue: (keySpan, old, oldSpan, container, to) => {
      const isEmpty = old.kind === 'scalar' && old.value === null && oldSpan.start === keySpan.start;
      if (isFlow(container)) {
        const made = flowPieces(to, '', flow(container));
        const end = { start: oldSpan.end, end: oldSpan.end };
        return [isEmpty ? { span: end, pieces: [' ', ...made] } : { span: oldSpan, pieces: made }];
      }
      if (!isNested(to) && !isEmpty && old.kind === 'scalar') return replaceScalar(old, oldSpan, to);
      const colon = text.indexOf(':', keySpan.end) + 1;
      const span = { start: colon, end: isEmpty ? colon : oldSpan.end };
      return [{ span, pieces: blockPieces(to, column(keySpan.start), style) }];
    },
    insertEntries: (map, entries) => {
      const container = { start: map.value.span.start + map.origin, end: map.value.span.end + map.origin };
      const inside = edges(map);
      if (!inside) {
        const isEmpty = /^\{\s*\}$/.test(text.slice(container.start, container.end));
        return isEmpty
          ? [{ span: container, pieces: flowPieces(Object.fromEntries(entries), '', flow(container)) }]
          : undefined;
      }
      if (isFlow(container)) {
        return insertAfter(text, container, inside.first, inside.last, (base) =>
          entries.map((entry) => entryPieces(entry, base, flow(container))),
        );
      }
      const indent = column(inside.first.start);
      const added = entries.flatMap(([key, value]) => [
        `${style.lineBreak}${' '.repeat(indent)}${yamlScalar(key, style.quote, false)}:`,
        ...blockPieces(value, indent, style),
      ]);
      return [{ span: endOfLine(text, inside.last), pieces: added }];
    },
    insertItems: (list, items) => {
      const container = {
        start: list.value.span.start + list.origin,
        end: list.value.span.end + list.origin,
      };
      const inside = edges(list) ?? { first: container, last: container };
      if (isFlow(container)) {
        return insertAfter(text, container, inside.first, inside.last, (base) =>
          items.map((item) => flowPieces(item, base, flow(container))),
        );
      }
      const indent = column(container.start);
      const added = items.flatMap((item) => [
        `${style.lineBreak}${' '.repeat(indent)}- `,
        ...inlinePieces(item, indent + 2, style),
      ]);
      return [{ span: endOfLine(text, inside.last), pieces: added }];
    },
    insertResource: (after, name, body) => {
      const entry = absoluteSpan(after, { start: after.nameSpan.start, end: after.span.end });
      if (isInBrackets(text, after)) {
        const container = absoluteSpan(after, after.body.span);
        return insertBehind(text, entry, (base) => entryPieces([name, body], base, flow(container)));
      }
      const indent = column(entry.start);
      const end = endOfResource(text, after, indent);
      const gap = style.lineBreak.repeat(isSetApart(text, after, end, indent) ? 2 : 1);
      const key = `${gap}${' '.repeat(indent)}${yamlScalar(name, style.quote, false)}:`;
      return [{ span: { start: end, end }, pieces: [key, ...blockPieces(body, indent, style)] }];
    },
  };
}

/** Whether a resource is an entry of a map in brackets. */
function isInBrackets(text: string, { origin, body }: Resource): boolean {
  if (text.charAt(body.span.start + origin) !== '{') return false;
  return /^(?:[ \t\r]*(?:#[^\n]*)?\n)*[ \t]*[,}]/.test(text.slice(body.span.end + origin));
}

/** The end of the last line of a resource, with the comments that stand further right than its name. */
function endOfResource(text: string, { origin, span }: Resource, indent: number): number {
  let end = lineEnd(text, text.slice(0, span.end + origin).trimEnd().length);
  for (;;) {
    const comment = /^(?:[ \t]*\r?\n)*([ \t]*)#[^\r\n]*/.exec(text.slice(lineBreakEnd(text, end)));
    if (!comment || (comment[1] ?? '').length <= indent || lineBreakEnd(text, end) === end) return end;
    end = lineBreakEnd(text, end) + comment[0].length;
  }
}

/** Whether there are empty lines between a resource, which ends at `end`, and its neighbours. */
function isSetApart(text: string, { origin, nameSpan }: Resource, end: number, indent: number): boolean {
  const above = text.slice(0, lineStart(text, nameSpan.start + origin));
  if (/\n[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*$/.test(above.slice(-1000))) return true;
  const below = /^\r?\n[ \t]*\r?\n(?:[ \t]*(?:#[^\n]*)?\r?\n)*( *)[^\s#]/.exec(text.slice(end, end + 1000));
  return below?.[1]?.length === indent;
}

/** Behind the line break at `end`, if there is one. */
function lineBreakEnd(text: string, end: number): number {
  return end + (/^\r?\n/.exec(text.slice(end, end + 2))?.[0].length ?? 0);
}

/** Behind the comment that may follow what stands last. */
function endOfLine(text: string, last: Span): Span {
  const end = lineEnd(text, last.end);
  return { start: end, end };
}

/** Whether `offset` is between brackets that open earlier in its line. */
function inBrackets(text: string, offset: number): boolean {
  const before = text.slice(lineStart(text, offset), offset);
  return /[[{][^\]}]*$/.test(before);
}
