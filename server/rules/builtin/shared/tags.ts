/** Tags, in whichever of AWS's two shapes: a list of keys and values, or a map. */
import type { Resource } from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';

/** The text values of all tags of `resource`. */
export function tagTexts(resource: Resource): readonly string[] {
  return tagsOf(resource).map((tag) => tag.value);
}

export interface Tag {
  readonly key: string;
  readonly value: string;
}

/** The tags of `resource` whose key and value are plain text. */
export function tagsOf(resource: Resource): readonly Tag[] {
  return tagsIn(get(resource.properties, 'Tags'));
}

/** The tags in the value of a `Tags` property. */
export function tagsIn(tags: Value): readonly Tag[] {
  if (tags.kind === 'map') {
    return tags.entries.flatMap(({ key, value }) =>
      value.kind === 'scalar' ? [{ key, value: String(value.value) }] : [],
    );
  }
  if (tags.kind !== 'list') return [];
  return tags.items.flatMap((item) => {
    const key = get(item, 'Key');
    const value = get(item, 'Value');
    return key.kind === 'scalar' && value.kind === 'scalar'
      ? [{ key: String(key.value), value: String(value.value) }]
      : [];
  });
}
