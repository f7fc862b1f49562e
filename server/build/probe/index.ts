/** Probing many constructs, and the text of the data that comes of it. */
import type { CdkPropsData, ProbedClass } from '../../aws/cdkProps.ts';
import type { ProbedConstruct } from './constructs.ts';
import { libraryVersion, typeNamed } from './jsii.ts';
import { probe } from './probe.ts';

export type Constructs = Readonly<Record<string, Readonly<Record<string, ProbedConstruct>>>>;

/**
 * What each class shows.
 * @param names the classes, or modules, to be probed; all where empty
 * @param before what others have shown before
 */
export function probedClasses(
  constructs: Constructs,
  names: readonly string[] = [],
  before?: CdkPropsData,
): CdkPropsData {
  const modules: Record<string, Record<string, ProbedClass>> = {};
  for (const [module, classes] of Object.entries(constructs)) {
    const found: Record<string, ProbedClass> = {};
    modules[module] = found;
    for (const [name, construct] of Object.entries(classes)) {
      const isWanted = names.length === 0 || names.includes(module) || names.includes(`${module}.${name}`);
      const type = typeNamed(module, name);
      const probed = isWanted ? type && probe(type, construct) : before?.modules[module]?.[name];
      if (probed) found[name] = probed;
      else if (isWanted) throw new Error(`${module}.${name} cannot be made`);
    }
  }
  return { version: libraryVersion, modules };
}

/** The data as it is stored: a class a line. */
export function probedText({ version, modules }: CdkPropsData): string {
  const lines = Object.entries(modules).map(([module, classes]) => {
    const each = Object.entries(classes).map(
      ([name, probed]) => `${JSON.stringify(name)}:${JSON.stringify(probed)}`,
    );
    return `${JSON.stringify(module)}:{\n${each.join(',\n')}\n}`;
  });
  return `{"version":${JSON.stringify(version)},"modules":{\n${lines.join(',\n')}\n}}\n`;
}
