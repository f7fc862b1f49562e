/** Names that come from aws-cdk-lib: `ec2.EbsDeviceVolumeType.ST1`, however the file imports them. */
import type { CallValue, Value } from '../../model/value.ts';
import { classesOf, lookup, type Scope } from './scopes.ts';
import type { Expression } from './syntax.ts';

/** A module of aws-cdk-lib, or something in it. */
export interface LibraryName {
  /** `aws-ec2`; empty for aws-cdk-lib itself. */
  readonly module: string;
  /** `['EbsDeviceVolumeType', 'ST1']`; empty for the module. */
  readonly names: readonly string[];
}

/** What `expression` names in aws-cdk-lib, or undefined where it names something else. */
export function libraryName(expression: Expression, scope: Scope): LibraryName | undefined {
  let root = expression;
  while (root.kind === 'member') root = root.object;
  if (root.kind !== 'name') return undefined;
  const imported = lookup(scope, root.name)?.import;
  if (imported?.module === undefined) return undefined;
  const names: string[] = [];
  for (let at = expression; at.kind === 'member'; at = at.object) names.unshift(at.member);
  if (imported.name !== undefined) names.unshift(imported.name);
  const [first] = names;
  if (imported.module === '' && imported.name === undefined && first?.startsWith('aws_')) {
    return { module: first.replaceAll('_', '-'), names: names.slice(1) };
  }
  return { module: imported.module, names };
}

/** The class of aws-cdk-lib that a class of the program extends. */
export function libraryClass(scope: Scope): LibraryName | undefined {
  for (const { base } of classesOf(scope)) {
    const library = base && libraryName(base.expression, base.site.scope);
    if (library) return library;
  }
  return undefined;
}

/** `Peer.anyIpv4` of a value `cdk:aws-ec2.Peer.anyIpv4`, in whatever module. */
export function libraryCall(value: Value): { readonly name: string; readonly call: CallValue } | undefined {
  if (value.kind !== 'call' || !value.name.startsWith('cdk:')) return undefined;
  return { name: value.name.slice(value.name.indexOf('.') + 1), call: value };
}
