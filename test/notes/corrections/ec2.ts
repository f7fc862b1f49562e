import type { Pairs } from './pair.ts';

export const ec2: Pairs = {
  'ec2/stopping-is-not-stopped': {
    under: 'EC2 のライフサイクル',
    bad: [
      'stopping: シャットダウン済みで使えない状態。',
      'stopping は停止した状態で、再開できる。',
      'stopping: the instance is shut down and can be started again.',
      'The stopping state means it is turned off.',
    ],
    good: [
      'stopping: 停止の準備中で、まだ使用できない。',
      'stopped: シャットダウンされており、使用できない。再び開始できる。',
      'stopping を経て stopped になり、再び開始できる。',
      'stopping: about to be shut down; cannot be used any longer.',
      'stopped: the instance is shut down and can be started again.',
    ],
  },
  'ec2/stopped-is-missing': {
    under: 'EC2 のライフサイクル',
    bad: [
      '状態は pending・running・stopping・shutting-down・terminated です。',
      'The states are pending, running, stopping, shutting-down and terminated.',
    ],
    good: [
      '状態は pending・running・stopping・stopped・shutting-down・terminated です。',
      'The states are pending, running, stopping, stopped, shutting-down and terminated.',
      'It goes from pending to running.',
      'インスタンスは pending から running になる。',
    ],
  },
  'ec2/rebooting-is-no-state': {
    under: 'EC2 lifecycle',
    beside: 'pending, then running.',
    bad: ['rebooting: 再起動している。', 'rebooting: the instance restarts.'],
    good: [
      'rebooting は状態ではない。',
      'rebooting: not a state, the instance stays running.',
      'Rebooting takes a minute.',
    ],
  },
  'ec2/pending-after-start': {
    under: 'EC2 のライフサイクル',
    bad: ['pending: 起動時や OS の再起動時になる。', 'pending: after launch or a reboot.'],
    good: [
      'pending: 起動した直後と、停止状態から開始した直後。',
      'pending: 再起動してもこの状態にはならない。',
      'pending: after launch, or after a start from stopped.',
    ],
  },
  'ec2/reserved-instances-are-always-billed': {
    under: 'EC2',
    bad: [
      'リザーブドインスタンスは、停止している間は課金されない。',
      'RI のインスタンスを終了すれば料金はかからない。',
      'A Reserved Instance is not billed while it is stopped.',
      'Billing stops when you terminate the reserved instance.',
    ],
    good: [
      'リザーブドインスタンスは、停止していても課金される。',
      'オンデマンドは停止すれば課金されないが、リザーブドインスタンスは別。',
      'A Reserved Instance is billed even if the instance is stopped.',
      'On-demand instances are not billed while stopped, Reserved Instances are.',
    ],
  },
  'ec2/stateful-is-about-replies': {
    under: 'EC2 のセキュリティグループ',
    bad: [
      'ステートフルなので、変更したルールは自動で反映されます。',
      'ステートフルとは、ルールが自動的に適用されるという意味。',
      'Rules are applied automatically because security groups are stateful.',
      'Being stateful, changes take effect immediately.',
    ],
    good: [
      'ステートフルなので、戻りの通信は自動的に許可される。',
      'ルールの変更は、関連付けたインスタンスに自動で適用される。',
      'セキュリティグループはステートフルです。',
      'Security groups are stateful, so replies are allowed automatically.',
      'Changed rules take effect immediately.',
    ],
  },
  'ec2/security-groups-can-be-changed': {
    under: 'EC2',
    bad: [
      'セキュリティグループは起動後に変更できない。',
      'セキュリティグループは起動時にしか指定できません。',
      'Security groups cannot be changed after launch.',
      'A security group can only be assigned at launch.',
    ],
    good: [
      'セキュリティグループは起動後も変更できる。',
      'インスタンスの起動時に、1 つ以上のセキュリティグループを関連付ける。',
      'キーペアはセキュリティグループと違い、起動後に変更できない。',
      'Security groups are assigned at launch and can be changed later.',
      'Unlike security groups, the key pair cannot be changed after launch.',
    ],
  },
  'ec2/rules-not-roots': {
    inJapaneseOnly: true,
    under: 'EC2 のセキュリティグループ',
    bad: ['22 番を許可するルーツを追加する。', 'SSH: ルーツを変更する。'],
    good: [
      '22 番を許可するルールを追加する。',
      'Add a rule that allows port 22.',
      'この設計のルーツは 2015 年にある。',
    ],
  },
};
