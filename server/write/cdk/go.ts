/** How Go is written: pointers to literals, structures with their types, names of packages. */
import { packageOfModule, withCapitalLetter } from '../../aws/cdkGo.ts';
import type { Piece } from '../writer.ts';
import type { Dialect } from './dialect.ts';
import { separated } from './pieces.ts';
import { structureOf } from './structures.ts';
import { typescript } from './typescript.ts';

/** How many arguments a method takes; those that TypeScript may leave out are `nil`. */
const parameters: Readonly<Record<string, number>> = {
  addIngressRule: 4,
  logAccessLogs: 2,
  regionalGateway: 1,
};

/** Functions of jsii that give a pointer. */
const pointers = { string: 'String', number: 'Number', boolean: 'Bool' } as const;

const library = 'github.com/aws/aws-cdk-go/awscdk/v2';

export const go: Dialect = {
  languages: /^go$/,
  needs: /(?:^|\bimport|[(;])[ \t]*"github\.com\/aws\/jsii-runtime-go"/m,
  members: {
    inside(outer, className) {
      // What a dot imports is used without its package.
      if (outer.startsWith('.')) return className;
      return `${outer}${/\.[A-Z]\w*$/.test(outer) ? '_' : '.'}${className}`;
    },
    constant: (classCode, name, of) => `${classCode}_${name}${of === 'class' ? '()' : ''}`,
    staticCall: (classCode, method, given) => [
      `${classCode}_${withCapitalLetter(method)}(`,
      ...separated(complete(method, given)),
      ')',
    ],
    call: (object, method, given) => [
      ...object,
      `.${withCapitalLetter(method)}(`,
      ...separated(complete(method, given)),
      ')',
    ],
    property: (object, name) => [...object, `.${withCapitalLetter(name)}()`],
  },
  props: 'braces',
  padding: '',
  restOfLine: typescript.restOfLine,
  quote: '"',
  brackets: { list: ['&[]interface{}{', '}'], map: ['map[string]interface{}{', '}'] },
  typed: true,
  given: (code, type) => [`jsii.${pointers[type]}(`, ...code, ')'],
  wrapped: /^jsii\.(?:String|Number|Bool)\((.*)\)$/,
  constants: { true: 'true', false: 'false', null: 'nil' },
  name: withCapitalLetter,
  variableName: (name) => name,
  submodule: () => undefined,
  key: (name, shape, quoted) => `${shape === 'braces' ? withCapitalLetter(name) : quoted(name)}: `,
  nested(prop, parts, classCode) {
    const name = structureOf(prop);
    const code = name === undefined ? undefined : classCode(name);
    return code === undefined ? undefined : [`&${code}{`, ...parts, '}'];
  },
  allProps(parts, classCode) {
    const code = classCode();
    return code === undefined ? undefined : propsOf(code, parts);
  },
  construct: (classCode, given, props) => {
    const made = classCode.replace(/(?=[A-Z]\w*$)/, 'New');
    return [`${made}(`, ...separated([...given, props ? propsOf(classCode, props) : ['nil']]), ')'];
  },
  variable: (name, code) => [`${name} := `, ...code],
  interpolated: (parts) => [
    'jsii.Sprintf("',
    ...parts.map((part) =>
      typeof part === 'string' ? JSON.stringify(part).slice(1, -1).replaceAll('%', '%%') : '%s',
    ),
    '"',
    ...parts.flatMap((part) => (typeof part === 'string' ? [] : [', *', ...part.code])),
    ')',
  ],
  imported: (module, className) => `${module ? packageOfModule(module) : 'awscdk'}.${className}`,
  addedToImport(statement, module) {
    const path = pathOf(module);
    const own = [
      ...statement.matchAll(/^([ \t]*)(?:[\w.]+[ \t]+)?"(github\.com\/aws\/aws-cdk-go\/[^"]*)".*$/gm),
    ];
    const [first] = own;
    if (!first || !statement.includes('(')) return undefined;
    // Imports are in the order of their paths.
    const before = own.findLast((each) => (each[2] ?? '') < path);
    const line = `${first[1]}"${path}"`;
    return before
      ? { offset: before.index + before[0].length, text: `\n${line}` }
      : { offset: first.index, text: `${line}\n` };
  },
  importLine: (module) => `import "${pathOf(module)}"`,
  placeInImport: () => undefined,
};

/** `given` with `nil` for what cannot be left out. */
function complete(method: string, given: readonly (readonly Piece[])[]): readonly (readonly Piece[])[] {
  const missing = (parameters[method] ?? 0) - given.length;
  return [...given, ...Array.from({ length: Math.max(0, missing) }, () => ['nil'])];
}

function propsOf(classCode: string, parts: readonly Piece[]): readonly Piece[] {
  const name = classCode.endsWith('TableV2') ? classCode.replace(/V2$/, 'PropsV2') : `${classCode}Props`;
  return [`&${name}{`, ...parts, '}'];
}

function pathOf(module: string): string {
  return module ? `${library}/${packageOfModule(module)}` : library;
}
