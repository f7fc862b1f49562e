import type { Pairs } from './pair.ts';

export const ebs: Pairs = {
  'ebs/hdd-minimum-size': {
    under: 'EBS',
    bad: [
      'st1 の最小サイズは 500 GiB です。',
      'HDD ボリュームは 500GB 以上でなければ作れない。',
      'st1 and sc1 volumes must be at least 500 GiB.',
      'The minimum size of an HDD volume is 500 GB.',
    ],
    good: [
      'st1 の最小サイズは 125 GiB です。',
      '以前は st1 の最小サイズが 500 GiB だった。',
      '500 GiB 以上のログには st1 を使う。',
      'スループットが必要なので st1 は最低 500 GiB にする。',
      'st1 volumes start at 125 GiB.',
      'st1 needs no minimum IOPS and reaches 500 MiB/s.',
      'The minimum used to be 500 GiB for st1.',
    ],
  },
  'ebs/hdd-cannot-boot': {
    under: 'Amazon EBS',
    bad: [
      'st1 はブートボリュームとしても使えます。',
      'HDD をルートボリュームに使える。',
      'sc1 can be a boot volume.',
      'An st1 disk works as the root device.',
    ],
    good: [
      'st1 はブートボリュームにできません。',
      'ブートには SSD を使い、HDD はデータ用にする。',
      '磁気ディスク(standard)は HDD だがブートに使える。',
      'st1 cannot be a boot volume.',
      'HDD is for data; boot volumes can only be SSD.',
    ],
  },
  'ebs/name': {
    under: 'ストレージ',
    bad: [
      'EBS は Elastic Block Service の略。',
      'AWS Elastic Block Storage keeps the data.',
      'Elastic Block Service',
    ],
    good: [
      'EBS は Elastic Block Store の略。',
      'Elastic Block Service ではなく Elastic Block Store。',
      'Alibaba Cloud calls it Elastic Block Storage.',
      'Amazon Elastic Block Store keeps the data.',
    ],
  },
};
