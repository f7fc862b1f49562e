/** The names of classes of aws-cdk-lib in a file, and the imports that new code needs. */
import { isModule } from '../../aws/cdk.ts';
import type { Site } from '../../read/cdk/scopes.ts';
import type { Import } from '../../read/cdk/syntax.ts';
import { lineBreak } from '../lines.ts';
import type { TextChange } from '../writer.ts';
import type { Coder } from './code.ts';

/**
 * How this file calls a class of aws-cdk-lib, `ec2.NatProvider`. Where it imports neither the class nor its module,
 * `importChanges` adds the import; undefined where it has another thing of that name.
 */
export function classInFile(coder: Coder, module: string, qualified: string): string | undefined {
  const [className = '', ...nested] = qualified.split('.');
  const found = imported(coder, module, className) ?? toImport(coder, module, className);
  return found && nested.reduce((outer, each) => coder.dialect.members.inside(outer, each), found);
}

function imported({ source, dialect }: Coder, module: string, className: string): string | undefined {
  let found: string | undefined;
  const { names } = source.flow.walked.scope;
  const { inside } = dialect.members;
  for (const [local, { import: from }] of names) {
    if (!from || (dialect.packages && local.includes('.') && from.name !== '*')) continue;
    if (from.module === module && from.name === className) return local;
    if (from.module === module && from.name === '*' && !names.has(className)) found = className;
    else if (from.module === module && from.name === undefined) found = inside(local, className);
    else if (from.module === '' && from.name === undefined && module !== '') {
      const below = dialect.submodule(module);
      if (below !== undefined) found ??= `${local}.${below}.${className}`;
    }
  }
  return found;
}

function toImport(
  { source, missing, dialect }: Coder,
  module: string,
  className: string,
): string | undefined {
  const { names } = source.flow.walked.scope;
  const code = dialect.imported?.(module, className) ?? className;
  const [local = ''] = code.split('.');
  if (!isModule(module) || names.has(local) || dialect.clashes?.(module, names.keys())) return undefined;
  if (!missing.some((each) => each.module === module && each.className === className))
    missing.push({ module, className });
  return code;
}

/** Imports what the code needs; undefined where the file has no import to stand beside. */
export function importChanges(coder: Coder): TextChange[] | undefined {
  const { text, source, dialect, missing } = coder;
  const statements = source.flow.walked.sites.filter((site) =>
    importsOf(site).some(({ module }) => module !== undefined),
  );
  const changes: TextChange[] = [];
  const lines = new Set<string>();
  for (const { module, className } of missing) {
    const same = statements.find((site) =>
      importsOf(site).every((each) => each.module === module && each.name),
    );
    const place = same && dialect.placeInImport(written(text, same));
    const last = statements.at(-1);
    const added = statements.flatMap((site) => {
      const found = dialect.addedToImport?.(written(text, site), module);
      return found ? [insertion(site.base + found.offset, found.text)] : [];
    })[0];
    if (added) {
      // A module is imported once, however many of its classes are needed.
      if (!lines.has(module)) changes.push(added);
      lines.add(module);
    } else if (same && place !== undefined) {
      changes.push(insertion(same.base + place, `, ${className}`));
    } else if (last) {
      const own = written(text, last);
      const line = dialect.importLine(module, className, own);
      if (lines.has(line)) continue;
      lines.add(line);
      const end = last.base + own.length;
      const rest = dialect.restOfLine.exec(text.slice(end))?.[0].length ?? 0;
      changes.push(insertion(end + rest, `${lineBreak(text)}${line}`));
    } else {
      return undefined;
    }
  }
  return changes;
}

function importsOf({ statement }: Site): readonly Import[] {
  return statement.kind === 'import' ? statement.imports : [];
}

function written(text: string, { base, statement }: Site): string {
  return text.slice(base, base + statement.length);
}

function insertion(offset: number, piece: string): TextChange {
  return { span: { start: offset, end: offset }, pieces: [piece] };
}
