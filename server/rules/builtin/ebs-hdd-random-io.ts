import type { Localized } from '../../text/localized.ts';
import type { Report, Rule } from '../rule.ts';
import { useGp3 } from './shared/gp3.ts';
import { typeIsAccepted } from './shared/hddProblems.ts';
import type { Sign } from './shared/sign.ts';
import { type Hdd, hddOf, type Volume, volumesOf, volumeTypes } from './shared/volumes.ts';
import { workEvidence } from './shared/workEvidence.ts';

/** An HDD volume that the template gives work of small, random I/O, such as a database. */
export const hddRandomIo: Rule = {
  id: 'ebs/hdd-random-io',
  title: { en: 'HDD volume for random I/O', ja: 'ランダム I/O に使われる HDD ボリューム' },
  severity: 'warning',
  subject: { topic: 'ebs', aspect: 'hdd' },
  on: volumeTypes,
  check(resource, template) {
    return volumesOf(resource, template).flatMap((volume): Report[] => {
      const hdd = hddOf(template, volume);
      if (!hdd || !typeIsAccepted(template, volume)) return [];
      const evidence = workEvidence(volume, template);
      if (evidence.kind !== 'random' && evidence.kind !== 'mixed') return [];
      const place = { span: volume.type.span, when: hdd.when, related: relatedTo(volume, evidence.signs) };
      if (evidence.kind === 'mixed') {
        return [{ ...place, message: mixed(volume, hdd, evidence.signs), severity: 'hint' }];
      }
      const message = random(volume, hdd, evidence.signs);
      return [
        {
          ...place,
          message,
          ...(evidence.sure ? {} : { severity: 'information' as const }),
          fixes: [useGp3(volume)],
        },
      ];
    });
  },
};

function random(volume: Volume, { type }: Hdd, signs: readonly Sign[]): Localized {
  const { en, ja } = list(signs);
  const { name } = volume.resource;
  return {
    en: `${type} is an HDD for large, sequential I/O, but ${en} points to small, random I/O on "${name}", at which an HDD is slow. Use gp3, or io2 for sustained IOPS.`,
    ja: `${type} は大きなシーケンシャル I/O 向けの HDD ですが、${ja}${/[!-~]$/.test(ja) ? ' ' : ''}から「${name}」では HDD の苦手な小さなランダム I/O が多いと考えられます。gp3(高い IOPS が続くなら io2)を使ってください。`,
  };
}

function mixed(volume: Volume, { type }: Hdd, signs: readonly Sign[]): Localized {
  const one = (work: Sign['work']) => list(signs.filter((sign) => sign.work === work).slice(0, 1));
  const [randomSign, sequentialSign] = [one('random'), one('sequential')];
  const { name } = volume.resource;
  return {
    en: `The signs for "${name}" are mixed: ${sequentialSign.en} suits ${type} (HDD), ${randomSign.en} does not. If the random I/O goes to this volume, use gp3.`,
    ja: `「${name}」の用途は両方考えられます。${sequentialSign.ja}は ${type}(HDD)向きですが、${randomSign.ja}は向きません。このボリュームでランダム I/O を行うなら gp3 を使ってください。`,
  };
}

/** The first two signs; more would not be read. */
function list(signs: readonly Sign[]): Localized {
  const shown = [...new Map(signs.map((sign) => [sign.shown.en, sign.shown])).values()].slice(0, 2);
  return { en: shown.map((each) => each.en).join(' and '), ja: shown.map((each) => each.ja).join('と') };
}

function relatedTo(volume: Volume, signs: readonly Sign[]): NonNullable<Report['related']> {
  const others = new Set(signs.map((sign) => sign.resource).filter((each) => each !== volume.resource));
  return [...others].map((resource) => ({
    resource,
    span: resource.nameSpan,
    message: {
      en: `"${resource.name}" uses the volume`,
      ja: `「${resource.name}」がこのボリュームを使用`,
    },
  }));
}
