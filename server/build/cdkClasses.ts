/**
 * Writes `server/aws/data/cdkClasses.json` from the installed aws-cdk-lib: the classes of each module, for languages that import whole modules.
 *
 *     npx tsc -p . && node out/server/build/cdkClasses.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { isEnum, typeOfClass } from '../aws/cdk.ts';
import { type CdkClassData, regularPackage } from '../aws/cdkClasses.ts';

interface JsiiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly namespace?: string;
  readonly datatype?: boolean;
}

const assembly = JSON.parse(
  gunzipSync(readFileSync(join('node_modules', 'aws-cdk-lib', '.jsii.gz'))).toString('utf8'),
) as {
  version: string;
  types: Record<string, JsiiType>;
  submodules: Record<string, { targets?: { java?: { package?: string } } }>;
};

const classes = new Map<string, string[]>([['', []]]);
const javaPackages: Record<string, string> = {};
for (const [path, { targets }] of Object.entries(assembly.submodules)) {
  const [, name = '', ...deeper] = path.split('.');
  if (deeper.length > 0 || name === 'interfaces') continue;
  const module = name.replaceAll('_', '-');
  classes.set(module, []);
  const own = targets?.java?.package?.replace('software.amazon.awscdk.', '');
  if (own !== undefined && own !== regularPackage(module)) javaPackages[module] = own;
}
for (const { name, kind, namespace = '', datatype } of Object.values(assembly.types)) {
  const module = namespace.replaceAll('_', '-');
  // Classes that make a resource and enums are known already; L1 classes and structures are told by their names.
  const isKnown = typeOfClass(module, name) !== undefined || isEnum(module, name);
  const isTold = kind === 'interface' ? datatype !== true || /Props$/.test(name) : name.startsWith('Cfn');
  if (!isKnown && !isTold) classes.get(module)?.push(name);
}

const data: CdkClassData = {
  version: assembly.version,
  classes: Object.fromEntries([...classes].sort().map(([module, names]) => [module, names.sort().join(' ')])),
  javaPackages,
};
const parts = Object.entries(data).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`);
writeFileSync(join('server', 'aws', 'data', 'cdkClasses.json'), `{${parts.join(',\n')}}\n`);
