/** Short texts of hovers, fixes and the panel. */
import type { Localized } from '../text/localized.ts';

export const words = {
  openNote: { en: 'Open note', ja: 'ノートを開く' },
  awsDocumentation: { en: 'AWS documentation', ja: 'AWS ドキュメント' },
  fixAll: { en: 'Fix all that needs no decision', ja: '判断の要らない修正をすべて適用' },
} satisfies Record<string, Localized>;

/** "Silence elb/access-logs-disabled here", and where the silence is written. */
export function silenceTitle(ruleId: string): Localized {
  return {
    en: `Silence ${ruleId} here`,
    ja: `ここでは ${ruleId} を表示しない`,
  };
}

/** "Fix all sqs/visibility-timeout-too-short in this file". */
export function fixAllOfRuleTitle(ruleId: string): Localized {
  return {
    en: `Fix all ${ruleId} in this file`,
    ja: `このファイルの ${ruleId} をすべて修正`,
  };
}
