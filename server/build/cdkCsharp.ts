/**
 * Writes `server/aws/data/cdkCsharp.json` from the installed aws-cdk-lib: the namespaces that modules have in C#,
 * where their resource types do not tell them.
 *
 *     npx tsc -p . && node out/server/build/cdkCsharp.js
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { type CdkCsharpData, namespaceOfTypes, rootNamespace } from '../aws/cdkCsharp.ts';

const assembly = JSON.parse(
  gunzipSync(readFileSync(join('node_modules', 'aws-cdk-lib', '.jsii.gz'))).toString('utf8'),
) as {
  version: string;
  submodules: Record<string, { targets?: { dotnet?: { namespace?: string } } }>;
};

const namespaces = Object.entries(assembly.submodules).flatMap(([name, { targets }]) => {
  const [, module = '', ...deeper] = name.split('.');
  const namespace = targets?.dotnet?.namespace?.slice(rootNamespace.length + 1);
  const known = namespaceOfTypes(module.replaceAll('_', '-'));
  if (!namespace || namespace === known || deeper.length > 0 || module === 'interfaces') return [];
  return [[module.replaceAll('_', '-'), namespace] as const];
});
const data: CdkCsharpData = {
  version: assembly.version,
  namespaces: Object.fromEntries(namespaces.sort(([a], [b]) => (a < b ? -1 : 1))),
};
const parts = Object.entries(data).map(([key, part]) => `${JSON.stringify(key)}:${JSON.stringify(part)}`);
writeFileSync(join('server', 'aws', 'data', 'cdkCsharp.json'), `{${parts.join(',\n')}}\n`);
