import type { Pairs } from './pair.ts';

export const route53: Pairs = {
  'route53/failover-needs-health-check': {
    under: 'Route 53',
    bad: [
      'フェイルオーバーはヘルスチェックがなくても自動で切り替わる。',
      'Active-Passive ではヘルスチェックは不要です。',
      'Failover works without a health check.',
      'For active-passive, health checks are optional.',
    ],
    good: [
      'ヘルスチェックがないとフェイルオーバーしない。',
      'フェイルオーバーのセカンダリにヘルスチェックは不要です。',
      'フェイルオーバーにはヘルスチェックが必要です。',
      'Without a health check the failover never happens.',
      'A failover secondary works without a health check.',
    ],
  },
  'route53/same-name-type-and-policy': {
    under: 'Route 53',
    bad: [
      '同じ名前、同じタイプなど、同じルーティングポリシーのレコードが有効になる。',
      'Same name, same type etc., same routing policy.',
    ],
    good: [
      '同じ名前、同じタイプ(A や AAAA など)、同じルーティングポリシーのレコードが有効になる。',
      'Same name, same type (such as A or AAAA), same routing policy.',
    ],
  },
  'route53/active-passive-spelling': {
    under: 'Route 53',
    bad: ['Acitive-Passive で待機系を置く。', 'Actve-Active'],
    good: ['Active-Passive で待機系を置く。', 'Active-Active'],
  },
};
