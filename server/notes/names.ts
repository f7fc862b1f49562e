/**
 * Finding names of AWS things in a heading. A heading is cut into words where its script changes (`EC2のライフサイクル`
 * → `ec2` `の` `ライフサイクル`), and a name matches a run of whole words without regard to case, width, spacing and
 * plural. So `NATO` is not NAT, and `セキュリティ侵害` is not a security group.
 */
export interface Word {
  readonly text: string;
  /** False where punctuation other than a space, hyphen, slash or dot stands before it: no name reaches across. */
  readonly joined: boolean;
}

/** A name found in a heading. */
export interface Named<Meaning> {
  /** Indices of its words: from `first` up to, but not including, `end`. */
  readonly first: number;
  readonly end: number;
  readonly meanings: readonly Meaning[];
}

export interface NameIndex<Meaning> {
  readonly exact: Map<string, Meaning[]>;
  /** Latin names long enough to be recognised with a slip of the pen, by what such a slip leaves as it is. */
  readonly long: Map<string, string[]>;
}

const wordPattern =
  /[a-z0-9]+|[\p{Script=Katakana}ー]+|\p{Script=Hiragana}+|[\p{Script=Han}々]+|\p{Script=Hangul}+|\p{L}+/gu;
const joint = /^[\s\-_‐‑–・/.]*$/;
const latin = /^[a-z0-9]+$/;
const hiragana = /^\p{Script=Hiragana}+$/u;

/** A name of this many letters or more is recognised with one letter missing, doubled or swapped. */
const shortestMisspelt = 10;
const mostWordsOfName = 7;

export function wordsOf(text: string): Word[] {
  const folded = text.normalize('NFKC').toLowerCase();
  const words: Word[] = [];
  let end = 0;
  for (const match of folded.matchAll(wordPattern)) {
    words.push({ text: match[0], joined: joint.test(folded.slice(end, match.index)) });
    end = match.index + match[0].length;
  }
  return words;
}

/** An index of names, each with what it means. Plural names are found in the singular, too. */
export function indexNames<Meaning>(entries: Iterable<readonly [string, Meaning]>): NameIndex<Meaning> {
  const exact = new Map<string, Meaning[]>();
  const long = new Map<string, string[]>();
  for (const [name, meaning] of entries) {
    const spelling = compact(name);
    for (const form of new Set([spelling, singular(spelling)])) {
      const meanings = exact.get(form);
      if (meanings) meanings.push(meaning);
      else exact.set(form, [meaning]);
      if (!meanings && form.length >= shortestMisspelt && latin.test(form)) {
        const key = slipKey(form, form.length);
        long.set(key, [...(long.get(key) ?? []), form]);
      }
    }
  }
  return { exact, long };
}

/** All names that begin at each of some words, whatever they mean; those that may be taken are chosen of them. */
export type NamesInWords<Meaning> = readonly (readonly PossibleName<Meaning>[])[];

interface PossibleName<Meaning> extends Named<Meaning> {
  /** How many letters of the words it takes. */
  readonly length: number;
}

/** Looks up every run of `words`; undefined where none is a name, which is so in most headings. */
export function namesInWords<Meaning>(
  words: readonly Word[],
  index: NameIndex<Meaning>,
): NamesInWords<Meaning> | undefined {
  const found = words.map((_, first) => namesFrom(words, first, index));
  return found.some((names) => names.length > 0) ? found : undefined;
}

/** The names from left to right and the longest first; only meanings that `allowed` lets pass count. */
export function chooseNames<Meaning>(
  possible: NamesInWords<Meaning>,
  allowed: (meaning: Meaning) => boolean,
): Named<Meaning>[] {
  const chosen: Named<Meaning>[] = [];
  let at = 0;
  while (at < possible.length) {
    const named = longestName(possible[at] ?? [], allowed);
    if (named) chosen.push(named);
    at = named ? named.end : at + 1;
  }
  return chosen;
}

function longestName<Meaning>(
  possible: readonly PossibleName<Meaning>[],
  allowed: (meaning: Meaning) => boolean,
): Named<Meaning> | undefined {
  let best: Named<Meaning> | undefined;
  let longest = 0;
  for (const { first, end, length, meanings } of possible) {
    if (length <= longest) continue;
    const passed = meanings.filter(allowed);
    if (passed.length === 0) continue;
    best = { first, end, meanings: passed };
    longest = length;
  }
  return best;
}

