/** Edits templates in JSON. */
import { absoluteSpan, type Resource, type Template } from '../model/template.ts';
import type { Edit, Plain } from '../rules/rule.ts';
import type { Span } from '../text/span.ts';
import { edges, entryPieces, type FlowStyle, flowPieces, insertAfter, insertBehind } from './flow.ts';
import { indentation, lineBreak, lineStart } from './lines.ts';
import { changesOf, type Patch, patchedBody, type Surgery } from './patch.ts';
import { joined } from './plain.ts';
import type { TextChange, Writer } from './writer.ts';

/** Makes `edits` in a JSON template. */
export const writeJson: Writer = (template, edits) => {
  const [first] = edits;
  return first && tidy(changesOf(template, edits as readonly Edit[], surgeryOn(template, first.resource)));
};

/** Applies a patch to the whole body of a resource: `Metadata` and all. */
export function patchJsonBody(
  template: Template,
  resource: Resource,
  patch: Patch,
): readonly TextChange[] | undefined {
  return tidy(patchedBody(template, resource, patch, surgeryOn(template, resource)));
}

function tidy(changes: readonly TextChange[] | undefined): readonly TextChange[] | undefined {
  return changes?.map((change) => ({ ...change, pieces: joined(change.pieces) }));
}

function surgeryOn({ text }: Template, resource: Resource): Surgery {
  const indent = indentOf(text, resource);
  const style = (oneLine: boolean, container: Span): FlowStyle => ({
    indent: oneLine ? undefined : indent,
    lineBreak: lineBreak(text),
    padding: /^[[{] /.test(text.slice(container.start, container.start + 2)) ? ' ' : '',
    key: (name) => JSON.stringify(name),
    scalar: (value) => JSON.stringify(value),
  });
  const replaced = (span: Span, to: Plain, container: Span): readonly TextChange[] => [
    { span, pieces: flowPieces(to, indentation(text, span.start), style(false, container)) },
  ];
  return {
    replaceValue: (_keySpan, _old, oldSpan, container, to) => {
      const oneLine = !text.slice(container.start, container.end).includes('\n');
      return [
        {
          span: oldSpan,
          pieces: flowPieces(to, indentation(text, oldSpan.start), style(oneLine, container)),
        },
      ];
    },
    replaceScalar: (old, span, to) => {
      // `"true"` stays a text: CloudFormation takes either, and the file chose this one.
      const asText = old.kind === 'scalar' && typeof old.value === 'string' && typeof to !== 'object';
      return replaced(span, asText ? String(to) : to, span);
    },
    insertEntries: (map, entries) => {
      const container = { start: map.value.span.start + map.origin, end: map.value.span.end + map.origin };
      const inside = edges(map);
      if (!inside) {
        const isEmpty = /^\{\s*\}$/.test(text.slice(container.start, container.end));
        return isEmpty ? replaced(container, Object.fromEntries(entries), container) : undefined;
      }
      return insertAfter(text, container, inside.first, inside.last, (base, oneLine) =>
        entries.map((entry) => entryPieces(entry, base, style(oneLine, container))),
      );
    },
    insertItems: (list, items) => {
      const container = {
        start: list.value.span.start + list.origin,
        end: list.value.span.end + list.origin,
      };
      const inside = edges(list) ?? { first: container, last: container };
      return insertAfter(text, container, inside.first, inside.last, (base, oneLine) =>
        items.map((item) => flowPieces(item, base, style(oneLine, container))),
      );
    },
    insertResource: (after, name, body) => {
      const entry = absoluteSpan(after, { start: after.nameSpan.start, end: after.span.end });
      const value = absoluteSpan(after, after.body.span);
      return insertBehind(text, entry, (base, oneLine) =>
        entryPieces([name, body], base, style(oneLine, value)),
      );
    },
  };
}

/** What a level of nesting adds to the indentation; undefined where a resource stands on a single line. */
function indentOf(text: string, { origin, nameSpan, typeSpan }: Resource): string | undefined {
  const name = nameSpan.start + origin;
  const type = typeSpan.start + origin;
  if (lineStart(text, name) === lineStart(text, type)) return undefined;
  const outer = indentation(text, name);
  const inner = indentation(text, type);
  return inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : '  ';
}
