/** How Python is written: arguments by name, structures of props as classes. */
import { snakeCase } from '../../aws/cdkPython.ts';
import type { Dialect } from './dialect.ts';

/** The classes of the props that quick fixes write into. */
const structures: Readonly<Record<string, string>> = {
  accessLoggingPolicy: 'CfnLoadBalancer.AccessLoggingPolicyProperty',
  deployOptions: 'StageOptions',
  throttle: 'ThrottleSettings',
  workGroupConfiguration: 'CfnWorkGroup.WorkGroupConfigurationProperty',
};

export const python: Dialect = {
  languages: /^python$/,
  props: 'arguments',
  restOfLine: /^[ \t]*(?:#[^\r\n]*)?(?=\r?\n|$)/,
  constants: { true: 'True', false: 'False', null: 'None' },
  name: snakeCase,
  key: (name, shape, quoted) => (shape === 'arguments' ? `${snakeCase(name)}=` : `${quoted(name)}: `),
  nested(prop, parts, classCode) {
    const name = Object.hasOwn(structures, prop) ? structures[prop] : undefined;
    const code = name === undefined ? undefined : classCode(name);
    return code === undefined ? undefined : [`${code}(`, ...parts, ')'];
  },
};
