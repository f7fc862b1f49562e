/**
 * Writes `server/aws/data/cdkGo.json` from the installed aws-cdk-lib: which modules and members cannot be told from
 * what Go calls them.
 *
 *     npx tsc -p . && node out/server/build/cdkGo.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CdkGoData, moduleOfPackage, packageOfModule } from '../aws/cdkGo.ts';

interface JsiiType {
  readonly name: string;
  readonly namespace?: string;
  readonly datatype?: boolean;
  readonly methods?: readonly {
    readonly name: string;
    readonly static?: boolean;
    readonly protected?: boolean;
    readonly parameters?: readonly { readonly optional?: boolean; readonly variadic?: boolean }[];
  }[];
  readonly properties?: readonly { readonly name: string }[];
}

const assembly = JSON.parse(
  gunzipSync(readFileSync(join('node_modules', 'aws-cdk-lib', '.jsii.gz'))).toString('utf8'),
) as { version: string; types: Record<string, JsiiType> };

const modules: Record<string, string> = {};
const methods = new Set<string>();
const properties = new Set<string>();

for (const type of Object.values(assembly.types)) {
  const [namespace = ''] = (type.namespace ?? '').split('.');
  const module = namespace.replaceAll('_', '-');
  const inGo = packageOfModule(module);
  // Deeper namespaces are of L1 structures, which Go has in the package of the module.
  if (namespace && !namespace.startsWith('Cfn') && moduleOfPackage(inGo, {}) !== module)
    modules[inGo] = module;
  for (const { name } of type.datatype ? [] : (type.properties ?? [])) properties.add(name);
  for (const { name, parameters = [], ...method } of type.methods ?? []) {
    // What only tells something changes nothing.
    if (method.static || method.protected || /^(?:is|metric|render|to|validate)[A-Z\d]|^_/.test(name))
      continue;
    if (parameters.every((each) => each.optional || each.variadic)) methods.add(name);
  }
}

const data: CdkGoData = {
  version: assembly.version,
  modules: Object.fromEntries(Object.entries(modules).sort()),
  methods: [...methods].filter((name) => !properties.has(name)).sort(),
};
const parts = Object.entries(data).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`);
writeFileSync(join('server', 'aws', 'data', 'cdkGo.json'), `{${parts.join(',\n')}}\n`);
