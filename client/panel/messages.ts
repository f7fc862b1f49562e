/** What the panel and its script say to each other. */
import type { NoteView, RangeView, SearchHit } from '../../server/protocol.ts';

/** What the panel remembers between windows and restarts. */
export interface Remembered {
  readonly uri: string;
  readonly slug: string;
  readonly pinned: boolean;
  readonly scroll: number;
}

/** Extension → script. */
export type ToScript =
  /** `reveal`: go to the note's section; otherwise the reader's place stays if the note is the same. */
  | {
      readonly kind: 'note';
      readonly note: NoteView;
      /** Where the webview finds the note's pictures. */
      readonly pictures: Readonly<Record<string, string>>;
      readonly reveal: boolean;
      readonly pinned: boolean;
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'hits'; readonly query: string; readonly hits: readonly SearchHit[] }
  | { readonly kind: 'focusSearch' };

/** Script → extension. */
export type FromScript =
  /** Sent once the script listens: nothing is lost before. */
  | { readonly kind: 'ready'; readonly remembered: Remembered | undefined }
  /** A link to a note; without `uri`, to a section of the note that is shown. */
  | { readonly kind: 'open'; readonly uri: string; readonly slug: string | undefined }
  /** A place in the file whose findings are listed, or in the one at `uri`. */
  | { readonly kind: 'goTo'; readonly range: RangeView; readonly uri?: string }
  | { readonly kind: 'search'; readonly query: string };
