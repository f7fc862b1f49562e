/** What the author says outright: a tag or metadata entry `io-pattern`, `IoPattern` or `Workload`. */
import { get } from '../../../model/value.ts';
import * as randomWork from '../evidence/randomWork.ts';
import * as sequentialWork from '../evidence/sequentialWork.ts';
import { hasWord } from '../evidence/words.ts';
import type { Sign, Signs } from './sign.ts';
import { type Tag, tagsIn, tagsOf } from './tags.ts';
import type { Volume } from './volumes.ts';

const keys: readonly string[] = ['iopattern', 'workload', 'workloadtype'];

export function declarationSigns({ resource }: Volume): Signs {
  const metadata = get(resource.body, 'Metadata');
  const entries = [...tagsOf(resource), ...tagsIn(metadata), ...tagsIn(get(metadata, 'kumonote'))];
  const signs = entries.flatMap((tag): Sign[] => {
    if (!keys.includes(tag.key.toLowerCase().replace(/[^a-z]/g, ''))) return [];
    const work = workOf(tag);
    if (!work) return [];
    const shown = {
      en: `the declared ${tag.key} "${tag.value}"`,
      ja: `宣言された ${tag.key}「${tag.value}」`,
    };
    return [{ work, strong: true, source: 'declaration', shown, resource }];
  });
  return { signs, unknown: false };
}

function workOf({ value }: Tag): Sign['work'] | undefined {
  if (hasWord([value], sequentialWork.declarations)) return 'sequential';
  return hasWord([value], randomWork.declarations) ? 'random' : undefined;
}
