/** How TypeScript and JavaScript are written. */
import { type Dialect, dotted, endOfNames } from './dialect.ts';
import { separated } from './pieces.ts';

export const typescript: Dialect = {
  languages: /^(?:type|java)script(?:react)?$/,
  members: dotted((name) => name),
  props: 'braces',
  restOfLine: /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n|$)/,
  brackets: { list: ['[', ']'], map: ['{ ', ' }'] },
  typed: false,
  constants: { true: 'true', false: 'false', null: 'null' },
  name: (name) => name,
  variableName: (name) => name,
  submodule: (module) => module.replaceAll('-', '_'),
  key: (name, _, quoted) => `${/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name)}: `,
  nested: (_, parts) => ['{ ', ...parts, ' }'],
  allProps: (parts) => ['{ ', ...parts, ' }'],
  construct: (classCode, given, props) => {
    const parts = props ? [...given, ['{ ', ...props, ' }']] : given;
    return [`new ${classCode}(`, ...separated(parts), ')'];
  },
  variable: (name, code) => [`const ${name} = `, ...code],
  interpolated: (parts) => [
    '`',
    ...parts.flatMap((part) =>
      typeof part === 'string' ? part.replace(/[`\\]|\$\{/g, '\\$&') : ['${', ...part.code, '}'],
    ),
    '`',
  ],
  importLine(module, className, like) {
    const quote = like.includes('"') ? '"' : "'";
    const path = `${quote}aws-cdk-lib${module && `/${module}`}${quote}`;
    const line = /\brequire\(/.test(like)
      ? `const { ${className} } = require(${path})`
      : `import { ${className} } from ${path}`;
    return like.endsWith(';') ? `${line};` : line;
  },
  placeInImport: (statement) => (/^import\s+type\b/.test(statement) ? undefined : endOfNames(statement, '}')),
};
