/** How C# calls the modules of aws-cdk-lib. */
import { typesIn } from './cdk.ts';
import { modulesOfClasses } from './cdkClasses.ts';
import json from './data/cdkCsharp.json' with { type: 'json' };

/** The generated data; `server/build/cdkCsharp.ts` writes it. */
export interface CdkCsharpData {
  readonly version: string;
  /** Namespaces below `Amazon.CDK` that the resource types of the module do not tell. */
  readonly namespaces: Readonly<Record<string, string>>;
}

const { namespaces }: CdkCsharpData = json;

/** The namespace that everything of aws-cdk-lib is in. */
export const rootNamespace = 'Amazon.CDK';

/** The namespace of a module below `Amazon.CDK`: `aws-ec2` → `AWS.EC2`; empty for aws-cdk-lib itself. */
export function namespaceOf(module: string): string | undefined {
  if (module === '') return '';
  return Object.hasOwn(namespaces, module) ? namespaces[module] : namespaceOfTypes(module);
}

/** The same, as far as the resource types of the module tell. */
export function namespaceOfTypes(module: string): string | undefined {
  return typesIn(module)[0]?.replace('::', '.');
}

/** The module of a namespace: `Amazon.CDK.AWS.ECS.Patterns` → `aws-ecs-patterns`. */
export function moduleOf(namespace: string): string | undefined {
  const path = namespace.slice(rootNamespace.length + 1);
  return path === '' ? '' : modulesBySpelling().get(path.replaceAll('.', '').toLowerCase());
}

let spellings: Map<string, string> | undefined;

function modulesBySpelling(): ReadonlyMap<string, string> {
  spellings ??= new Map(modulesOfClasses.map((module) => [module.replaceAll('-', ''), module]));
  return spellings;
}
