/** DNS records of Route 53, alone or in a group. */
import type { Resource, Template } from '../../../model/template.ts';
import { get, type MapValue } from '../../../model/value.ts';
import { always, mapsOf, type When } from '../../claims.ts';
import type { Edit, Plain } from '../../rule.ts';

export interface DnsRecord {
  /** The map that has `Name`, `Type`, `Failover` … */
  readonly properties: MapValue;
  readonly when: When;
}

/** The edit that gives a record a property it does not have. */
export function setInRecord(
  resource: Resource,
  { properties }: DnsRecord,
  path: readonly string[],
  to: Plain,
): Edit {
  const inGroup = properties !== resource.properties;
  return { kind: 'set', resource, ...(inGroup ? { within: properties } : {}), path, to };
}

export const recordTypes = ['AWS::Route53::RecordSet', 'AWS::Route53::RecordSetGroup'];

/** The records that `resource`, one of `recordTypes`, states. */
export function recordsOf(resource: Resource, template: Template): readonly DnsRecord[] {
  if (resource.type === 'AWS::Route53::RecordSet') {
    return [{ properties: resource.properties, when: always }];
  }
  return mapsOf(template, get(resource.properties, 'RecordSets')).map(({ value, when }) => ({
    properties: value,
    when,
  }));
}
