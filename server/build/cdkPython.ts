/**
 * Writes `server/aws/data/cdkPython.json` from the installed aws-cdk-lib: what Python calls differently, and which
 * parameters may be given by name.
 *
 *     npx tsc -p . && node out/server/build/cdkPython.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CdkPythonData, snakeCase, withCapitals } from '../aws/cdkPython.ts';

interface Parameter {
  readonly name: string;
  readonly variadic?: boolean;
  readonly type: { readonly fqn?: string };
}

interface JsiiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly namespace?: string;
  readonly base?: string;
  readonly datatype?: boolean;
  readonly initializer?: { readonly parameters?: readonly Parameter[] };
  readonly methods?: readonly { readonly name: string; readonly parameters?: readonly Parameter[] }[];
  readonly properties?: readonly { readonly name: string; readonly const?: boolean }[];
}

const assembly = JSON.parse(
  gunzipSync(readFileSync(join('node_modules', 'aws-cdk-lib', '.jsii.gz'))).toString('utf8'),
) as { version: string; types: Record<string, JsiiType> };

const names = new Map<string, string>();
const methods = new Map<string, Set<string>>();
const classes = new Map<string, Map<string, string>>();

for (const type of Object.values(assembly.types)) {
  const namespace = type.namespace ?? '';
  const isL1 = /(?:^|\.)Cfn/.test(namespace) || type.name.startsWith('Cfn');
  for (const { name } of [...(type.properties ?? []), ...(type.methods ?? [])]) spell(name);
  for (const { name, parameters = [] } of type.methods ?? []) {
    // What is looked up or measured is never read.
    if (isL1 || /^(?:from|metric|is|arnFor)[A-Z]|^_/.test(name)) continue;
    const signature = signatureOf(parameters);
    if (signature === '' || signature === '*') continue;
    methods.set(name, (methods.get(name) ?? new Set()).add(signature));
  }
  const parameters = initializerOf(type)?.parameters;
  if (type.kind !== 'class' || isL1 || namespace.includes('.')) continue;
  if (!parameters || parameters[0]?.name === 'scope') continue;
  const module = namespace.replaceAll('_', '-');
  classes.set(module, (classes.get(module) ?? new Map()).set(type.name, signatureOf(parameters)));
}

const data: CdkPythonData = {
  version: assembly.version,
  names: Object.fromEntries([...names].sort()),
  methods: Object.fromEntries(
    [...methods].sort().map(([name, signatures]) => [name, [...signatures].sort().join(' ')]),
  ),
  classes: Object.fromEntries(
    [...classes].sort().map(([module, each]) => [module, Object.fromEntries([...each].sort())]),
  ),
};
const parts = Object.entries(data).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`);
writeFileSync(join('server', 'aws', 'data', 'cdkPython.json'), `{${parts.join(',\n')}}\n`);

/** Remembers a name that cannot be told from its Python spelling. */
function spell(name: string): void {
  if (/^[A-Z\d_]+$/.test(name) || /^(?:is|arnFor)[A-Z]/.test(name)) return;
  const spelled = snakeCase(name);
  if (withCapitals(spelled) !== name) names.set(spelled, name);
}

/** The constructor of a class, its own or inherited. */
function initializerOf(type: JsiiType): JsiiType['initializer'] {
  for (let at: JsiiType | undefined = type; at; at = at.base ? assembly.types[at.base] : undefined)
    if (at.initializer) return at.initializer;
  return undefined;
}

/** Names of parameters; `*` for props, which are given by their own names. */
function signatureOf(parameters: readonly Parameter[]): string {
  return parameters.map((each) => (isProps(each) ? '*' : each.name)).join(',');
}

function isProps({ type, variadic }: Parameter): boolean {
  return !variadic && type.fqn !== undefined && assembly.types[type.fqn]?.datatype === true;
}
