import type { Correction } from '../correction.ts';

const hdd = /\bst1\b|\bsc1\b|\bHDD\b|スループット最適化|コールドHDD|Throughput Optimized/i;
const hddPage = 'https://docs.aws.amazon.com/ebs/latest/userguide/hdd-vols.html';

export const ebs: readonly Correction[] = [
  {
    id: 'ebs/hdd-minimum-size',
    topic: 'ebs',
    wordings: [
      {
        all: [
          hdd,
          /(?<![\d,.])500 ?(?:GiB|GB|ギガ)/i,
          /最小|最低|下限|以上(?:でなけ|が必|必要|必須|しか|のみ|に限)|未満(?:は|の|に|で)?(?:作|でき|不可|指定|使え)|minimum|\bmin\b|smallest|(?:must|has to|have to|needs? to) be at least|(?:no|not|cannot be|can't be) (?:smaller|less) than|start(?:s|ing)? (?:at|from)/i,
        ],
      },
    ],
    unless: [
      /(?<!\d)125(?!\d)|性能|スループット(?!最適)|ため|2021|throughput(?! optimi)|performance|MiB\/s|\bwas\b|\bwere\b/i,
    ],
    correct: {
      en: 'st1 and sc1 volumes start at 125 GiB today (500 GiB was the minimum until 2021) and end at 16 TiB.',
      ja: 'st1 と sc1 の最小サイズは、現在 125 GiB です(500 GiB は 2021 年までの値)。最大は 16 TiB です。',
    },
    source: hddPage,
  },
  {
    id: 'ebs/hdd-cannot-boot',
    topic: 'ebs',
    wordings: [
      {
        all: [
          hdd,
          /ブート|起動(?:ディスク|ボリューム|デバイス)|ルート(?:ボリューム|デバイス|ディスク)|\bboot|root (?:volume|device|disk)/i,
          /として(?:も)?(?:使|利)|に(?:も)?(?:使え|でき)(?:る|ます)|から(?:も)?起動でき|可能|\bcan\b|\bsupports?\b|bootable|works? (?:as|for)|\bfine\b/i,
        ],
      },
    ],
    unless: [
      /ない|ません|不可|(?:SSD|gp2|gp3|io1|io2)|standard|磁気|必要/i,
      /cannot|can't|\bnot\b|n't\b|never|neither|\bonly\b|magnetic|\bno\b/i,
    ],
    correct: {
      en: 'st1 and sc1 cannot be boot volumes; EC2 rejects them as the root device. Use gp3 there.',
      ja: 'st1 と sc1 はブートボリュームにできず、ルートデバイスに指定すると EC2 に拒否されます。gp3 を使ってください。',
    },
    source: hddPage,
  },
  {
    id: 'ebs/name',
    // "Elastic Block Storage" is the name of another vendor's service.
    wordings: [
      { all: [/Elastic[- ]?Block[- ]?(?:Storage )?Services?\b|エラスティック・?ブロック・?サービス/i] },
      { all: [/(?:Amazon|AWS)(?:'s)? Elastic Block Storage\b/i] },
    ],
    unless: [/Elastic Block Store\b/i],
    oncePerNote: true,
    correct: {
      en: 'EBS stands for Elastic Block Store.',
      ja: 'EBS は「Elastic Block Store」の略です。',
    },
    source: 'https://docs.aws.amazon.com/ebs/latest/userguide/what-is-ebs.html',
  },
];
