/** Short texts of hovers, fixes and the panel. */
import type { Localized } from '../text/localized.ts';

export const words = {
  openNote: { en: 'Open note', ja: 'ノートを開く' },
  awsDocumentation: { en: 'AWS documentation', ja: 'AWS ドキュメント' },
} satisfies Record<string, Localized>;

/** "Silence elb/access-logs-disabled here", and where the silence is written. */
export function silenceTitle(ruleId: string): Localized {
  return {
    en: `Silence ${ruleId} here`,
    ja: `ここでは ${ruleId} を表示しない`,
  };
}
