/** How TypeScript and JavaScript are written. */
import type { Dialect } from './dialect.ts';

export const typescript: Dialect = {
  languages: /^(?:type|java)script(?:react)?$/,
  props: 'braces',
  restOfLine: /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n|$)/,
  constants: { true: 'true', false: 'false', null: 'null' },
  name: (name) => name,
  key: (name, _, quoted) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: `,
  nested: (_, parts) => ['{ ', ...parts, ' }'],
};
