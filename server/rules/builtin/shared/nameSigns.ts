/** What a volume is called: logical ID, tags, description, comments beside it. */
import { possibilities } from '../../../model/possible.ts';
import type { Resource, Template } from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import type { Localized } from '../../../text/localized.ts';
import { givenAt, hasHidden } from '../../claims.ts';
import * as randomWork from '../evidence/randomWork.ts';
import * as sequentialWork from '../evidence/sequentialWork.ts';
import { findWord } from '../evidence/words.ts';
import { flatten } from './flatten.ts';
import type { Sign, Signs } from './sign.ts';
import { tagsIn } from './tags.ts';
import type { Volume } from './volumes.ts';

interface Named {
  readonly source: string;
  readonly text: string;
  readonly shown: (word: string) => Localized;
}

export function nameSigns(volume: Volume, template: Template): Signs {
  const { resource } = volume;
  const { names, unknown } = namesOf(resource, template);
  const own: Named[] = [
    ...names,
    ...commentsBeside(volume, template).map((text) => ({
      source: 'comment',
      text,
      shown: (word: string) => ({
        en: `"${word}" in the comment beside it`,
        ja: `隣のコメントの「${word}」`,
      }),
    })),
  ];
  if (volume.volumeName.kind === 'scalar') {
    own.push({ source: 'volume name', text: String(volume.volumeName.value), shown: inName });
  }
  return { signs: signsIn(own, resource), unknown };
}

/** The signs in a resource's own names, for the volume or for what it is attached to. */
export function resourceNameSigns(resource: Resource, template: Template): Signs {
  const { names, unknown } = namesOf(resource, template);
  const named = names.map((name) => ({ ...name, source: `host ${name.source}` }));
  return { signs: signsIn(named, resource), unknown };
}

function signsIn(names: readonly Named[], resource: Resource): Sign[] {
  return names.flatMap(({ text, source, shown }): Sign[] => {
    const sequential = findWord([text], sequentialWork.words);
    const word = sequential ?? findWord([text], randomWork.words);
    if (word === undefined) return [];
    const work = sequential ? 'sequential' : 'random';
    return [{ work, strong: false, source, shown: shown(word), resource }];
  });
}

const describing = [
  'Description',
  'LaunchTemplateName',
  'VersionDescription',
  'ServiceName',
  'Family',
  'Name',
];
const tagPaths = ['Tags', 'TagSpecifications', 'LaunchTemplateData.TagSpecifications'];

function namesOf(resource: Resource, template: Template): { names: Named[]; unknown: boolean } {
  const names: Named[] = [{ source: 'id', text: resource.name, shown: inName }];
  const read: Value[] = [];
  for (const key of describing) {
    const value = givenAt(resource, key);
    if (value.kind === 'absent') continue;
    read.push(value);
    names.push({ source: 'description', text: flatten(template, value), shown: inName });
  }
  for (const path of tagPaths) {
    const tags = givenAt(resource, path);
    if (tags.kind === 'absent') continue;
    read.push(tags);
    for (const text of tagValues(tags, template)) {
      names.push({
        source: 'tag',
        text,
        shown: (word) => ({ en: `"${word}" in its tags`, ja: `タグの「${word}」` }),
      });
    }
  }
  return { names, unknown: hasHidden(template, ...read) };
}

/** The values of tags that name a thing or its role; `CostCenter: database-team` says nothing of the work. */
function tagValues(tags: Value, template: Template): string[] {
  const inSpecifications =
    tags.kind === 'list' ? tags.items.flatMap((item) => tagsIn(get(item, 'Tags'))) : [];
  const plain = [...tagsIn(tags), ...inSpecifications].map((tag) => tag);
  const computed =
    tags.kind === 'list'
      ? tags.items.flatMap((item) => {
          const key = get(item, 'Key');
          const value = get(item, 'Value');
          if (key.kind !== 'scalar' || value.kind === 'scalar') return [];
          return possibilities(template, value).map((each) => ({
            key: String(key.value),
            value: flatten(template, each.value),
          }));
        })
      : [];
  return [...plain, ...computed]
    .filter((tag) => /^(name|role|purpose|usage|component|用途|役割)$/i.test(tag.key))
    .map((tag) => tag.value);
}

function inName(word: string): Localized {
  return { en: `"${word}" in its name`, ja: `名前の「${word}」` };
}

/** Comments that speak of this volume, not of another part of its resource. */
function commentsBeside(volume: Volume, template: Template): string[] {
  const { resource, properties } = volume;
  if (resource.type === 'AWS::EC2::Volume') return resource.comments.map((comment) => comment.text);
  const text = (start: number, end: number) =>
    template.text.slice(resource.origin + Math.max(0, start), resource.origin + Math.max(0, end));
  return resource.comments
    .filter(({ span }) => {
      const { start, end } = properties.span;
      if (span.start >= start && span.end <= end) return true;
      if (span.end <= start) return /^\s*(?:-|DeviceName:[^\n]*|Ebs:|\s)*$/.test(text(span.end, start));
      return span.start >= end && !text(end, span.start).includes('\n');
    })
    .map((comment) => comment.text);
}
