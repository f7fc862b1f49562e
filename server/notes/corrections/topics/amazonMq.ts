import type { Correction } from '../correction.ts';

export const amazonMq: readonly Correction[] = [
  {
    id: 'amazon-mq/existing-application',
    topic: 'amazon-mq',
    wordings: [{ all: [/規定の(?:app|アプリ)/i, /メッセージ|移行|ブローカー|クラウド/] }],
    unless: [/規定の(?:app|アプリ)[^。]{0,10}(?:手順|申請|一覧)/i],
    correct: {
      en: 'Probably 既存 (existing) rather than 規定 (prescribed): Amazon MQ is meant for moving an existing application that already speaks JMS, AMQP, MQTT, OpenWire or STOMP.',
      ja: '「規定」は「既存」の誤変換と思われます。Amazon MQ が向いているのは、JMS・AMQP・MQTT・OpenWire・STOMP をすでに使っている既存のアプリケーションの移行です。',
    },
    source: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/welcome.html',
  },
];
