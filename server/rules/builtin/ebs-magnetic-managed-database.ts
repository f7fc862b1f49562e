import type { Resource, Template } from '../../model/template.ts';
import { get, getPath, type Value } from '../../model/value.ts';
import { breaksWhen, textWhen } from '../claims.ts';
import type { Edit, Report, Rule } from '../rule.ts';

const database = 'AWS::RDS::DBInstance';
const legacySearch = 'AWS::Elasticsearch::Domain';

/** Rotating disks under a managed database or search engine. */
export const magneticManagedDatabase: Rule = {
  id: 'ebs/magnetic-managed-database',
  title: { en: 'Magnetic storage under a database', ja: 'データベースの磁気ストレージ' },
  severity: 'warning',
  subject: { topic: 'ebs', aspect: 'managed-databases' },
  on: [database, 'AWS::OpenSearchService::Domain', legacySearch],
  check(resource, template) {
    return resource.type === database ? checkDatabase(resource, template) : checkSearch(resource, template);
  },
};

function checkDatabase(resource: Resource, template: Template): readonly Report[] {
  const type = get(resource.properties, 'StorageType');
  const magnetic = textWhen(template, type, 'standard');
  if (!magnetic) return [];
  const engine = get(resource.properties, 'Engine');
  // Aurora keeps its data in the cluster; the property means nothing there.
  if (engine.kind === 'unknown' || breaksWhen(template, engine, isAurora)) return [];
  const certain = breaksWhen(template, engine, (value) => negate(isAurora(value)));
  return [
    {
      message: slow(resource, 'RDS'),
      span: type.span,
      when: magnetic,
      ...(certain?.length === 0 ? {} : { severity: 'information' as const }),
      fixes: [
        {
          title: {
            en: 'Change to gp3 (converts the storage, may cause downtime)',
            ja: 'gp3 に変更する(ストレージの変換を伴い、停止することがあります)',
          },
          preferred: false,
          safe: false,
          edits: [{ kind: 'replace', resource, value: type, by: 'gp3' }],
        },
      ],
    },
  ];
}

function isAurora(value: Value): boolean | undefined {
  if (value.kind === 'absent') return false;
  return value.kind === 'scalar' ? String(value.value).toLowerCase().startsWith('aurora') : undefined;
}

function negate(verdict: boolean | undefined): boolean | undefined {
  return verdict === undefined ? undefined : !verdict;
}

function checkSearch(resource: Resource, template: Template): readonly Report[] {
  const options = get(resource.properties, 'EBSOptions');
  const type = get(options, 'VolumeType');
  const enabled = get(options, 'EBSEnabled');
  if (textWhen(template, enabled, 'false')) return [];
  const magnetic = textWhen(template, type, 'standard');
  const rejected = textWhen(template, type, 'st1', 'sc1');
  const when = magnetic ?? rejected;
  if (!when) return [];
  const service = resource.type === legacySearch ? 'Elasticsearch' : 'OpenSearch';
  return [
    {
      message: magnetic ? slow(resource, service) : notAccepted(resource, service, type),
      span: type.span,
      when,
      ...(magnetic ? {} : { severity: 'error' as const }),
      fixes: [
        {
          title: { en: `Change to ${better(resource)}`, ja: `${better(resource)} に変更する` },
          preferred: false,
          safe: false,
          edits: searchOnSsd(resource, type),
        },
      ],
    },
  ];
}

function slow(resource: Resource, service: string): Report['message'] {
  return {
    en: `"${resource.name}" keeps its data on magnetic storage ("standard"), which is slow at the random I/O of a database and kept by ${service} for compatibility only. Use ${better(resource)}.`,
    ja: `「${resource.name}」のデータは磁気ストレージ("standard")に置かれます。データベースのランダム I/O には遅く、${service} では互換性のために残されている種類です。${better(resource)} を使ってください。`,
  };
}

function notAccepted(resource: Resource, service: string, type: Value): Report['message'] {
  const name = type.kind === 'scalar' ? String(type.value) : 'HDD';
  return {
    en: `${service} does not accept ${name} (HDD) for "${resource.name}"; deployment fails. Use ${better(resource)}, an SSD for the random I/O of searches.`,
    ja: `${service} では「${resource.name}」に ${name}(HDD)を指定できず、デプロイに失敗します。検索のランダム I/O に向く SSD の ${better(resource)} を使ってください。`,
  };
}

/** The older resource type has no `Throughput`, which gp3 needs. */
function better(resource: Resource): string {
  return resource.type === legacySearch ? 'gp2' : 'gp3';
}

/** OpenSearch asks for both figures with gp3; these are what gp3 includes. */
function searchOnSsd(resource: Resource, type: Value): readonly Edit[] {
  const edits: Edit[] = [{ kind: 'replace', resource, value: type, by: better(resource) }];
  if (resource.type === legacySearch) return edits;
  for (const [key, to] of Object.entries({ Iops: 3000, Throughput: 125 })) {
    if (getPath(resource.properties, `EBSOptions.${key}`).kind !== 'absent') continue;
    edits.push({ kind: 'set', resource, path: ['EBSOptions', key], to });
  }
  return edits;
}
