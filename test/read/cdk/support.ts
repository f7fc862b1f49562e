/** Helpers for tests of the CDK reader. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Resource, Template } from '../../../server/model/template.ts';
import type { Value } from '../../../server/model/value.ts';
import { configureGrammars } from '../../../server/read/cdk/grammars.ts';
import { cdkReader } from '../../../server/read/cdk/index.ts';
import { dedent } from '../../support/marked.ts';

const wasm = dirname(createRequire(import.meta.url).resolve('@vscode/tree-sitter-wasm'));

/** Makes the reader ready; for `before` of a suite. */
export async function loadCdk(): Promise<void> {
  configureGrammars((file) => readFile(join(wasm, file)));
  await cdkReader.load();
}

/** What is read from `code`, which need not say what it imports: all services are there under their usual names. */
export function readCdk(code: string, languageId = 'typescript'): Template {
  const template = cdkReader.read({ uri: 'file:///stack.ts', languageId, text: dedent(code) }, undefined);
  cdkReader.forget('file:///stack.ts');
  if (!template) throw new Error('not CDK');
  return template;
}

/** Imports that most tests need; one line, so that positions below stay readable. */
export const imports = [
  "import * as cdk from 'aws-cdk-lib'",
  ...[
    'ec2',
    's3',
    'sqs',
    'sns',
    'dynamodb',
    'lambda',
    'route53',
    'apigateway',
    'rds',
    'ecs',
    'autoscaling',
    'apigatewayv2',
    'athena',
    'amazonmq',
    'appsync',
  ].map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}'`),
  "import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2'",
  "import * as elb from 'aws-cdk-lib/aws-elasticloadbalancing'",
  "import * as s3n from 'aws-cdk-lib/aws-s3-notifications'",
  "import * as sources from 'aws-cdk-lib/aws-lambda-event-sources'",
  "import * as targets from 'aws-cdk-lib/aws-route53-targets'",
  "import * as patterns from 'aws-cdk-lib/aws-ecs-patterns'",
  "import * as opensearch from 'aws-cdk-lib/aws-opensearchservice'; ",
].join('; ');

/** The resource called `id`: by its construct ID and what is below it. */
export function resource(template: Template, id: string): Resource {
  const found = [...template.resources.values()].find((each) => each.id === id || each.id.endsWith(`/${id}`));
  if (!found) throw new Error(`no ${id} among ${[...template.resources.keys()].join(', ')}`);
  return found;
}

/** Fails unless there is a construct of each of these classes. */
export function hasConstructs(template: Template, classNames: readonly string[]): void {
  const found = new Set([...template.resources.values()].map((each) => each.construct?.className));
  assert.deepEqual(
    classNames.filter((name) => !found.has(name)),
    [],
    'missing',
  );
}

/** Puts pieces into `text`, and takes some out, here and there: read with what was known before, it is read as if new. */
export function readsEditsAfresh(
  languageId: string,
  original: string,
  {
    from,
    pieces,
    steps,
  }: { readonly from: number; readonly pieces: readonly string[]; readonly steps: number },
): void {
  const uri = 'file:///edited/Edited';
  let text = original;
  let previous = cdkReader.read({ uri, languageId, text }, undefined);
  for (let step = 0; step < steps; step++) {
    const at = from + ((step * 7919) % (text.length - from));
    const piece = pieces[step % pieces.length] ?? '';
    text =
      step % 3 === 2 ? text.slice(0, at) + text.slice(at + 5) : text.slice(0, at) + piece + text.slice(at);
    const edited = cdkReader.read({ uri, languageId, text }, previous);
    const fresh = cdkReader.read({ uri: 'file:///edited/Fresh', languageId, text }, undefined);
    cdkReader.forget('file:///edited/Fresh');
    assert.deepEqual(
      edited && [...edited.resources.values()],
      fresh && [...fresh.resources.values()],
      `after step ${step}`,
    );
    previous = edited;
  }
  cdkReader.forget(uri);
}

/** A value as short text: `unknown`, `absent`, `→Bucket.Arn`, `a | b`, `{ A: 1, … }` (open), JSON otherwise. */
export function show(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'list':
      return `[${[...value.items.map(show), ...(value.open ? ['…'] : [])].join(', ')}]`;
    case 'map': {
      const entries = value.entries.map((entry) => `${entry.key}: ${show(entry.value)}`);
      return `{ ${[...entries, ...(value.open ? ['…'] : [])].join(', ')} }`;
    }
    case 'choice':
      return value.alternatives.map((each) => `${show(each.value)} (${when(each.when)})`).join(' | ');
    case 'reference':
      return `→${value.target}${value.attribute === undefined ? '' : `.${value.attribute}`}`;
    case 'call':
      return `${value.name}(${value.arguments.map(show).join(', ')})`;
    default:
      return value.kind;
  }
}

/** What is at an offset, in one line. */
export function showPlace(template: Template, offset: number): string {
  const found = template.placeAt(offset);
  if (!found) return 'nothing';
  const { kind, span, resource, type, path, value, cdk } = found;
  return [
    `${kind} '${template.text.slice(span.start, span.end)}'`,
    resource && `of ${resource.name}`,
    type,
    path.join('.'),
    value !== undefined && `= ${value}`,
    cdk && `${cdk.module}.${cdk.className}${cdk.member === undefined ? '' : `.${cdk.member}`}`,
  ]
    .filter(Boolean)
    .join(', ');
}

function when(assumption: { kind: string; name?: string; holds?: boolean; parameter?: string }): string {
  return assumption.kind === 'condition'
    ? `${assumption.holds ? '' : '!'}${assumption.name}`
    : assumption.kind;
}

/** What the constructor of a stack makes, with `head` above the class. */
export function stack(code: string, head = '') {
  return readCdk(
    `${imports}\n${head}\nexport class S extends cdk.Stack { constructor(scope, id, props) {\n${code}\n} }`,
  );
}
