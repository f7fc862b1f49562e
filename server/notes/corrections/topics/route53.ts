import type { Correction } from '../correction.ts';

const failoverTypes = 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html';

export const route53: readonly Correction[] = [
  {
    id: 'route53/failover-needs-health-check',
    topic: 'route53',
    wordings: [
      {
        all: [
          /フェイルオーバー|active-?passive|アクティブ.?パッシブ|failover|fails? over/i,
          /ヘルスチェック(?:が|は|を)?(?:設定)?(?:し|され)?(?:てい)?(?:なくても|なしでも|不要|必要な(?:い|く)|必要ありません)|health checks? (?:is|are) (?:not (?:needed|required|necessary)|optional|unnecessary)|(?:without|no) (?:a |any )?health checks?/i,
          /切り替わ(?:る|り|っ)|切り替え(?:る|ら)|フェイルオーバー(?:する|します|でき|される)|不要|switch|fails? over|works?\b|happens|takes over|not (?:needed|required|necessary)|optional|unnecessary/i,
        ],
      },
    ],
    unless: [
      /切り替わ(?:らない|りません)|フェイルオーバーしない|フェイルオーバーしません|起き(?:ない|ません)|起こら|働か|機能し(?:ない|ません)|セカンダリ|エイリアス|ターゲット/,
      /\bnever\b|does not|doesn't|do not|don't|will not|won't|cannot|can't|secondary|alias|EvaluateTargetHealth|nothing/i,
    ],
    correct: {
      en: 'Without a health check (or EvaluateTargetHealth: true on an alias) the primary always counts as healthy and the failover never happens. Only the secondary may go without.',
      ja: 'ヘルスチェック(エイリアスでは EvaluateTargetHealth: true)がないと、プライマリは常に正常とみなされ、切り替わりません。省略できるのはセカンダリだけです。',
    },
    source: failoverTypes,
  },
  {
    id: 'route53/same-name-type-and-policy',
    topic: 'route53',
    wordings: [
      { all: [/同じタイプ(?:など|等)、?(?:の)?同じルーティング/] },
      { all: [/same type,? (?:etc\.?|and so on),? (?:and )?(?:with )?(?:the )?same routing/i] },
    ],
    correct: {
      en: 'Three things have to be the same: the name, the type (such as A or AAAA) and the routing policy. If all of these records are unhealthy, Route 53 treats all as healthy.',
      ja: '「同じ名前、同じタイプ(A や AAAA など)、同じルーティングポリシー」の 3 つがそろったレコードです。すべてが異常なら、Route 53 はすべて正常とみなして応答します。',
    },
    source: failoverTypes,
  },
  {
    id: 'route53/active-passive-spelling',
    topic: 'route53',
    wordings: [{ all: [/\b(?:Acitive|Acitve|Actvie|Acive|Actve)[- ]?(?:Passive|Active)\b/i] }],
    oncePerNote: true,
    correct: {
      en: 'The spelling is "active-passive" (or "active-active").',
      ja: 'つづりは「Active-Passive」(または「Active-Active」)です。',
    },
    source: failoverTypes,
  },
];
