/** Each finding opens the section that gives its reason, in both languages. */
import { strict as assert } from 'node:assert';
import { readKnowledge } from '../../server/build/knowledge.ts';
import { reasonFor } from '../../server/features/reason.ts';
import { rulesIn, rulesThatCount } from '../../server/host/noteRules.ts';
import { createBook } from '../../server/notes/book.ts';

/** The headings of the sections, in English and in Japanese. */
const sections: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  'apigateway/throttling-not-configured': ['Account-level throttling', 'アカウントレベルのスロットリング'],
  'apigateway/throttling-zero': [
    'Stage, method and route throttling',
    'ステージ・メソッド・ルートのスロットリング',
  ],
  'athena/no-scan-limit': ['Scan limit (workgroup)', 'スキャン量の上限(ワークグループ)'],
  'dynamodb-streams/no-failure-handling': ['Batch failures and retries', 'バッチの失敗と再試行'],
  'dynamodb-streams/stream-not-enabled': ['Enabling the stream', 'ストリームの有効化'],
  'dynamodb-streams/too-many-readers': ['Readers per shard', 'シャードあたりの読み取り数'],
  'dynamodb/appsync-without-subscription': ['Real-time subscriptions', 'サブスクリプション'],
  'ebs/hdd-boot-volume': ['HDD limits', 'HDD の制限'],
  'ebs/hdd-random-io': ['HDD (st1, sc1)', 'HDD(st1・sc1)'],
  'ebs/hdd-size-out-of-range': ['HDD limits', 'HDD の制限'],
  'ebs/hdd-volume': ['HDD (st1, sc1)', 'HDD(st1・sc1)'],
  'ebs/hdd-with-provisioned-iops': ['HDD limits', 'HDD の制限'],
  'ebs/magnetic-managed-database': [
    'Magnetic storage in managed databases',
    'マネージドデータベースのマグネティックストレージ',
  ],
  'ebs/magnetic-previous-generation': ['Magnetic (standard)', 'マグネティック(standard)'],
  'ec2/shutdown-terminates': ['Shutdown behavior', 'シャットダウン動作'],
  'ec2/ssh-open-to-world': ['SSH open to the world', '全世界に公開された SSH'],
  'ec2/ssh-port-not-open': ['SSH', 'SSH 接続'],
  'elb/access-logs-bucket-missing': ['Access log bucket', 'アクセスログのバケット'],
  'elb/access-logs-disabled': ['Access logs', 'アクセスログ'],
  'elb/alb-log-bucket-kms': ['Access log bucket', 'アクセスログのバケット'],
  'elb/gateway-lb-access-logs': [
    'Which load balancers have access logs',
    'アクセスログに対応するロードバランサー',
  ],
  'elb/log-bucket-policy-missing': ['Access log bucket', 'アクセスログのバケット'],
  'elb/nlb-logs-without-tls-listener': [
    'Which load balancers have access logs',
    'アクセスログに対応するロードバランサー',
  ],
  'mq/deployment-mode-mismatch': ['Deployment modes', 'デプロイモード'],
  'mq/new-application': ['New applications', '新しいアプリケーション'],
  'mq/single-instance-broker': ['Single-instance brokers', '単一インスタンスブローカー'],
  'nat-gateway/cross-az-route': ['Routes that stay in the Availability Zone', '同じ AZ へのルート'],
  'nat-gateway/regional-manual-az-gap': [
    'Manual mode of a regional NAT gateway',
    'リージョナル NAT ゲートウェイの手動モード',
  ],
  'nat-gateway/single-az': [
    'Availability Zones (zonal NAT gateways)',
    'アベイラビリティーゾーン(ゾーン NAT ゲートウェイ)',
  ],
  'redshift/retired-node-type': ['Node types', 'ノードタイプ'],
  'route53/active-active-without-health-check': ['Active-active failover', 'Active-Active 構成'],
  'route53/failover-alias-evaluate-target-health': [
    'Alias records and EvaluateTargetHealth',
    'エイリアスレコードと EvaluateTargetHealth',
  ],
  'route53/failover-pair-incomplete': ['Primary and secondary', 'プライマリとセカンダリ'],
  'route53/failover-without-health-check': ['Health check of the primary', 'プライマリのヘルスチェック'],
  'route53/health-check-private-ip': [
    'Health checks of private addresses',
    'プライベートアドレスのヘルスチェック',
  ],
  'route53/set-identifier-missing': ['SetIdentifier', 'SetIdentifier'],
  's3/notification-permission-missing': ['Notification permissions', '通知の許可'],
  's3/notification-to-fifo': ['Notification destinations', '通知の送信先'],
  's3/notification-without-versioning': ['Versioning and notifications', 'バージョニングとイベント通知'],
  'sqs/no-dead-letter-queue': ['Dead-letter queue', 'デッドレターキュー'],
  'sqs/visibility-timeout-too-short': [
    'Visibility timeout and function timeout',
    '可視性タイムアウトと関数のタイムアウト',
  ],
};

describe('The reason of a finding', () => {
  it('is in the section about just that, for every rule', async () => {
    const notes = await readKnowledge('knowledge');
    const book = createBook();
    for (const note of notes) book.add(note);
    const declared = await Promise.all(notes.map(async (note) => ({ note, ...(await rulesIn(note)) })));
    const found = rulesThatCount(declared).rules.map((rule) => {
      const headings = (['en', 'ja'] as const).map(
        (language) => reasonFor(rule, book, language)?.section.heading,
      );
      return [rule.id, headings];
    });
    assert.deepEqual(Object.fromEntries(found), sections);
  });
});
