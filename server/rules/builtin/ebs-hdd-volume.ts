import type { Localized } from '../../text/localized.ts';
import type { Report, Rule } from '../rule.ts';
import { hddProblem } from './shared/hddProblems.ts';
import { hddOf, volumesOf, volumeTypes } from './shared/volumes.ts';
import { workEvidence } from './shared/workEvidence.ts';

/** Any HDD volume of which the template does not say what it is for: a reminder of what suits it. */
export const hddVolume: Rule = {
  id: 'ebs/hdd-volume',
  title: { en: 'HDD volume', ja: 'HDD ボリューム' },
  severity: 'hint',
  subject: { topic: 'ebs', aspect: 'volume-types' },
  on: volumeTypes,
  check(resource, template) {
    return volumesOf(resource, template).flatMap((volume): Report[] => {
      const hdd = hddOf(template, volume);
      if (!hdd) return [];
      if (hddProblem(template, volume) || workEvidence(volume, template).kind !== 'none') return [];
      return [{ message: messages[hdd.type] ?? magnetic, span: volume.type.span, when: hdd.when }];
    });
  },
};

const magnetic: Localized = {
  en: 'standard is a magnetic volume of the previous generation, for small amounts of data that are rarely read. For small, random I/O (databases, boot disks) choose gp3; for large, sequential I/O st1 or sc1.',
  ja: 'standard は旧世代の磁気ボリュームで、めったに読まない少量のデータ向けです。小さなランダム I/O(データベースやブートディスク)には gp3、大きなシーケンシャル I/O には st1 か sc1 を選びます。',
};

const messages: Readonly<Record<string, Localized>> = {
  st1: {
    en: 'st1 is an HDD for large, sequential I/O: EMR, ETL, data warehouses, logs. For small, random I/O (databases, boot disks) choose gp3, or io2 for sustained IOPS.',
    ja: 'st1 は EMR・ETL・データウェアハウス・ログなど、大きなシーケンシャル I/O 向けの HDD です。小さなランダム I/O(データベースやブートディスク)には gp3、高い IOPS が続くなら io2 を選びます。',
  },
  sc1: {
    en: 'sc1 is the cheapest HDD, for large, sequential data that is rarely read, such as archives. For small, random I/O (databases, boot disks) choose gp3, or io2 for sustained IOPS.',
    ja: 'sc1 はアーカイブなど、めったに読まない大きなシーケンシャルデータ向けの最も安価な HDD です。小さなランダム I/O(データベースやブートディスク)には gp3、高い IOPS が続くなら io2 を選びます。',
  },
  standard: magnetic,
};
