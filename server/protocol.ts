/**
 * Kumonote's own requests and notifications, beside those of the Language Server Protocol. Imports nothing, so
 * that the client, the panel's script and the server can share it.
 */

/** Client → server, with `initialize`: what only an editor with our panel knows. Other editors send nothing. */
export interface InitializationOptions {
  /** The editor's display language, `ja`, `en-US`. */
  readonly language: string;
  /** The scheme of addresses that this editor opens itself (`vscode`); its presence means that our commands exist. */
  readonly uriScheme: string;
}

/** Client → server: what the side panel shows for a place in a document. */
export const noteAtRequest = 'kumonote/noteAt';
export interface NoteAtParams {
  readonly uri: string;
  readonly position: { readonly line: number; readonly character: number };
}

/** Client → server: a note by its address, at a section. */
export const noteRequest = 'kumonote/note';
export interface NoteParams {
  readonly uri: string;
  /** The section to show; the note's top without it. */
  readonly slug?: string;
  /** The document whose findings are listed below. */
  readonly document?: string;
}

/** Client → server: the Markdown of a note, null where there is none. Bundled notes are no files. */
export const noteTextRequest = 'kumonote/noteText';
export interface NoteTextParams {
  readonly uri: string;
}

/** Client → server: notes and sections that contain a text. */
export const searchRequest = 'kumonote/search';
export interface SearchParams {
  readonly query: string;
}

export interface SearchHit {
  readonly uri: string;
  readonly slug: string;
  readonly title: string;
  readonly heading: string;
  /** The words around the match, plain text. */
  readonly excerpt: string;
  readonly origin: 'bundled' | 'user';
}

/**
 * Client → server: how many notes explain something in a document, and how many there are. Answers null for a
 * document that is neither a template nor CDK code.
 */
export const noteCountRequest = 'kumonote/noteCount';
export interface NoteCountParams {
  readonly uri: string;
}

export interface NoteCount {
  /** Notes about something in the document. */
  readonly here: number;
  readonly bundled: number;
  readonly user: number;
  /** Of the user's, those in which something is wrong. */
  readonly broken: number;
}

/** Client → server: which notes explain no code of the workspace, and which code no note of the user's explains. */
export const coverageRequest = 'kumonote/coverage';
export interface CoverageView {
  /** The user's notes about AWS things that the workspace does not have. */
  readonly notes: readonly { readonly uri: string; readonly title: string; readonly path: string }[];
  readonly types: readonly UnwrittenType[];
}

/** A resource type that the user has not written about. */
export interface UnwrittenType {
  readonly type: string;
  readonly resources: number;
  readonly files: number;
  /** Whether a bundled note explains it. */
  readonly explained: boolean;
  readonly places: readonly { readonly uri: string; readonly range: RangeView }[];
}

/** Client → server: what a design review of a file, or of the whole workspace, shows. */
export const reviewRequest = 'kumonote/review';
export interface ReviewParams {
  /** The file; the workspace without it. */
  readonly uri?: string;
}

export interface ReviewView {
  /** The reviewed file's path; empty for the workspace. */
  readonly path: string;
  readonly files: number;
  readonly resources: number;
  /** One for each note that explains a resource or a finding, those with findings first. */
  readonly topics: readonly ReviewTopic[];
  readonly graph: ReviewGraph;
  /** The whole review as Markdown. */
  readonly markdown: string;
}

export interface ReviewTopic {
  readonly uri: string;
  readonly slug: string;
  readonly title: string;
  readonly origin: 'bundled' | 'user';
  /** How many resources the note explains; 0 where it gives the reason of a rule, and no more. */
  readonly resources: number;
  readonly findings: readonly ReviewFinding[];
}

export interface ReviewFinding {
  readonly rule: string;
  readonly severity: FindingView['severity'];
  readonly message: string;
  /** The resource's name. */
  readonly resource: string;
  readonly uri: string;
  readonly path: string;
  readonly range: RangeView;
}

/** The resources and what refers to what. */
export interface ReviewGraph {
  readonly nodes: readonly ReviewNode[];
  /** Indices of nodes: `from` refers to `to`. */
  readonly edges: readonly { readonly from: number; readonly to: number }[];
  /** How many resources are left out, because nobody could read the picture. */
  readonly left: number;
}

