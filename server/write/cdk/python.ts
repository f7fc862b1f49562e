/** How Python is written: arguments by name, structures of props as classes. */
import { snakeCase } from '../../aws/cdkPython.ts';
import { type Dialect, dotted, endOfNames } from './dialect.ts';
import { separated } from './pieces.ts';
import { structureOf } from './structures.ts';

export const python: Dialect = {
  languages: /^python$/,
  members: dotted(snakeCase),
  props: 'arguments',
  restOfLine: /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/,
  brackets: { list: ['[', ']'], map: ['{', '}'] },
  typed: false,
  constants: { true: 'True', false: 'False', null: 'None' },
  name: snakeCase,
  variableName: snakeCase,
  submodule: (module) => module.replaceAll('-', '_'),
  key: (name, shape, quoted) => (shape === 'arguments' ? `${snakeCase(name)}=` : `${quoted(name)}: `),
  nested(prop, parts, classCode) {
    const name = structureOf(prop);
    const code = name === undefined ? undefined : classCode(name);
    return code === undefined ? undefined : [`${code}(`, ...parts, ')'];
  },
  allProps: (parts) => parts,
  construct: (classCode, given, props) => [
    `${classCode}(`,
    ...separated(props ? [...given, props] : given),
    ')',
  ],
  variable: (name, code) => [`${name} = `, ...code],
  interpolated: (parts, quote) => [
    `f${quote}`,
    ...parts.flatMap((part) =>
      typeof part === 'string' ? part.replace(/[{}]/g, '$&$&') : ['{', ...part.code, '}'],
    ),
    quote,
  ],
  importLine: (module, className) =>
    `from aws_cdk${module && `.${module.replaceAll('-', '_')}`} import ${className}`,
  placeInImport(statement) {
    if (!statement.startsWith('from ')) return undefined;
    return statement.includes('(') ? endOfNames(statement, ')') : statement.trimEnd().length;
  },
};
