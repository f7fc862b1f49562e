/** The intrinsic functions of CloudFormation: their long names, and the tags that stand for them in YAML. */

/** Functions whose value is worked out at deployment; `Ref` and `Condition` have no prefix. */
const names = [
  'And',
  'Base64',
  'Cidr',
  'Contains',
  'EachMemberEquals',
  'EachMemberIn',
  'Equals',
  'FindInMap',
  'ForEach',
  'GetAtt',
  'GetAZs',
  'GetStackOutput',
  'If',
  'ImportValue',
  'Join',
  'Length',
  'Not',
  'Or',
  'RefAll',
  'Select',
  'Split',
  'Sub',
  'ToJsonString',
  'Transform',
  'ValueOf',
  'ValueOfAll',
];

const byTag = new Map<string, string>([
  ['!Ref', 'Ref'],
  ['!Condition', 'Condition'],
  ...names.map((name): [string, string] => [`!${name}`, `Fn::${name}`]),
]);

const longNames = new Set(byTag.values());

/** The tags that stand for a function. */
export const shortForms: readonly string[] = [...byTag.keys()];

/** The function's full name, `Fn::Sub`, from its YAML tag; undefined for other tags. */
export function functionOfTag(tag: string): string | undefined {
  return byTag.get(tag);
}

/** Whether a key is a function, so that a map with this one key is a call. */
export function isFunction(key: string): boolean {
  return key !== 'Condition' && longNames.has(key);
}
