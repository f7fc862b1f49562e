/** Properties of a resource one by one, for comparing. */

/** Scalars and intrinsic functions by their paths: `LoadBalancerAttributes[Key=idle_timeout.timeout_seconds].Value`. */
export type Leaves = ReadonlyMap<string, unknown>;

/** What is in `properties`, each leaf under its path. */
export function leavesOf(properties: unknown): Leaves {
  const found = new Map<string, unknown>();
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      if (value.length === 0) found.set(path, value);
      const keyed = value.every((each) => typeof each?.Key === 'string' && 'Value' in each);
      value.forEach((each, index) => {
        if (keyed) found.set(`${path}[Key=${each.Key}].Value`, each.Value);
        else visit(each, `${path}[${index}]`);
      });
    } else if (typeof value === 'object' && value !== null && !isIntrinsic(value)) {
      const entries = Object.entries(value);
      if (entries.length === 0 && path) found.set(path, value);
      for (const [key, each] of entries) visit(each, path ? `${path}.${key}` : key);
    } else if (value !== undefined) {
      found.set(path, value);
    }
  };
  visit(properties, '');
  return found;
}

function isIntrinsic(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length === 1 && /^(?:Ref$|Fn::)/.test(keys[0] ?? '');
}

/** Paths whose leaves differ. */
export function changed(before: Leaves, after: Leaves): string[] {
  const same = (path: string): boolean =>
    JSON.stringify(before.get(path)) === JSON.stringify(after.get(path));
  return [...new Set([...before.keys(), ...after.keys()])].filter((path) => !same(path));
}

/** The part of a path before the first dot or bracket. */
export function topOf(path: string): string {
  return /^[^.[]*/.exec(path)?.[0] ?? '';
}
