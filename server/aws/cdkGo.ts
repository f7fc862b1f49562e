/** How Go calls what aws-cdk-lib has. */
import json from './data/cdkGo.json' with { type: 'json' };

/** The generated data; `server/build/cdkGo.ts` writes it. */
export interface CdkGoData {
  readonly version: string;
  /** Modules whose package does not tell them: `awsecspatterns` → `aws-ecs-patterns`. */
  readonly modules: Readonly<Record<string, string>>;
  /** Methods that may be called without arguments. */
  readonly methods: readonly string[];
}

const data: CdkGoData = json;
const methods: ReadonlySet<string> = new Set(data.methods);

/** The module of a package in `github.com/aws/aws-cdk-go/awscdk/v2`: `awsec2` → `aws-ec2`. */
export function moduleOfPackage(name: string, known = data.modules): string {
  return (Object.hasOwn(known, name) ? known[name] : undefined) ?? name.replace(/^aws/, 'aws-');
}

/** The package of a module: `aws-ec2` → `awsec2`. */
export function packageOfModule(module: string): string {
  return module.replaceAll('-', '');
}

/** `MaxAzs` → `maxAzs`: Go begins the names of what others may use with a capital letter. */
export function withSmallLetter(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** `maxAzs` → `MaxAzs` */
export function withCapitalLetter(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/**
 * Whether a call without arguments may call a method of this name. All others read a property, which in Go is
 * written as a call.
 */
export function isMethodWithoutArguments(name: string): boolean {
  return methods.has(name);
}
