/**
 * One way to write the address of a file. Editors and Node percent-encode different characters (`(`, `+`, the colon
 * of `C:`), so addresses are brought to one form, that of VS Code, before they are compared.
 */

/** `uri` with its path encoded as VS Code does it; as it is where it cannot be decoded. */
export function normalUri(uri: string): string {
  const parts = /^([a-z][\w+.-]*:\/\/)([^/]*)(\/[^?#]*)$/i.exec(uri);
  const [, scheme = '', authority = '', path = ''] = parts ?? [];
  if (!parts) return uri;
  const segments = path.split('/').map((segment) => encoded(decoded(segment)));
  if (/^[A-Z]%3A$/i.test(segments[1] ?? '')) segments[1] = (segments[1] ?? '').replace(/^./, lowerCase);
  return scheme + authority + segments.join('/');
}

/** The address of the file at an absolute path, of whichever system: `/app/bin.ts`, `C:\\app\\bin.ts`. */
export function fileUri(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  return normalUri(
    `file://${slashes.startsWith('/') ? '' : '/'}${slashes.split('/').map(encodeURIComponent).join('/')}`,
  );
}

/** `uri` for people: relative to the folder of `roots` that it is in, else the file's name alone. */
export function shownPath(uri: string, roots: readonly string[]): string {
  const root = roots.map((each) => `${each.replace(/\/$/, '')}/`).find((each) => uri.startsWith(each));
  const path = root === undefined ? (uri.split('/').at(-1) ?? uri) : uri.slice(root.length);
  return path.split('/').map(decoded).join('/');
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (it) => `%${it.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function lowerCase(text: string): string {
  return text.toLowerCase();
}
