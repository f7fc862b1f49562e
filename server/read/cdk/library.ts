/** Names that come from aws-cdk-lib: `ec2.EbsDeviceVolumeType.ST1`, however the file imports them. */

import { lookup, type Scope } from './scopes.ts';
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
  if (expression.kind === 'name') {
    const imported = lookup(scope, expression.name)?.import;
    if (imported?.module === undefined) return undefined;
    return { module: imported.module, names: imported.name === undefined ? [] : [imported.name] };
  }
  if (expression.kind !== 'member') return undefined;
  const object = libraryName(expression.object, scope);
  if (!object) return undefined;
  if (object.names.length === 0 && object.module === '' && expression.member.startsWith('aws_')) {
    return { module: expression.member.replaceAll('_', '-'), names: [] };
  }
  return { module: object.module, names: [...object.names, expression.member] };
}
