import { certainText } from '../../model/possible.ts';
import { get } from '../../model/value.ts';
import type { Report, Rule } from '../rule.ts';
import { recordGroups } from './shared/recordGroups.ts';
import { recordTypes } from './shared/records.ts';

/** A failover record without the other one, or twice the same role. */
export const failoverPairIncomplete: Rule = {
  id: 'route53/failover-pair-incomplete',
  title: { en: 'Failover record without its counterpart', ja: '対のないフェイルオーバーレコード' },
  severity: 'warning',
  subject: { topic: 'route53', aspect: 'failover-pair' },
  on: recordTypes,
  check(resource, template) {
    const { groups, complete } = recordGroups(template);
    if (!complete) return [];
    return [...groups.values()].flatMap((records): Report[] => {
      const roles = records.map(({ properties }) =>
        certainText(template, get(properties, 'Failover'))?.toUpperCase(),
      );
      // A role by parameter, or a record under a condition: the stack is one of a pair.
      if (roles.includes(undefined)) return [];
      if (records.some((each) => each.resource.condition || each.when.length > 0)) return [];
      const [role] = roles;
      if (role === undefined || roles.some((each) => each !== role)) return [];
      return records
        .filter((record) => record.resource === resource)
        .map(({ properties, name }) => ({
          message: records.length > 1 ? twice(name, role) : alone(name, role),
          span: get(properties, 'Failover').span,
          // The counterpart is often in the stack of another Region.
          ...(records.length > 1 ? {} : { severity: 'information' as const }),
        }));
    });
  },
};

function alone(name: string, role: string): Report['message'] {
  const other = role === 'PRIMARY' ? 'SECONDARY' : 'PRIMARY';
  return {
    en: `"${name}" has only a ${role} failover record here; without a ${other} one there is nothing to fail over to. Add it, unless another stack has it.`,
    ja: `「${name}」には ${role} のフェイルオーバーレコードしかありません。対になる ${other} がなければ切り替え先がないため、ほかのスタックにない場合は追加してください。`,
  };
}

function twice(name: string, role: string): Report['message'] {
  return {
    en: `"${name}" has more than one ${role} failover record and no other; Route 53 needs one PRIMARY and one SECONDARY.`,
    ja: `「${name}」には ${role} のフェイルオーバーレコードが複数あり、対になるレコードがありません。PRIMARY と SECONDARY を 1 つずつにしてください。`,
  };
}
