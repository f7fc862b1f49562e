import type { Pairs } from './pair.ts';

export const elb: Pairs = {
  'elb/classic-logs-are-not-compressed': {
    under: 'ELB',
    bad: [
      'CLB のアクセスログは圧縮されて S3 に保存される。',
      'ALB と Classic のログはどちらも gzip 形式です。',
      'A Classic Load Balancer compresses its access logs.',
      'CLB logs are gzip files.',
    ],
    good: [
      'CLB のアクセスログは圧縮されない。',
      'ALB のログは gzip だが、Classic は平文のテキスト。',
      'ALB のアクセスログは圧縮ファイルとして保存される。',
      'A CLB writes its logs uncompressed.',
      'Unlike those of a Classic Load Balancer, ALB logs are compressed.',
    ],
  },
  'elb/gateway-has-no-access-logs': {
    under: 'Elastic Load Balancing',
    bad: [
      'Gateway Load Balancer でもアクセスログを有効にする。',
      'GWLB はアクセスログに対応しています。',
      'A Gateway Load Balancer supports access logs.',
      'Turn on access logs of the GWLB.',
    ],
    good: [
      'Gateway Load Balancer にアクセスログはありません。',
      'GWLB のアクセスログの代わりにフローログを記録する。',
      'A Gateway Load Balancer has no access logs.',
      'All load balancers except GWLB support access logs.',
    ],
  },
};
