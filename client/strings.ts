/** What the client itself says. Imports nothing but types: the panel's script uses it, too. */
import type { Localized } from '../server/text/localized.ts';

export type Language = keyof Localized;

const strings = {
  empty: {
    en: 'Put the cursor on an AWS resource in a template or in CDK code, and what the notes say about it appears here.',
    ja: 'テンプレートや CDK のコードで AWS のリソースにカーソルを置くと、ノートの説明がここに表示されます。',
  },
  search: { en: 'Search notes', ja: 'ノートを検索' },
  noHits: { en: 'No note contains this.', ja: '見つかりませんでした。' },
  hits: { en: 'Search results', ja: '検索結果' },
  bundled: { en: 'Built in', ja: '付属' },
  user: { en: 'Your note', ja: '自分のノート' },
  pinned: { en: 'Pinned', ja: '固定中' },
  contents: { en: 'Contents', ja: '目次' },
  diagram: { en: 'Diagram', ja: '図' },
  diagramLine: {
    en: 'Shown as text, because line {0} of the diagram is not understood.',
    ja: '図の {0} 行目を解釈できないため、テキストで表示しています。',
  },
  diagramOtherKind: {
    en: 'Shown as text: flowcharts, state diagrams and sequence diagrams are drawn, other kinds are not.',
    ja: 'テキストで表示しています。描画できるのは、フローチャート、状態遷移図、シーケンス図です。',
  },
  diagramTooLarge: {
    en: 'Shown as text, because the diagram is too large for this panel.',
    ja: '図が大きすぎるため、テキストで表示しています。',
  },
  diagramFailed: {
    en: 'Shown as text, because the diagram could not be drawn.',
    ja: '図を描画できなかったため、テキストで表示しています。',
  },
  findings: { en: 'In this file', ja: 'このファイル' },
  toFindings: { en: 'Findings in this file: {0}', ja: 'このファイルの指摘: {0} 件' },
  resources: { en: 'Explained here', ja: 'このノートが説明するもの' },
  elsewhere: { en: 'Explained in other files', ja: 'このノートが説明する他のファイルのもの' },
  backlinks: { en: 'Backlinks', ja: 'バックリンク' },
  moreBacklinks: { en: 'Not listed: {0} more.', ja: 'ほかに {0} 件あります。' },
  seeAlso: { en: 'See also', ja: '関連するノート' },
  line: { en: 'line {0}', ja: '{0} 行目' },
  error: { en: 'Error', ja: 'エラー' },
  warning: { en: 'Warning', ja: '警告' },
  information: { en: 'Information', ja: '情報' },
  hint: { en: 'Hint', ja: 'ヒント' },
  linkCopied: { en: 'The link is copied.', ja: 'リンクをコピーしました。' },
  noteGone: { en: 'This note is no longer there.', ja: 'このノートは見つかりません。' },
  nothingHere: {
    en: 'The notes say nothing about what is under the cursor.',
    ja: 'カーソルの位置について書かれたノートはありません。',
  },
  nothingToDraft: {
    en: 'Put the cursor on a resource type or a property in a template or in CDK code, and run the command again.',
    ja: 'テンプレートや CDK のコードで、リソースタイプかプロパティにカーソルを置いてから実行してください。',
  },
  newNote: { en: 'New note', ja: '新しいノート' },
  chooseNote: {
    en: 'Which note gives the reason for the rule?',
    ja: 'ルールの理由を書くノートを選んでください',
  },
  notesApply: {
    en: 'Notes about what is in this file: {0}. Click to read.',
    ja: 'このファイルに関するノート: {0} 件。クリックすると開きます。',
  },
  notesLoaded: {
    en: 'Loaded: {0} built-in notes, {1} of yours.',
    ja: '読み込み済み: 付属 {0} 件、自分のノート {1} 件。',
  },
  notesBroken: { en: 'Notes with errors: {0}.', ja: '問題のあるノート: {0} 件。' },
  showProblems: { en: 'Show problems', ja: '問題を表示' },
  noOwnNotes: {
    en: 'No note of yours was found where kumonote.notes says.',
    ja: '設定 kumonote.notes の場所に自分のノートはありません。',
  },
  openSample: { en: 'Open a sample note', ja: 'サンプルのノートを開く' },
  sampleNote: { en: 'our-aws-notes.md', ja: 'aws-notes.md' },
  notesWithoutCode: {
    en: 'Notes about things that this workspace does not have. Choose one to open it.',
    ja: 'このワークスペースにないものについてのノート。選ぶと開きます。',
  },
  everyNoteHasCode: {
    en: 'All your notes about AWS explain something in this workspace.',
    ja: 'AWS についてのノートは、すべてこのワークスペースの何かを説明しています。',
  },
  codeWithoutNotes: {
    en: 'Resource types without a note of yours. Choose one to start its note.',
    ja: '自分のノートがないリソースタイプ。選ぶとノートを書き始められます。',
  },
  everyTypeHasNote: {
    en: 'Your notes explain every resource type in this workspace.',
    ja: 'このワークスペースのリソースタイプは、すべて自分のノートで説明されています。',
  },
  usedIn: { en: 'resources: {0}, files: {1}', ja: 'リソース {0} 個、ファイル {1} 個' },
  onlyBundled: { en: 'Only the built-in notes explain it', ja: '付属のノートだけが説明しています' },
  nobodyWrote: { en: 'No note explains it', ja: '説明するノートはありません' },
  showPlaces: { en: 'Show where it is used', ja: '使われている場所を表示' },
  whyWeUseIt: {
    en: 'Why we use it, how we set it up, and what to mind.',
    ja: '使う理由、設定の方針、気を付けること。',
  },
  review: { en: 'Design review', ja: '設計レビュー' },
  reviewActions: { en: 'What to do with this review', ja: 'レビューの操作' },
  reviewFindings: { en: 'Findings', ja: '指摘' },
  reviewPicture: { en: 'Resources and what they refer to', ja: 'リソースと参照関係' },
  reviewNotes: { en: 'Notes that apply', ja: '関係するノート' },
  reviewSize: { en: 'Resources: {0} · Files: {1}', ja: 'リソース: {0} 個 · ファイル: {1} 個' },
  reviewLeft: {
    en: '{0} more resources are left out; those with findings come first.',
    ja: 'ほかのリソース {0} 個は省略しています。指摘のあるリソースを優先して描いています。',
  },
  nothingFound: { en: 'Nothing was found.', ja: '指摘はありません。' },
  explains: { en: 'resources explained: {0}', ja: '説明するリソース: {0} 個' },
  saveMarkdown: { en: 'Save as Markdown', ja: 'Markdown で保存' },
  saveHtml: { en: 'Save as HTML (to print)', ja: 'HTML で保存(印刷用)' },
  refresh: { en: 'Refresh', ja: '更新' },
  thisFile: { en: 'This file', ja: 'このファイル' },
  wholeWorkspace: { en: 'Whole workspace', ja: 'ワークスペース全体' },
  whatToReview: { en: 'What to review?', ja: '何をレビューしますか?' },
  nothingToReview: {
    en: 'There is neither a CloudFormation template nor CDK code to review here.',
    ja: 'レビューできる CloudFormation テンプレートや CDK コードがありません。',
  },
} satisfies Record<string, Localized>;

/** A message in `language`; `{0}`, `{1}` … are replaced by `values`. */
export function say(
  language: Language,
  key: keyof typeof strings,
  ...values: readonly (string | number)[]
): string {
  return strings[key][language].replace(/\{(\d)\}/g, (_, at: string) => String(values[Number(at)] ?? ''));
}

/** @param setting the value of `kumonote.language`; @param display the editor's display language. */
export function chooseLanguage(setting: string | undefined, display: string): Language {
  if (setting === 'ja' || setting === 'en') return setting;
  return display.toLowerCase().startsWith('ja') ? 'ja' : 'en';
}
