/**
 * Whole words in names: `MyDbVolume`, `my-db_volume` and `DB volume` all hold the word `db`, `dbt` does not.
 * Japanese has no spaces, so a Japanese word is found wherever it stands.
 */

/** Longer words that hold `ログ` (log) and mean something else: catalogue, blog, program, login, dialogue, analogue. */
const falseFriends = /カタログ|ブログ|プログラ[ムミ]|ログイン|ダイアログ|アナログ/g;
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The first of `words` that stands in one of `texts` as a whole word. */
export function findWord(texts: readonly string[], words: readonly string[]): string | undefined {
  const split = texts.map(wordsOf);
  return words.find((word) =>
    japanese.test(word)
      ? texts.some((text) => text.normalize('NFKC').replace(falseFriends, ' ').includes(word))
      : split.some((found) => found.has(word)),
  );
}

export function hasWord(texts: readonly string[], words: readonly string[]): boolean {
  return findWord(texts, words) !== undefined;
}

/** The words of a name, in lower case; also two neighbours as one, for `BigData`, `SqlServer` and `DataLake`. */
export function wordsOf(text: string): ReadonlySet<string> {
  const words = text
    .normalize('NFKC')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');
  const found = new Set<string>();
  words.forEach((word, index) => {
    found.add(word);
    // A number at the end counts words, it does not make another one: `db1`.
    found.add(word.replace(/\d+$/, ''));
    const next = words[index + 1];
    if (next !== undefined) found.add(word + next);
  });
  return found;
}
