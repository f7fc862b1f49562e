/** DNS records that answer for the same name and type. */
import { certainText } from '../../../model/possible.ts';
import {
  type Resource,
  referencedResource,
  resourcesOfType,
  type Template,
} from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import { type DnsRecord, recordsOf, recordTypes } from './records.ts';
import { shapeOf } from './shape.ts';

export interface GroupedRecord extends DnsRecord {
  readonly resource: Resource;
  /** `www.example.com`, or the expression's parts; for messages. */
  readonly name: string;
}

export interface RecordGroups {
  /** By name, type and zone. */
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
  const zones = new Map<string, Value>();
  let complete = true;
  for (const resource of resourcesOfType(template, ...recordTypes)) {
    const shared = zoneOf(resource.properties);
    for (const record of recordsOf(resource, template)) {
      const name = certainText(template, get(record.properties, 'Name'))?.toLowerCase().replace(/\.$/, '');
      const type = certainText(template, get(record.properties, 'Type'));
      const zone = zoneOf(record.properties) ?? shared;
      const shape = zone && shapeOf(zone);
      if (name === undefined || type === undefined || !zone || shape === undefined) {
        complete = false;
        continue;
      }
      const key = `${name} ${type} ${shape}`;
      groups.set(key, [...(groups.get(key) ?? []), { ...record, resource, name }]);
      zones.set(key, zone);
    }
    const isGroup = resource.type === 'AWS::Route53::RecordSetGroup';
    if (isGroup && !isWhole(get(resource.properties, 'RecordSets'))) complete = false;
  }
  return { groups, complete: complete && zonesDiffer(template, zones) };
}

/** Whether a list shows all records that it may hold. */
function isWhole(sets: Value): boolean {
  if (sets.kind === 'absent') return true;
  return (
    sets.kind === 'list' && !sets.open && sets.items.every(({ kind }) => kind === 'map' || kind === 'choice')
  );
}

/** Whether groups of the same name and type are surely in different zones; by the key that ends with the zone. */
function zonesDiffer(template: Template, zones: ReadonlyMap<string, Value>): boolean {
  const byName = new Map<string, Value[]>();
  for (const [key, zone] of zones) {
    const name = key.split(' ', 2).join(' ');
    byName.set(name, [...(byName.get(name) ?? []), zone]);
  }
  return [...byName.values()].every((same) => {
    if (same.length < 2) return true;
    // The ID of a zone and a name, which has dots, may be of the same one.
    const names = same.map((zone) => (zone.kind === 'scalar' ? String(zone.value).includes('.') : undefined));
    const comparable = names.every((each) => each !== undefined && each === names[0]);
    return comparable || same.every((zone) => referencedResource(template, zone) !== undefined);
  });
}

function zoneOf(properties: Value): Value | undefined {
  const id = get(properties, 'HostedZoneId');
  if (id.kind !== 'absent') return id;
  const name = get(properties, 'HostedZoneName');
  return name.kind === 'absent' ? undefined : name;
}
