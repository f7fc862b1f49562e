import type { Correction } from '../correction.ts';

const lifecycle = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-lifecycle.html';
const groups = 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html';

const securityGroup = /セキュリティ・?グループ|security groups?|\bSGs?\b/i;
const otherStates = [/\bpending\b/i, /\brunning\b/i, /shutting[- ]?down/i, /terminated/i];
const stopped = /\bstopped\b|停止済/i;

export const ec2: readonly Correction[] = [
  {
    id: 'ec2/stopping-is-not-stopped',
    topic: 'ec2',
    wordings: [
      {
        all: [
          /^[\s|:"'(「『-]{0,5}(?:the )?stopping\b|stopping(?:状態)?(?:は|とは)/i,
          /シャットダウンされ(?:て|た)|シャットダウン済|停止(?:済|した|されて|している)|(?:使用でき|利用でき|使え)(?:ない|ません|ず)|(?:再起動|再開|再始動|開始|起動)(?:でき(?:る|ます)|可能)|(?:is|are|has been|have been|already) (?:shut down|off\b)|can be (?:re)?started|not usable|unusable|cannot be used|(?:turned|powered|switched) off/i,
        ],
      },
    ],
    unless: [
      /準備|処理|途中|経て|移行|遷移|過程|しようと|つつ|これから|まもなく|完了(?:する|して)|休止|課金|料金|請求/,
      /about to|prepar|process|transition|\bbeing\b|shutting|on (?:its|the) way|\bgoing\b|soon|hibernat|\bbill|\bcharg|\buntil\b/i,
    ],
    correct: {
      en: 'That describes "stopped": shut down, not usable, can be started again. "stopping" is the state on the way there. The six states are pending, running, stopping, stopped, shutting-down and terminated.',
      ja: 'それは「stopped」の説明です(シャットダウンされていて使用できず、再び開始できる)。「stopping」は停止の準備中の状態です。状態は pending・running・stopping・stopped・shutting-down・terminated の 6 つです。',
    },
    source: lifecycle,
  },
  {
    id: 'ec2/stopped-is-missing',
    topic: 'ec2',
    wordings: [
      { all: [/^[\s|:"'(「『-]{0,5}(?:the )?stopping\b/i], inSection: otherStates, notInSection: [stopped] },
      { all: [...otherStates, /\bstopping\b/i], notInSection: [stopped] },
    ],
    correct: {
      en: 'One state is missing here: "stopped". An instance goes from stopping to stopped, and from there it can be started again or terminated.',
      ja: '「stopped」が抜けています。インスタンスは stopping を経て stopped になり、そこから再び開始するか、終了できます。',
    },
    source: lifecycle,
  },
  {
    id: 'ec2/rebooting-is-no-state',
    topic: 'ec2',
    wordings: [
      {
        all: [/^[\s|:"'(「『-]{0,5}rebooting\b(?:状態| state)?\W{0,3}(?:は|とは|:|-|–|\||is\b|means\b)/i],
        inSection: [/\bpending\b/i, /\brunning\b/i],
      },
    ],
    unless: [/ない|ません|ではあ|running|\bnot\b|n't\b|\bno\b/i],
    correct: {
      en: 'Rebooting is no state of its own: the instance stays "running" while it reboots.',
      ja: '再起動は独立した状態ではなく、再起動中もインスタンスは「running」のままです。',
    },
    source: lifecycle,
  },
  {
    id: 'ec2/pending-after-start',
    topic: 'ec2',
    wordings: [{ all: [/^[\s|:"'(「『-]{0,5}pending\b/i, /再起動|\breboot/i] }],
    unless: [/停止|\bstop|開始|ない|ません|\bnot\b|n't\b/i],
    correct: {
      en: 'An instance is "pending" after launch and after a start from "stopped". A reboot does not lead there; the instance stays "running".',
      ja: '「pending」になるのは、起動した直後と「stopped」から開始した直後です。再起動では「running」のままです。',
    },
    source: lifecycle,
  },
  {
    id: 'ec2/reserved-instances-are-always-billed',
    topic: 'ec2',
    wordings: [
      {
        all: [
          /リザーブド・?インスタンス|\bRIs?\b|reserved instances?/i,
          /停止|終了|削除|\bstop|terminat/i,
          /(?:課金|請求)(?:は|も|が)?(?:され|発生し)?(?:ない|ません|なくな|止ま)|料金(?:は|も|が)?(?:かから|発生し)(?:ない|ません|なくな)|(?:not|no longer|never|isn't|aren't) (?:be )?(?:billed|charged)|(?:billing|charges?|costs?) (?:stops?|ends?)|no (?:charge|cost|fee)|stop paying/i,
        ],
      },
    ],
    unless: [/期間|満了|オンデマンド|\bterm\b|expire|on-demand|\bEBS\b|ディスク|ため|\bnot (?:stop|mean)/i],
    correct: {
      en: 'A Reserved Instance is a discount that is billed until the end of its term, as its payment option says, even if every matching instance is stopped or terminated.',
      ja: 'リザーブドインスタンスは割引であり、該当するインスタンスを停止・終了しても、支払いオプションに応じて期間の終わりまで課金されます。',
    },
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-reserved-instances.html',
  },
  {
    id: 'ec2/stateful-is-about-replies',
    topic: 'ec2',
    wordings: [
      {
        all: [
          /ステートフル[^。]{0,30}(?:為|ため|ので|から|だから|とは|つまり|すなわち)/,
          /自動(?:的に|で|的)?(?:適用|反映|更新|有効)|(?:即時|即座|すぐ|直ち)に?(?:適用|反映)/,
        ],
      },
      {
        all: [
          /\bstateful\b/i,
          /(?:appl(?:y|ied|ies)|takes? effect|propagat\w{1,5}) (?:automatically|immediately|at once)|automatically (?:appl|take|propagat|updat|in effect)/i,
          /because|\bsince\b|\bas (?:they|it|security)|therefore|\bthus\b|\bso\b|hence|\bmeans?\b|being stateful|stateful,/i,
        ],
      },
    ],
    unless: [
      /戻り|応答|返り|返信|レスポンス|逆方向|return|respons|\brepl(?:y|ies)|\banswers?\b|outbound|inbound/i,
    ],
    correct: {
      en: 'Two facts are merged here. Changed rules apply automatically to all instances of the group; and, independently, security groups are stateful: replies to allowed traffic may pass whatever the other direction\u2019s rules say.',
      ja: '2 つの事柄が混ざっています。①ルールの変更は、関連付けたすべてのインスタンスに自動で反映されます。②ステートフルとは、許可した通信の戻りが、逆方向のルールに関係なく許可されることです。',
    },
    source: groups,
  },
  {
    id: 'ec2/security-groups-can-be-changed',
    topic: 'ec2',
    wordings: [
      {
        all: [
          securityGroup,
          /(?:起動後|作成後|後から|あとから)[^。]{0,15}(?:変更|付け替え|追加|差し替え)(?:は|が|することは|することが)?(?:でき(?:ない|ません)|不可)|起動時に?(?:しか|のみ|だけ)|(?:cannot|can't|can not|can never) (?:be )?(?:chang|add|replac|assign|attach|modif)\w{0,4}[^.]{0,40}(?:\bafter\b|\bonce\b|\blater\b)|\bonly (?:be )?(?:\w{1,12} )?at launch/i,
        ],
      },
    ],
    unless: [/Classic|クラシック|キーペア|key pair|別のVPC|another VPC|ではな|\bnot only\b|削除/i],
    correct: {
      en: 'Security groups of an instance can be changed at any time after launch; they belong to its network interfaces.',
      ja: 'インスタンスのセキュリティグループは、起動後もいつでも変更できます(ネットワークインターフェイスごと)。',
    },
    source: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/changing-security-group.html',
  },
  {
    id: 'ec2/rules-not-roots',
    topic: 'ec2',
    wordings: [{ all: [/ルーツ(?!・|ファイル|キット)/, /追加|許可|トラフィック|セキュリティ|設定|変更/] }],
    correct: {
      en: 'Probably ルール (rule) rather than ルーツ (roots): rules are what is added to a security group.',
      ja: '「ルーツ」は「ルール」の誤りと思われます。セキュリティグループに追加するのはルールです。',
    },
    source: groups,
  },
];
