/** How a YAML template is written, so that what is added looks the same. */
import type { Resource, Template } from '../model/template.ts';
import { lineBreak, lineStart } from './lines.ts';
import type { Quote } from './yamlScalar.ts';

export interface YamlStyle {
  /** Columns that a level of nesting adds. */
  readonly width: number;
  /** Whether the items of a list stand further right than its key. */
  readonly indentedLists: boolean;
  readonly quote: Quote;
  /** Whether functions are written as `!Ref Logs`, not as a map. */
  readonly shortFunctions: boolean;
  readonly lineBreak: string;
}

/** The style around `resource`, or that of the whole file where the resource does not tell. */
export function yamlStyle(template: Template, resource: Resource): YamlStyle {
  const { text } = template;
  const start = resource.span.start + resource.origin;
  const own = text.slice(lineStart(text, start), resource.span.end + resource.origin);
  return {
    width: widthOf(text, resource) ?? 2,
    indentedLists: listsIn(own) ?? habitsOf(template).indentedLists,
    quote: quoteIn(own) ?? habitsOf(template).quote,
    shortFunctions: habitsOf(template).shortFunctions,
    lineBreak: lineBreak(text),
  };
}

type Habits = Pick<YamlStyle, 'indentedLists' | 'quote' | 'shortFunctions'>;

/** How many characters tell how a file is written: looking through a large one takes too long for an answer. */
const telling = 64 * 1024;

const knownHabits = new WeakMap<Template, Habits>();

/** What most of the file does, looked at once for all fixes. */
function habitsOf(template: Template): Habits {
  const known = knownHabits.get(template);
  if (known) return known;
  const text = template.text.slice(0, telling);
  const habits = {
    indentedLists: listsIn(text) ?? true,
    quote: quoteIn(text) ?? "'",
    shortFunctions: hasShortFunctions(text),
  };
  knownHabits.set(template, habits);
  return habits;
}

function widthOf(text: string, { origin, nameSpan, typeSpan }: Resource): number | undefined {
  const name = nameSpan.start + origin;
  const type = lineStart(text, typeSpan.start + origin);
  const width = /^ */.exec(text.slice(type))?.[0].length ?? 0;
  const difference = width - (name - lineStart(text, name));
  return difference > 0 && type > name ? difference : undefined;
}

function listsIn(text: string): boolean | undefined {
  const list = /^( *(?:- +)*)[^\s#'"-][^\n]*?:[ \t]*\r?\n( *)- /m.exec(text);
  return list ? (list[2] ?? '').length > (list[1] ?? '').length : undefined;
}

function quoteIn(text: string): Quote | undefined {
  const single = text.match(/[:-] '/g)?.length ?? 0;
  const double = text.match(/[:-] "/g)?.length ?? 0;
  if (single === double) return undefined;
  return single > double ? "'" : '"';
}

/** What is not told by the file is written short, as people do. */
function hasShortFunctions(text: string): boolean {
  const short = text.match(/!(?:Ref|GetAtt|Sub|Join|Select|If) /g)?.length ?? 0;
  const long = text.match(/\b(?:Ref|Fn::[A-Z]\w+)["']?:/g)?.length ?? 0;
  return short >= long;
}
