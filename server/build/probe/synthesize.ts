/** Synthesizes single constructs, without writing or validating anything. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const cdk = require('aws-cdk-lib') as typeof import('aws-cdk-lib');
const recommended = require('aws-cdk-lib/recommended-feature-flags.json') as Readonly<
  Record<string, unknown>
>;

export type Stack = import('aws-cdk-lib').Stack;

/** What a template may depend on besides the code. */
export interface Surroundings {
  /** Feature flags as `cdk init` sets them for a new app; otherwise as an app without any has them. */
  readonly flags: boolean;
  /** Whether the stack has an account and a Region. */
  readonly placed: boolean;
}

export const plainSurroundings: Surroundings = { flags: true, placed: false };
/** Everything else: what a construct does in both it does by itself. */
export const otherSurroundings: Surroundings = { flags: false, placed: true };

export interface Synthesized {
  readonly type: string;
  readonly properties: unknown;
}

/** Resources by the path of their construct: `Probe/Resource`. */
export type Resources = ReadonlyMap<string, Synthesized>;

// Also deprecated props are probed: code uses them.
process.env.JSII_DEPRECATED = 'quiet';
const outdir = mkdtempSync(join(tmpdir(), 'probe-'));
process.on('exit', () => rmSync(outdir, { recursive: true, force: true }));

let current = plainSurroundings;

/** The surroundings that something is made in. */
export function surroundings(): Surroundings {
  return current;
}

/** What `build` makes in a stack; undefined where that throws. */
export function synthesize(
  build: (stack: Stack) => void,
  wanted: Surroundings = plainSurroundings,
): Resources | undefined {
  current = wanted;
  const { flags, placed } = wanted;
  try {
    const app = new cdk.App({
      analyticsReporting: false,
      treeMetadata: false,
      outdir,
      context: flags ? recommended : {},
    });
    const stack = new cdk.Stack(
      app,
      'Stack',
      placed ? { env: { account: '111122223333', region: 'us-east-1' } } : {},
    );
    build(stack);
    const found = new Map<string, Synthesized>();
    for (const node of stack.node.findAll()) {
      if (!(node instanceof cdk.CfnResource)) continue;
      const own = stack.resolve(
        (node as unknown as { _toCloudFormation(): unknown })._toCloudFormation(),
      ) as {
        Resources?: Readonly<Record<string, { Properties?: unknown }>>;
      };
      const [properties] = Object.values(own.Resources ?? {});
      found.set(node.node.path.slice('Stack/'.length), {
        type: node.cfnResourceType,
        properties: named(properties?.Properties ?? {}, stack),
      });
    }
    return found;
  } catch (error) {
    if (process.env.PROBE_LOUD) console.error(error);
    return undefined;
  }
}

/** Properties with construct paths in the place of logical IDs, which depend on too much. */
function named(properties: unknown, stack: Stack): unknown {
  const paths = new Map<string, string>();
  for (const node of stack.node.findAll()) {
    if (node instanceof cdk.CfnElement)
      paths.set(stack.resolve(node.logicalId) as string, node.node.path.slice('Stack/'.length));
  }
  const visit = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(visit);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value as Readonly<Record<string, unknown>>);
    return Object.fromEntries(
      entries.map(([key, each]) => {
        if (key === 'Ref') return [key, paths.get(String(each)) ?? each];
        if (key === 'Fn::GetAtt' && Array.isArray(each))
          return [key, [paths.get(String(each[0])) ?? each[0], each[1]]];
        return [key, visit(each)];
      }),
    );
  };
  return visit(properties);
}
