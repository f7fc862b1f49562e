import type { Pairs } from './pair.ts';

export const apiGateway: Pairs = {
  'api-gateway/throttling-is-not-mail': {
    under: 'API Gateway',
    bad: [
      'スロットリングは、決めた時間内に受信できるメールの数を制限する機能です。',
      '上限を超えてメールを送ると受信が拒否される。',
      '制限を超えた送信者にはバウンスのエラーコードが届きます。',
      '1 時間に受け取れる通数に上限を設ける。',
      'Throttling limits how many e-mails are accepted per minute.',
      'Mail above the limit is rejected.',
      'When the quota is exceeded, the caller receives a bounce message.',
    ],
    good: [
      '上限を超えたリクエストには 429 が返る。',
      'スロットリングの対象はメールではなくリクエストです。',
      '上限に近づくとアラームからメールで通知を受信できる。',
      'フォームのメールアドレスが不正なら 400 で拒否する。',
      'SES の送信制限を超えたメールは拒否されるため、API でも流量を抑える。',
      'Requests above the limit are rejected with 429 Too Many Requests.',
      'We get an e-mail when the quota is nearly used up; nothing is rejected then.',
      'Debounce the button so that the limit is not exceeded by error.',
    ],
  },
  'api-gateway/managed-is-still-accessible': {
    under: 'Amazon API Gateway',
    bad: [
      'フルマネージドなので、リソースにアクセスできません。',
      '完全に管理されるサービスであり、リソースへアクセスすることはできない。',
      'It is a managed service, so its resources cannot be accessed.',
      'As it is fully managed, you cannot access the resources.',
    ],
    good: [
      'フルマネージドなので、基盤のサーバーのリソースにはアクセスできません。',
      'フルマネージドで、リソースへは HTTPS でアクセスできる。',
      '権限がないユーザーは、マネージドポリシーのリソースにアクセスできない。',
      'It is fully managed: you cannot access the servers underneath.',
      'Without permission you cannot access its resources, managed or not.',
    ],
  },
};
