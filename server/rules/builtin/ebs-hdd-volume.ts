import type { Localized } from '../../text/localized.ts';
import type { Report, Rule } from '../rule.ts';
import { typeIsAccepted } from './shared/hddProblems.ts';
import { hddOf, volumesOf, volumeTypes } from './shared/volumes.ts';
import { workEvidence } from './shared/workEvidence.ts';

/** Any HDD volume of which the template does not say what it is for: a reminder of what suits it. */
export const hddVolume: Rule = {
  id: 'ebs/hdd-volume',
  title: { en: 'HDD volume', ja: 'HDD ボリューム' },
  severity: 'hint',
  subject: { topic: 'ebs', aspect: 'hdd' },
  on: volumeTypes,
  check(resource, template) {
    return volumesOf(resource, template).flatMap((volume): Report[] => {
      const hdd = hddOf(template, volume);
      const message = hdd && messages[hdd.type];
      if (!message || !typeIsAccepted(template, volume)) return [];
      if (workEvidence(volume, template).kind !== 'none') return [];
      return [{ message, span: volume.type.span, when: hdd.when }];
    });
  },
};

/** Magnetic volumes have a rule of their own. */
const messages: Readonly<Record<string, Localized>> = {
  st1: {
    en: 'st1 is an HDD for large, sequential I/O: EMR, ETL, data warehouses, logs. For small, random I/O (databases, boot disks) choose gp3, or io2 for sustained IOPS.',
    ja: 'st1 は EMR・ETL・データウェアハウス・ログなど、大きなシーケンシャル I/O 向けの HDD です。小さなランダム I/O(データベースやブートディスク)には gp3、高い IOPS が続くなら io2 を選びます。',
  },
  sc1: {
    en: 'sc1 is the cheapest HDD, for large, sequential data that is rarely read, such as archives. For small, random I/O (databases, boot disks) choose gp3, or io2 for sustained IOPS.',
    ja: 'sc1 はアーカイブなど、めったに読まない大きなシーケンシャルデータ向けの最も安価な HDD です。小さなランダム I/O(データベースやブートディスク)には gp3、高い IOPS が続くなら io2 を選びます。',
  },
};
