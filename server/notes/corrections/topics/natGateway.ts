import type { Correction } from '../correction.ts';

export const natGateway: readonly Correction[] = [
  {
    id: 'nat-gateway/regional-spans-zones',
    topic: 'nat-gateway',
    wordings: [
      {
        all: [
          /(?:AZ|ゾーン)(?:間|を?(?:また|跨|超え|越え)|同士)|複数の?(?:AZ|アベイラ)|(?:別|他|ほか)の(?:AZ|アベイラ)|マルチ-?AZ/i,
          /冗長(?:化|性)?(?:は|が|も)?(?:され|し|でき|あり|持た|に?なって)?(?:てい|い)?(?:ない|ません|なく|ず)|冗長で(?:は)?(?:な|あり)|(?:また|跨)(?:が|ぐ)(?:ら|れ|ことは?でき)(?:ない|ません)|フェイルオーバーし(?:ない|ません)|耐障害性(?:は|が)?(?:ない|ありません)/,
        ],
      },
      {
        all: [
          /(?:across|between) (?:\w{1,10} )?(?:AZs?|zones|availability zones)|multi-?AZ redundan/i,
          /(?:not|n't)(?: made| be)? (?:redundant|highly available|fault[- ]tolerant|resilient|replicated)|no (?:multi-?AZ )?redundancy|(?:not|n't) (?:provide|offer|have) (?:any )?(?:multi-?AZ )?redundancy/i,
        ],
      },
      {
        all: [
          /(?:cannot|can't|can not|does not|doesn't|do not|don't|never) (?:span|fail over (?:to|between|across)) (?:\w{1,10} ){0,3}(?:AZs?|zones?|availability zones?)/i,
        ],
      },
    ],
    unless: [
      /ゾーン(?:型|タイプ)?の?NAT|ゾーナル|リージョナル|リージョン型|NATインスタンス|AvailabilityMode|\bzonal\b|\bregional\b|NAT instance/i,
    ],
    correct: {
      en: 'True for zonal NAT gateways only. Since November 2025 a regional NAT gateway (AvailabilityMode: regional) spreads over all Availability Zones that have workloads. With zonal ones, create one in each zone.',
      ja: 'ゾーン NAT ゲートウェイにだけ当てはまります。2025 年 11 月からは、リージョナル NAT ゲートウェイ(AvailabilityMode: regional)がワークロードのあるすべての AZ に自動的に広がります。ゾーンの場合は AZ ごとに作成します。',
    },
    source: 'https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html',
  },
];
