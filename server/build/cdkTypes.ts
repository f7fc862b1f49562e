/**
 * Writes `server/aws/data/cdk.json` from the installed aws-cdk-lib: which class makes which resource type, the
 * values of enum members, and how the props of L1 constructs are called in CloudFormation.
 *
 *     npx tsc -p . && node out/server/build/cdkTypes.js
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { CdkData, CdkModule } from '../aws/cdk.ts';

interface JsiiType {
  readonly kind: 'class' | 'enum' | 'interface';
  readonly name: string;
  readonly namespace?: string;
  readonly abstract?: boolean;
  readonly base?: string;
  readonly interfaces?: readonly string[];
  readonly docs?: { readonly custom?: Readonly<Record<string, string>> };
}

type Draft = { -readonly [K in keyof CdkModule]: CdkModule[K] } & {
  types: Record<string, string[]>;
  constructs: Record<string, string>;
  enums: Record<string, Record<string, string>>;
  names: Record<string, string>;
  freeKeys: string[];
};

const library = join('node_modules', 'aws-cdk-lib');
const require = createRequire(join(process.cwd(), 'package.json'));
const assembly = JSON.parse(gunzipSync(readFileSync(join(library, '.jsii.gz'))).toString('utf8')) as {
  version: string;
  types: Record<string, JsiiType>;
};
const modules = new Map<string, Draft>();

for (const type of Object.values(assembly.types)) {
  // `aws_ec2`, or nothing for what aws-cdk-lib exports itself; deeper namespaces are nested structures.
  const namespace = type.namespace ?? '';
  if (namespace.includes('.') || namespace === 'interfaces') continue;
  const module = moduleOf(namespace.replaceAll('_', '-'));
  const resource = type.docs?.custom?.cloudformationResource;
  if (resource && type.kind === 'class') {
    const at = resource.lastIndexOf('::');
    module.types[resource.slice(0, at)] ??= [];
    module.types[resource.slice(0, at)]?.push(type.name);
    if (type.name !== `Cfn${resource.slice(at + 2)}`) module.constructs[type.name] = resource;
  } else if (type.kind === 'class' && !type.abstract && !type.name.startsWith('Cfn')) {
    const made = resourceOf(type, namespace);
    if (made) module.constructs[type.name] = made;
  } else if (type.kind === 'enum') {
    const values = enumValues(type, namespace);
    if (values) module.enums[type.name] = values;
  }
}
for (const [name, module] of modules) if (name) readConverters(join(library, name, 'lib'), module);

const data: CdkData = { version: assembly.version, modules: Object.fromEntries([...modules].sort()) };
const lines = Object.entries(data.modules)
  .filter(([, module]) => Object.values(module).some((part) => Object.keys(part).length > 0))
  .map(([name, module]) => `${JSON.stringify(name)}:${JSON.stringify(module)}`);
writeFileSync(
  join('server', 'aws', 'data', 'cdk.json'),
  `{"version":${JSON.stringify(data.version)},"modules":{\n${lines.join(',\n')}\n}}\n`,
);

function moduleOf(name: string): Draft {
  let module = modules.get(name);
  if (!module) {
    module = { types: {}, constructs: {}, enums: {}, names: {}, freeKeys: [] };
    modules.set(name, module);
  }
  return module;
}

/** The type that an L2 construct makes: its `@resource` tag, its L1 namesake, or the L1 that shares its interface. */
function resourceOf(type: JsiiType, namespace: string): string | undefined {
  const l1 = (name: string) =>
    assembly.types[`aws-cdk-lib.${namespace}.Cfn${name}`]?.docs?.custom?.cloudformationResource;
  for (let at: JsiiType | undefined = type; at; at = at.base ? assembly.types[at.base] : undefined) {
    const tagged = at.docs?.custom?.resource;
    if (tagged?.startsWith('AWS::')) return tagged;
    const namesake = l1(at.name);
    if (namesake) return namesake;
    for (const name of at.interfaces ?? []) {
      const shared = /\.interfaces\.\w+\.I(\w+)Ref$/.exec(name)?.[1];
      const found = shared && l1(shared);
      if (found) return found;
    }
  }
  return undefined;
}

/** The members of an enum with their text, or undefined where they are numbers. */
function enumValues(type: JsiiType, namespace: string): Record<string, string> | undefined {
  const path = namespace ? `aws-cdk-lib/${namespace.replaceAll('_', '-')}` : 'aws-cdk-lib';
  let values: Record<string, unknown> | undefined;
  try {
    values = (require(path) as Record<string, Record<string, unknown>>)[type.name];
  } catch {
    return undefined;
  }
  // The assembly leaves out members that share a value with another, so the values themselves tell.
  const members = Object.entries(values ?? {}).filter(([, value]) => typeof value === 'string');
  return members.length ? (Object.fromEntries(members) as Record<string, string>) : undefined;
}

/** Reads from the generated converters (`SSEAlgorithm: …(properties.sseAlgorithm)`) what a rule of case cannot tell. */
function readConverters(folder: string, module: Draft): void {
  const free = new Set<string>();
  const regular = new Set<string>();
  /** Prop → how CloudFormation spells it → the structures that do. */
  const spelled = new Map<string, Map<string, string[]>>();
  let files: string[] = [];
  try {
    files = readdirSync(folder).filter(
      (file) => file.endsWith('.generated.js') && !/augment|canned/.test(file),
    );
  } catch {
    return;
  }
  for (const file of files) {
    const text = readFileSync(join(folder, file), 'utf8');
    for (const [, owner = '', body = ''] of text.matchAll(
      /function convert(\w+?)(?:Props|Property)ToCloudFormation\(properties\)\{return.*?assertSuccess\(\),\{(.*?)\}\):properties\}/g,
    )) {
      for (const [, name = '', converter = '', prop = ''] of body.matchAll(
        /"?([\w.]+)"?:([^,]*?)\(properties\.(\w+)\)/g,
      )) {
        if (/hashMapper|objectToCloudFormation/.test(converter)) free.add(prop);
        else regular.add(prop);
        const spellings = spelled.get(prop) ?? new Map<string, string[]>();
        spelled.set(prop, spellings.set(name, [...(spellings.get(name) ?? []), owner]));
      }
    }
  }
  const classes = Object.values(module.types).flat();
  for (const [prop, spellings] of spelled) {
    const [usual, ...others] = [...spellings].sort((a, b) => b[1].length - a[1].length);
    if (!usual) continue;
    if (usual[0] !== prop.charAt(0).toUpperCase() + prop.slice(1)) module.names[prop] = usual[0];
    for (const [name, owners] of others) {
      for (const owner of owners) {
        const [l1] = classes.filter((each) => owner.startsWith(each)).sort((a, b) => b.length - a.length);
        // Where one class spells it in both ways, the usual one counts.
        if (l1 && !usual[1].some((each) => each.startsWith(l1))) module.names[`${l1}.${prop}`] = name;
      }
    }
  }
  module.freeKeys = [...free].filter((prop) => !regular.has(prop)).sort();
}
