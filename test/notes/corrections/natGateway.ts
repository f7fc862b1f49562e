import type { Pairs } from './pair.ts';

export const natGateway: Pairs = {
  'nat-gateway/regional-spans-zones': {
    under: 'NAT ゲートウェイ',
    bad: [
      'AZ をまたいだ冗長化はされない。',
      '複数のアベイラビリティーゾーンでは冗長化されていません。',
      'NAT gateways are not redundant across Availability Zones.',
      'It does not span multiple AZs.',
    ],
    good: [
      'AZ ごとに 1 つ作成する。',
      'ゾーン NAT ゲートウェイは AZ 間では冗長化されない。',
      'リージョナル NAT ゲートウェイなら、複数の AZ に冗長化しなくてよい。',
      'A zonal NAT gateway is not redundant across zones.',
      'NAT instances are not highly available across AZs.',
      'Create one in each Availability Zone.',
    ],
  },
};
