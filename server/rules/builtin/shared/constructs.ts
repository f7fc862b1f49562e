/** What CDK does by itself. */
import type { Resource } from '../../../model/template.ts';

/** Whether a high-level construct of CDK made the resource: these also make what belongs to it, unseen. */
export function isHighLevel({ construct }: Resource): boolean {
  return construct !== undefined && !construct.className.startsWith('Cfn');
}
