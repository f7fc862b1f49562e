/** How C# is written: props as objects of their classes. */
import { hasClass } from '../../aws/cdkClasses.ts';
import { namespaceOf, rootNamespace } from '../../aws/cdkCsharp.ts';
import { type Dialect, dotted } from './dialect.ts';
import { separated } from './pieces.ts';
import { structureOf } from './structures.ts';
import { typescript } from './typescript.ts';

export const csharp: Dialect = {
  languages: /^csharp$/,
  members: dotted(pascalCase),
  props: 'braces',
  restOfLine: typescript.restOfLine,
  quote: '"',
  brackets: {
    list: ['new[] { ', ' }'],
    map: ['new System.Collections.Generic.Dictionary<string, object> { ', ' }'],
  },
  typed: true,
  constants: { true: 'true', false: 'false', null: 'null' },
  name: pascalCase,
  variableName: (name) => name,
  submodule: (module) => namespaceOf(module) ?? pascalCase(module),
  key: (name, shape, quoted) => (shape === 'braces' ? `${pascalCase(name)} = ` : `[${quoted(name)}] = `),
  nested(prop, parts, classCode) {
    const name = structureOf(prop);
    const code = name === undefined ? undefined : classCode(name);
    return code === undefined ? undefined : [`new ${code} { `, ...parts, ' }'];
  },
  allProps(parts, classCode) {
    const code = classCode();
    return code === undefined ? undefined : [`new ${propsClass(code)} { `, ...parts, ' }'];
  },
  construct: (classCode, given, props) => {
    const parts = props ? [...given, [`new ${propsClass(classCode)} { `, ...props, ' }']] : given;
    return [`new ${classCode}(`, ...separated(parts), ')'];
  },
  variable: (name, code) => [`var ${name} = `, ...code],
  interpolated: (parts) => [
    '$"',
    ...parts.flatMap((part) =>
      typeof part === 'string'
        ? JSON.stringify(part).slice(1, -1).replace(/[{}]/g, '$&$&')
        : ['{', ...part.code, '}'],
    ),
    '"',
  ],
  importLine: (module) => `using ${[rootNamespace, namespaceOf(module)].filter(Boolean).join('.')};`,
  placeInImport: () => undefined,
  clashes: (module, names) => [...names].some((name) => hasClass(module, name)),
};

function pascalCase(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** `BucketProps`; a class that is called like one of its members ends with `_`, its props do not. */
function propsClass(classCode: string): string {
  return classCode.endsWith('TableV2')
    ? classCode.replace(/TableV2$/, 'TablePropsV2')
    : `${classCode.replace(/_$/, '')}Props`;
}
