/** Applies what a writer gives, so that tests can compare whole documents. */
import type { Template } from '../../server/model/template.ts';
import type { TextChange } from '../../server/write/writer.ts';

/** The document after the changes; placeholders stand between `«` and `»`. */
export function applied(template: Template, changes: readonly TextChange[] | undefined): string {
  if (!changes) return 'not possible';
  let { text } = template;
  for (const { span, pieces } of changes.toReversed()) {
    const inserted = pieces
      .map((piece) => (typeof piece === 'string' ? piece : `«${piece.placeholder}»`))
      .join('');
    text = text.slice(0, span.start) + inserted + text.slice(span.end);
  }
  return text;
}