export interface ReviewNode {
  readonly name: string;
  readonly type: string;
  /** Of the worst finding. */
  readonly severity: FindingView['severity'] | '';
  readonly uri: string;
  readonly path: string;
  readonly range: RangeView;
}

/** Server → client: notes were loaded or changed; what is shown may be stale. */
export const notesChangedNotification = 'kumonote/notesChanged';

export interface NoteView {
  readonly uri: string;
  readonly title: string;
  readonly origin: 'bundled' | 'user';
  /** Where it comes from: the file's path in the workspace; empty for bundled notes. */
  readonly path: string;
  /** Sanitised HTML of the whole note. Headings carry their slug as `data-slug`; links to notes `data-note` and `data-slug`. */
  readonly html: string;
  /** Pictures in the HTML: addresses of files, each the `data-src` of an `img` without `src`. */
  readonly images: readonly string[];
  /** The folders of the user's notes, where pictures may come from; empty for a note without pictures. */
  readonly imageFolders: readonly string[];
  /** The section to show. */
  readonly slug: string;
  readonly outline: readonly { readonly slug: string; readonly heading: string; readonly depth: number }[];
  /** Findings of the document, in source order. */
  readonly findings: readonly FindingView[];
  /** Resources of the document that this note explains. */
  readonly resources: readonly { readonly name: string; readonly type: string; readonly range: RangeView }[];
  /** Resources in other files of the workspace that this note explains. */
  readonly elsewhere: readonly {
    readonly name: string;
    readonly type: string;
    readonly uri: string;
    readonly path: string;
    readonly range: RangeView;
  }[];
  /** Where other notes link to this one. */
  readonly backlinks: readonly BacklinkView[];
  /** How many more there are. */
  readonly moreBacklinks: number;
  /** Other notes about the same thing. */
  readonly seeAlso: readonly {
    readonly uri: string;
    readonly slug: string;
    readonly title: string;
    readonly origin: 'bundled' | 'user';
  }[];
}

/** A link in another note. */
export interface BacklinkView {
  readonly uri: string;
  /** The section that the link stands in. */
  readonly slug: string;
  readonly title: string;
  readonly heading: string;
  readonly path: string;
  /** Plain text: what stands before the link, its words, and what stands after it. */
  readonly sentence: readonly [before: string, link: string, after: string];
  /** How many links to the same note stand before it in the other one. */
  readonly before: number;
}

export interface FindingView {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  readonly message: string;
  readonly range: RangeView;
  /** Whether this note is its reason. */
  readonly here: boolean;
}

/** An LSP range. */
export interface RangeView {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}

/** Commands of the client that the server's answers refer to. */
export const openNoteCommand = 'kumonote.openNote';
export interface OpenNoteArguments {
  readonly uri: string;
  readonly slug?: string;
}

/** Command of the client: lists places in the editor's references view. */
export const showPlacesCommand = 'kumonote.showPlaces';
export interface ShowPlacesArguments {
  readonly uri: string;
  readonly position: RangeView['start'];
  readonly places: readonly { readonly uri: string; readonly range: RangeView }[];
}

/** Command of the client that sends the request of the same arguments. */
export const runExamplesCommand = 'kumonote.runExamples';

/** Client → server: run the examples of a note that is open, and again whenever it changes. Answers null. */
export const runExamplesRequest = 'kumonote/runExamples';
export interface RunExamplesParams {
  readonly uri: string;
}

/** Command of the client: drafts a rule about a place; about the cursor without arguments. */
export const newRuleCommand = 'kumonote.newRule';
export interface NewRuleArguments {
  readonly uri: string;
  readonly position: RangeView['start'];
}

/** Client → server: a first version of a rule about a place. Null where there is nothing to write a rule about. */
export const draftRuleRequest = 'kumonote/draftRule';
export type DraftRuleParams = NewRuleArguments;

export interface RuleDraft {
  /** A section of a note with the rule and its examples, as a snippet. */
  readonly snippet: string;
  /** The title of a note that is made for it. */
  readonly title: string;
  /** Where such a note goes; null where no folder of the workspace is one of notes. */
  readonly newNote: string | null;
  /** The user's notes that may take it, the likeliest first. */
  readonly notes: readonly { readonly uri: string; readonly title: string; readonly path: string }[];
}
