/** The review as a page: in the editor, and as a file that can be printed. */
import { type Language, say } from '../strings.ts';

/** The page around the script. Nothing but our own script and style runs in it or is loaded by it. */
export function reviewPage(nonce: string, language: Language, css: string, script: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'; script-src 'nonce-${nonce}'">
<link rel="stylesheet" nonce="${nonce}" href="${css}">
<title>${say(language, 'review')}</title>
</head>
<body>
<script type="module" nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

/**
 * A page that needs nothing beside itself, and may do nothing.
 * @param title plain text
 * @param body HTML from the script, which makes elements of text only
 * @param style the style sheet of the page in the editor; what the editor would say of colours stands there, too
 */
export function savedPage(title: string, body: string, style: string, language: Language): string {
  const safeTitle = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<!doctype html>
<html lang="${language}" class="saved">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${say(language, 'review')}: ${safeTitle}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
