/** DNS records of Route 53, alone or in a group. */
import type { Resource, Template } from '../../../model/template.ts';
import { get, type MapValue } from '../../../model/value.ts';
import { always, mapsOf, type When } from '../../claims.ts';

export interface DnsRecord {
  /** The map that has `Name`, `Type`, `Failover` … */
  readonly properties: MapValue;
  /** Where that map is below the resource's properties; undefined where an edit cannot name it. */
  readonly path: readonly string[] | undefined;
  readonly when: When;
}

export const recordTypes = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'];

/** The records that `resource`, one of `recordTypes`, states. */
export function recordsOf(resource: Resource, template: Template): readonly DnsRecord[] {
  if (resource.type === 'AWS::Route53::RecordSet') {
    return [{ properties: resource.properties, path: [], when: always }];
  }
  return mapsOf(template, get(resource.properties, 'RecordSets')).map(({ value, when }) => ({
    properties: value,
    path: undefined,
    when,
  }));
}
