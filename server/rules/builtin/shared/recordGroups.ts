/** DNS records that answer for the same name and type. */
import { certainText } from '../../../model/possible.ts';
import { type Resource, resourcesOfType, type Template } from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import { type DnsRecord, recordsOf, recordTypes } from './records.ts';
import { shapeOf } from './shape.ts';

export interface GroupedRecord extends DnsRecord {
  readonly resource: Resource;
  /** `www.example.com`, or the expression's parts; for messages. */
  readonly name: string;
}

export interface RecordGroups {
  /** By zone, name and type. */
  readonly groups: ReadonlyMap<string, readonly GroupedRecord[]>;
  /** False where a record may belong to a group that cannot be told. */
  readonly complete: boolean;
}

const known = new WeakMap<Template, RecordGroups>();

/** All records of the template whose zone, name and type can be compared. */
export function recordGroups(template: Template): RecordGroups {
  const made = known.get(template) ?? group(template);
  known.set(template, made);
  return made;
}

function group(template: Template): RecordGroups {
  const groups = new Map<string, GroupedRecord[]>();
  let complete = true;
  for (const resource of resourcesOfType(template, ...recordTypes)) {
    const shared = zoneOf(resource.properties);
    for (const record of recordsOf(resource, template)) {
      const name = certainText(template, get(record.properties, 'Name'))?.toLowerCase().replace(/\.$/, '');
      const type = certainText(template, get(record.properties, 'Type'));
      const zone = zoneOf(record.properties) ?? shared;
      if (name === undefined || type === undefined || zone === undefined) {
        complete = false;
        continue;
      }
      const key = `${zone} ${name} ${type}`;
      groups.set(key, [...(groups.get(key) ?? []), { ...record, resource, name }]);
    }
    const sets = get(resource.properties, 'RecordSets');
    if (sets.kind === 'unknown' || (sets.kind === 'list' && sets.open)) complete = false;
  }
  return { groups, complete };
}

function zoneOf(properties: Value): string | undefined {
  const id = get(properties, 'HostedZoneId');
  const name = get(properties, 'HostedZoneName');
  if (id.kind !== 'absent') return shapeOf(id);
  return name.kind === 'absent' ? undefined : shapeOf(name);
}
