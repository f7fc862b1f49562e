/** `at` of a rule block: `LoadBalancerAttributes[*].Value` names places below a resource's properties. */
import { possibilities } from '../model/possible.ts';
import type { Template } from '../model/template.ts';
import { entryOf, type Value } from '../model/value.ts';
import type { Span } from '../text/span.ts';
import { allOf, type When } from './claims.ts';

/** A key, or every item of a list. */
type Step = { readonly key: string } | 'items';

export type Path = readonly Step[];

/** Something at the path: a value, or the lack of one and where to say so. */
export interface Found {
  readonly value: Value | undefined;
  /** Of the value, or of the deepest thing that is there. */
  readonly span: Span | undefined;
  readonly when: When;
}

const shape = /^[A-Za-z][\w-]*(?:\[\*\])*(?:\.[A-Za-z][\w-]*(?:\[\*\])*)*$/;

/** The path written as `text`, or undefined where it is none. */
export function parsePath(text: string): Path | undefined {
  if (!shape.test(text)) return undefined;
  return text.split('.').flatMap((part): Step[] => {
    const [key = '', ...lists] = part.split('[*]');
    return [{ key }, ...lists.map((): Step => 'items')];
  });
}

/** The keys of a path that leads through no list, so that an edit can name it. */
export function keysOf(path: Path): readonly string[] | undefined {
  const keys = path.map((step) => (step === 'items' ? undefined : step.key));
  return keys.every((key) => key !== undefined) ? keys : undefined;
}

/**
 * Everything at `path` below `value`. What cannot be told is left out; a choice on the way gives what each of
 * its alternatives has.
 */
export function locate(template: Template, value: Value, path: Path): readonly Found[] {
  const found: Found[] = [];
  follow(template, value, path, undefined, [], found);
  return found;
}

function follow(
  template: Template,
  value: Value,
  [step, ...rest]: Path,
  holder: Span | undefined,
  when: When,
  found: Found[],
): void {
  if (step === undefined) {
    found.push({ value, span: value.span, when });
    return;
  }
  for (const possibility of possibilities(template, value)) {
    const together = allOf(when, possibility.when);
    if (!together) continue;
    const each = possibility.value;
    if (each.kind === 'absent') found.push({ value: undefined, span: holder, when: together });
    if (step === 'items' && each.kind === 'list') {
      if (each.items.length === 0 && !each.open) {
        found.push({ value: undefined, span: holder, when: together });
      }
      for (const item of each.items) follow(template, item, rest, startOf(item) ?? holder, together, found);
    }
    if (step !== 'items' && each.kind === 'map') {
      const entry = entryOf(each, step.key);
      if (entry) follow(template, entry.value, rest, entry.keySpan, together, found);
      else if (!each.open) found.push({ value: undefined, span: holder, when: together });
    }
  }
}

/** An item has no name of its own; its first key stands for it. */
function startOf(item: Value): Span | undefined {
  return item.kind === 'map' ? item.entries[0]?.keySpan : undefined;
}
