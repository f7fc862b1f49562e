import { certainText } from '../../model/possible.ts';
import type { Resource, Template } from '../../model/template.ts';
import { get, type MapValue, type Value } from '../../model/value.ts';
import { absentWhen, breaksWhen } from '../claims.ts';
import type { Report, Rule } from '../rule.ts';
import { type GroupedRecord, recordGroups } from './shared/recordGroups.ts';
import { type DnsRecord, recordsOf, recordTypes, setInRecord } from './shared/records.ts';

/** The property by which a record has a routing policy, and what the policy is called. */
const policies: readonly (readonly [property: string, en: string, ja: string])[] = [
  ['Failover', 'failover', 'フェイルオーバー'],
  ['Weight', 'weighted', '加重'],
  ['Region', 'latency', 'レイテンシー'],
  ['GeoLocation', 'geolocation', '位置情報'],
  ['GeoProximityLocation', 'geoproximity', '地理的近接性'],
  ['MultiValueAnswer', 'multivalue answer', '複数値回答'],
  ['CidrRoutingConfig', 'IP-based', 'IP ベース'],
];

/** Records that Route 53 cannot tell from the others of their name. */
export const setIdentifierMissing: Rule = {
  id: 'route53/set-identifier-missing',
  title: { en: 'Record without its own SetIdentifier', ja: '固有の SetIdentifier がないレコード' },
  severity: 'error',
  subject: { topic: 'route53', aspect: 'set-identifier' },
  on: recordTypes,
  check(resource, template) {
    const missing = recordsOf(resource, template).flatMap((record) =>
      checkMissing(resource, record, template),
    );
    return [...missing, ...checkShared(resource, template)];
  },
};

function checkMissing(resource: Resource, record: DnsRecord, template: Template): readonly Report[] {
  const { properties, when } = record;
  const policy = policyOf(properties, template);
  if (!policy || absentWhen(template, get(properties, 'SetIdentifier'))?.length !== 0) return [];
  const [property, en, ja] = policy;
  return [
    {
      message: {
        en: `A ${en} record in "${resource.name}" has no SetIdentifier, so Route 53 cannot tell it from the others of its name; deployment fails. Give it one that is unique for this name and type.`,
        ja: `「${resource.name}」の${ja}ルーティングのレコードに SetIdentifier がなく、同じ名前のレコードと区別できないため、デプロイに失敗します。同じ名前・タイプの中で一意な値を指定してください。`,
      },
      span: properties.entries.find(({ key }) => key === property)?.keySpan ?? resource.typeSpan,
      when,
      fixes: [
        {
          title: {
            en: `Set SetIdentifier to ${resource.name}`,
            ja: `SetIdentifier を ${resource.name} にする`,
          },
          preferred: resource.properties === properties,
          safe: false,
          edits: [setInRecord(resource, record, ['SetIdentifier'], resource.name)],
        },
      ],
    },
  ];
}

/** The routing policy that the record surely has. */
function policyOf(properties: MapValue, template: Template): (typeof policies)[number] | undefined {
  return policies.find(([property]) => {
    const when = breaksWhen(template, get(properties, property), isGiven);
    return when?.length === 0;
  });
}

function isGiven(value: Value): boolean {
  return value.kind !== 'absent' && !(value.kind === 'scalar' && String(value.value) === 'false');
}

/** Records of one name and type that have the same identifier for certain; told at each but the first. */
function checkShared(resource: Resource, template: Template): readonly Report[] {
  return [...recordGroups(template).groups.values()].flatMap((records) => {
    const first = new Map<string, GroupedRecord>();
    return records.flatMap((record): Report[] => {
      const value = get(record.properties, 'SetIdentifier');
      const identifier = certainText(template, value);
      if (identifier === undefined || record.when.length > 0 || record.resource.condition) return [];
      const other = first.get(identifier);
      if (!other) first.set(identifier, record);
      if (!other || record.resource !== resource) return [];
      return [shared(record, other, identifier, value)];
    });
  });
}

function shared(record: GroupedRecord, other: GroupedRecord, identifier: string, value: Value): Report {
  return {
    message: {
      en: `Two records for "${record.name}" of the same type have the SetIdentifier "${identifier}", so "${record.resource.name}" clashes with the other and deployment fails. Give each its own.`,
      ja: `「${record.name}」の同じタイプの 2 つのレコードが同じ SetIdentifier「${identifier}」を使っており、「${record.resource.name}」はもう一方と衝突してデプロイに失敗します。それぞれ異なる値にしてください。`,
    },
    span: value.span,
    related: [
      {
        resource: other.resource,
        span: get(other.properties, 'SetIdentifier').span,
        message: { en: 'The same SetIdentifier', ja: '同じ SetIdentifier' },
      },
    ],
  };
}
