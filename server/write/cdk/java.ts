/** How Java is written: constructs and structures of props are built by calls. */

import { packageOf } from '../../aws/cdkClasses.ts';
import { javaGetter, javaProp } from '../../aws/cdkJava.ts';
import { type Dialect, dotted } from './dialect.ts';
import { separated } from './pieces.ts';
import { structureOf } from './structures.ts';

/** Greater numbers are of another type. */
const MOST_INTEGER = 2 ** 31 - 1;

export const java: Dialect = {
  languages: /^java$/,
  members: {
    ...dotted((name) => name),
    property: (object, name) => [...object, `.${javaGetter(name)}()`],
  },
  props: 'calls',
  restOfLine: /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n|$)/,
  constants: { true: 'true', false: 'false', null: 'null' },
  quote: '"',
  packages: true,
  brackets: { list: ['java.util.List.of(', ')'], map: ['java.util.Map.of(', ')'] },
  typed: true,
  name: (name) => name,
  variableName: (name) => name,
  submodule: (module) => packageOf(module),
  key: (name, shape, quoted) => (shape === 'calls' ? `.${javaProp(name)}(` : `${quoted(name)}, `),
  number: (value) =>
    Number.isInteger(value) && Math.abs(value) > MOST_INTEGER ? `${value}L` : String(value),
  nested(prop, parts, classCode) {
    const name = structureOf(prop);
    const code = name === undefined ? undefined : classCode(name);
    return code === undefined ? undefined : [`${code}.builder()`, ...parts, '.build()'];
  },
  allProps(parts, classCode) {
    const code = classCode('Props');
    return code === undefined ? undefined : [`${code}.builder()`, ...parts, '.build()'];
  },
  construct: (classCode, given, props) =>
    props
      ? [`${classCode}.Builder.create(`, ...separated(given), ')', ...props, '.build()']
      : [`new ${classCode}(`, ...separated(given), ')'],
  variable: (name, code) => [`var ${name} = `, ...code],
  interpolated: (parts) => {
    const texts = parts.map((part) => (typeof part === 'string' ? [JSON.stringify(part)] : part.code));
    // The first of them decides that all are joined as texts.
    const first = typeof parts[0] === 'string' ? [] : [['""']];
    return [...first, ...texts].flatMap((text, index) => (index > 0 ? [' + ', ...text] : text));
  },
  importLine: (module, className) => `import ${packageOf(module)}.${className};`,
  placeInImport: () => undefined,
};
