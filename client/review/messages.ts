/** What the review page and its script say to each other. */
import type { RangeView, ReviewView } from '../../server/protocol.ts';

/** Extension → script. */
export interface ToReview {
  readonly kind: 'review';
  readonly review: ReviewView;
}

/** Script → extension. */
export type FromReview =
  /** Sent once the script listens. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'goTo'; readonly uri: string; readonly range: RangeView }
  | { readonly kind: 'note'; readonly uri: string; readonly slug: string }
  | { readonly kind: 'refresh' }
  | { readonly kind: 'saveMarkdown' }
  /** With the page as it stands: the picture is drawn only there. */
  | { readonly kind: 'saveHtml'; readonly title: string; readonly body: string };
