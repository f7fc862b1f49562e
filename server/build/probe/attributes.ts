/** What the members of a construct that are texts give: the `Ref` of its resource, or one of its attributes. */
import { membersOf } from './jsii.ts';
import type { Subject } from './subject.ts';
import { plainSurroundings, type Stack } from './synthesize.ts';

/** The attribute that each member gives, empty for the `Ref`. */
export function attributesOf(subject: Subject): Record<string, string> {
  const found: Record<string, string> = {};
  subject.leaves([], plainSurroundings, (made, stack) => {
    const own = mainId(subject, stack);
    for (const [name, { type, static: isStatic }] of membersOf(subject.type)) {
      if (isStatic || type.primitive !== 'string') continue;
      const attribute = attributeOf(stack.resolve((made as Record<string, unknown>)[name]), own);
      if (attribute !== undefined) found[name] = attribute;
    }
  });
  return found;
}

/** The logical ID of the resource, if there is one of its type. */
function mainId({ resource }: Subject, stack: Stack): string | undefined {
  const all = stack.node.findAll() as {
    cfnResourceType?: string;
    logicalId?: string;
    node: { path: string };
  }[];
  const [only, ...others] = all.filter(
    ({ cfnResourceType, node }) => cfnResourceType === resource && node.path.startsWith('Stack/Probe/'),
  );
  return others.length ? undefined : (stack.resolve(only?.logicalId) as string | undefined);
}

function attributeOf(value: unknown, logicalId: string | undefined): string | undefined {
  const { Ref, 'Fn::GetAtt': read } = (value ?? {}) as { Ref?: string; 'Fn::GetAtt'?: [string, string] };
  if (logicalId !== undefined && Ref === logicalId) return '';
  return read && read[0] === logicalId ? read[1] : undefined;
}
