/** What a container that mounts a volume says: its image and where it mounts. */
import { certainText } from '../../../model/possible.ts';
import type { Template } from '../../../model/template.ts';
import { hasHidden } from '../../claims.ts';
import { imageNames, isBelow } from '../evidence/commands.ts';
import * as randomWork from '../evidence/randomWork.ts';
import * as sequentialWork from '../evidence/sequentialWork.ts';
import { hasWord } from '../evidence/words.ts';
import { flatten } from './flatten.ts';
import type { Container } from './hosts.ts';
import type { Sign, Signs } from './sign.ts';

export function containerSigns({ task, image, path }: Container, template: Template): Signs {
  const signs: Sign[] = [];
  const name = flatten(template, image).split('\n')[0] ?? '';
  const work = imageSign(name);
  if (work) {
    const shown = { en: `the container image "${name}"`, ja: `コンテナイメージ「${name}」` };
    signs.push({ work, strong: true, source: 'image', shown, resource: task });
  }
  const mountedAt = certainText(template, path);
  if (mountedAt !== undefined) {
    const shown = { en: `its mount at ${mountedAt}`, ja: `マウント先 ${mountedAt}` };
    const sign = { source: 'mount', shown, resource: task };
    if (randomWork.mountPaths.some((each) => isBelow(mountedAt, each))) {
      signs.push({ ...sign, work: 'random', strong: true });
    } else if (hasWord([mountedAt], sequentialWork.words)) {
      signs.push({ ...sign, work: 'sequential', strong: false });
    }
  }
  return { signs, unknown: hasHidden(template, image, path) };
}

/** The work that a container image is known for. */
export function imageSign(image: string): Sign['work'] | undefined {
  const names = imageNames(image);
  if (names.some((name) => sequentialWork.images.includes(name))) return 'sequential';
  return names.some((name) => randomWork.images.includes(name)) ? 'random' : undefined;
}