function namesFrom<Meaning>(
  words: readonly Word[],
  first: number,
  index: NameIndex<Meaning>,
): readonly PossibleName<Meaning>[] {
  const found: PossibleName<Meaning>[] = [];
  let text = '';
  for (let at = first; at < Math.min(words.length, first + mostWordsOfName); at += 1) {
    const word = words[at];
    if (!word || (at > first && !word.joined)) break;
    const starts = at === first ? endings(word.text) : [text];
    for (const start of starts) {
      const candidates = at === first ? beginnings(start, 0) : beginnings(start + word.text, start.length);
      for (const candidate of candidates) {
        const meanings = lookUp(candidate, index);
        if (meanings) found.push({ first, end: at + 1, length: candidate.length, meanings });
      }
    }
    text += word.text;
  }
  return found;
}

function lookUp<Meaning>(text: string, index: NameIndex<Meaning>): readonly Meaning[] | undefined {
  const exact = index.exact.get(text);
  if (exact) return exact;
  const one = singular(text);
  return (one === text ? undefined : index.exact.get(one)) ?? index.exact.get(misspelt(text, index) ?? '');
}

/**
 * `text` itself and, where it ends in kanji or katakana, its beginnings: Japanese compounds have no spaces
 * (`アクセスログ設定`, `可用性設計`). Nothing shorter than `atLeast` characters is taken.
 */
function beginnings(text: string, atLeast: number): string[] {
  const all = [text];
  const shortest = shortestPart(text.slice(atLeast));
  if (shortest === undefined) return all;
  for (let length = text.length - 1; length >= atLeast + shortest; length -= 1)
    all.push(text.slice(0, length));
  return all;
}

/** `word` itself and its endings, by the same rule. */
function endings(word: string): string[] {
  const all = [word];
  const shortest = shortestPart(word);
  if (shortest === undefined) return all;
  for (let from = 1; from <= word.length - shortest; from += 1) all.push(word.slice(from));
  return all;
}

/** How short a part of a compound may be and still mean what it says; undefined for words that do not compound. */
function shortestPart(word: string): number | undefined {
  const last = word.codePointAt(word.length - 1) ?? 0;
  if (last >= 0x30a0 && last <= 0x30ff) return 5;
  if (last >= 0x4e00 && last <= 0x9fff) return 2;
  return undefined;
}

function compact(name: string): string {
  return wordsOf(name)
    .map((word) => word.text)
    .join('');
}

function singular(text: string): string {
  if (text.length < 4 || !text.endsWith('s') || !/[a-z0-9]s$/.test(text) || text.endsWith('ss')) return text;
  return text.endsWith('ies') ? `${text.slice(0, -3)}y` : text.slice(0, -1);
}

/** The name that `text` was meant to be: one letter more or less, or two swapped, never at its ends. */
function misspelt<Meaning>(text: string, index: NameIndex<Meaning>): string | undefined {
  if (text.length < shortestMisspelt - 1 || !latin.test(text)) return undefined;
  for (const length of [text.length - 1, text.length, text.length + 1]) {
    const name = index.long.get(slipKey(text, length))?.find((each) => oneSlip(text, each));
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The ends of a name and its length. */
function slipKey(text: string, length: number): string {
  return `${text[0]}${text.slice(-2)}${length}`;
}

function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}

/** Words that say nothing of their own in a heading: what is left beside them and the names is what it is about. */
const fillers = new Set(
  (
    'a an and are at aws amazon about basic basics be between by can cheat create creating difference do does for ' +
    'from how i in intro introduction is it its memo my note notes of on or our overview section sheet setup ' +
    'summary the this to use using vs versus via was what when where which why with work works your ' +
    '概要 基本 基礎 入門 作成 設定 方法 説明 比較 違 特徴 種類 利用 使用 メモ ノート まとめ とは について'
  ).split(' '),
);

/** How many words of a heading are neither part of a name nor fillers. */
export function leftover(words: readonly Word[], named: readonly Named<unknown>[]): number {
  return words.filter(
    (word, index) =>
      !fillers.has(word.text) &&
      !hiragana.test(word.text) &&
      !/^\d+$/.test(word.text) &&
      !named.some(({ first, end }) => index >= first && index < end),
  ).length;
}
