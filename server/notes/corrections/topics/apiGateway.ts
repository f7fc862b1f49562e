import type { Correction } from '../correction.ts';

const limit = /スロットリング|流量制御|制限|上限|レート|超過|超え|\bthrottl|\blimit|\bquota|exceed/i;

export const apiGateway: readonly Correction[] = [
  {
    id: 'api-gateway/throttling-is-not-mail',
    topic: 'api-gateway',
    wordings: [
      {
        all: [
          /メール(?!アドレス|マガジン|フォーム)|\be-?mails?\b|\bmails?\b/i,
          limit,
          /拒否|バウンス|受信(?:可能|でき)|受け付け(?:ない|られ)|reject|refus|\bbounc|receiv|accept/i,
        ],
      },
      { all: [/通数/, limit] },
      {
        all: [
          /バウンス|\bbounc(?:e|es|ed)\b/i,
          limit,
          /エラー|コード|メッセージ|通知|error|code|message|mail|notif/i,
        ],
      },
    ],
    unless: [
      /\bSES\b|Simple Email|\bSNS\b|Cognito|429|Too Many Requests|通知メール|メールで(?:の)?通知|アラーム|アラート/i,
      /\balarm|\balert|(?:receive|get|send)s? an? e-?mail|メール(?:で|を|は|の)?[^。]{0,8}(?:しない|しません|関係)|\bnot (?:about |mean )?(?:an? )?(?:e-?)?mail/i,
    ],
    correct: {
      en: 'Throttling limits API requests, not mail: a token bucket with a rate and a burst, set per account, stage, method or route, and usage plan. A request above the limit gets 429 Too Many Requests.',
      ja: 'スロットリングが制限するのはメールではなく API リクエストです。レートとバーストによるトークンバケットを、アカウント・ステージ・メソッド(ルート)・使用量プランごとに設定します。超えたリクエストには 429 Too Many Requests が返ります。',
    },
    source:
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
  },
  {
    id: 'api-gateway/managed-is-still-accessible',
    topic: 'api-gateway',
    wordings: [
      {
        all: [
          /マネージド|完全に管理|fully[- ]managed|managed service/i,
          /リソース(?:に|へ)(?:は|も)?(?:直接)?アクセス(?:は|が|することは|する事は)?(?:でき(?:ない|ません|ず)|不可)|resources? (?:cannot|can't|can not) be (?:accessed|reached)|(?:cannot|can't|can not) access (?:its |the |any )?resources?/i,
        ],
      },
    ],
    unless: [
      /サーバー|サーバ|基盤|インフラ|\bOS\b|ホスト|認証|認可|権限|許可|server|\bhost|infrastructure|underlying|\bauth|permission|without/i,
    ],
    correct: {
      en: 'Fully managed means that AWS runs the servers and there is no host to log in to. The API and its resources can of course be called and configured.',
      ja: 'フルマネージドとは、サーバーを AWS が運用し、ログインする先のホストがないという意味です。API とそのリソースは、もちろん呼び出したり設定したりできます。',
    },
    source: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/welcome.html',
  },
];
