/** Edits of resources in CDK code, for tests: code in, code out. */
import type { Resource, Template } from '../../../server/model/template.ts';
import { getPath } from '../../../server/model/value.ts';
import type { Edit, Plain } from '../../../server/rules/rule.ts';
import { writeCdk } from '../../../server/write/cdk.ts';
import { resource } from '../../read/cdk/support.ts';
import { applied } from '../apply.ts';

export type MakeEdit = (resource: Resource, template: Template) => Edit;

export const set =
  (path: string, to: Plain): MakeEdit =>
  (resource) => ({ kind: 'set', resource, path: path.split('.'), to });
export const append =
  (path: string, ...items: Plain[]): MakeEdit =>
  (resource) => ({ kind: 'append', resource, path: path.split('.'), items });
export const replace =
  (path: string, by: Plain): MakeEdit =>
  (resource) => ({
    kind: 'replace',
    resource,
    value: path
      .split('.')
      .reduce(
        (value, key) => (value.kind === 'list' ? (value.items[Number(key)] ?? value) : getPath(value, key)),
        resource.properties as ReturnType<typeof getPath>,
      ),
    by,
  });

/** What rules ask for, in every language. */
export const accessLogs = append(
  'LoadBalancerAttributes',
  { Key: 'access_logs.s3.enabled', Value: 'true' },
  { Key: 'access_logs.s3.bucket', Value: { placeholder: 'logs' } },
);
export const versioned = set('VersioningConfiguration.Status', 'Enabled');
export const throttled = append('MethodSettings', {
  HttpMethod: '*',
  ResourcePath: '/*',
  ThrottlingRateLimit: { placeholder: 100 },
  ThrottlingBurstLimit: { placeholder: 200 },
});
export const limited = set('WorkGroupConfiguration.BytesScannedCutoffPerQuery', { placeholder: 10 });

/** Code before and after an edit of the construct `id`. */
export type EditCase = readonly [name: string, id: string, edit: MakeEdit, before: string, after: string];

/** The text of `template` after edits of the construct `id`, without its first line where that is `head`. */
export function edited(template: Template, head: string, id: string, ...edits: readonly MakeEdit[]): string {
  const found = resource(template, id);
  const changes = writeCdk(
    template,
    edits.map((make) => make(found, template)),
  );
  const text = applied(template, changes);
  return text.startsWith(`${head}\n`) ? text.slice(head.length + 1) : text;
}
