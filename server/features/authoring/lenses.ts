/** What stands above each rule of a note: where it finds something, and how its examples do. */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { CodeLens, Location, Position } from 'vscode-languageserver-types';
import type { RuleBlock } from '../../notes/note.ts';
import {
  type RunExamplesParams,
  runExamplesCommand,
  type ShowPlacesArguments,
  showPlacesCommand,
} from '../../protocol.ts';
import type { Language, Localized } from '../../text/localized.ts';

export interface RuleState {
  readonly block: RuleBlock;
  /** What the rule finds; undefined where the block has errors. */
  readonly places: readonly Location[] | undefined;
  /** How many of its examples fail; undefined where they were not run. */
  readonly failed: number | undefined;
}

/** The lenses of one rule block. */
export function lensesOf(
  document: TextDocument,
  { block, places, failed }: RuleState,
  language: Language,
): readonly CodeLens[] {
  const position = openingOf(document, block);
  const range = { start: position, end: position };
  const lenses: CodeLens[] = [];
  if (places) {
    const target: ShowPlacesArguments = { uri: document.uri, position, places };
    const title = matches(places.length)[language];
    lenses.push({
      range,
      command: { title, command: places.length > 0 ? showPlacesCommand : '', arguments: [target] },
    });
  }
  const target: RunExamplesParams = { uri: document.uri };
  const title = examples(block.examples.length, failed)[language];
  const command = block.examples.length > 0 ? runExamplesCommand : '';
  lenses.push({ range, command: { title, command, arguments: [target] } });
  return lenses;
}

/** Above a rule in a file that is not read for rules. */
export function notANote(document: TextDocument, block: RuleBlock, language: Language): CodeLens {
  const position = openingOf(document, block);
  return { range: { start: position, end: position }, command: { title: unread[language], command: '' } };
}

const unread: Localized = {
  en: 'not in force: this file is not among your notes (kumonote.notes)',
  ja: '無効: このファイルは設定 kumonote.notes のノートに含まれていません',
};

/** The line with the block's opening fence. */
function openingOf(document: TextDocument, { span }: RuleBlock): Position {
  return { line: document.positionAt(Math.max(0, span.start - 1)).line, character: 0 };
}

function matches(count: number): Localized {
  if (count === 0) return { en: 'matches nothing in this workspace', ja: 'このワークスペースに該当箇所なし' };
  return {
    en: `matches ${count} ${count === 1 ? 'place' : 'places'} in this workspace`,
    ja: `このワークスペースの ${count} か所に該当`,
  };
}

function examples(count: number, failed: number | undefined): Localized {
  if (count === 0) {
    return { en: 'no examples yet (yaml bad, yaml good)', ja: '例がまだありません(yaml bad・yaml good)' };
  }
  if (failed === undefined) return { en: 'run examples', ja: '例を実行' };
  if (failed === 0)
    return { en: `✓ ${count} ${count === 1 ? 'example' : 'examples'}`, ja: `✓ 例 ${count} 件` };
  return {
    en: `✗ ${failed} of ${count} ${count === 1 ? 'example' : 'examples'} ${failed === 1 ? 'fails' : 'fail'}`,
    ja: `✗ 例 ${count} 件中 ${failed} 件が失敗`,
  };
}
