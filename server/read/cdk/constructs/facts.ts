/** What is known of a class of aws-cdk-lib before any of its resources is made. */
import type { PropMapping } from './propMapping.ts';

export interface ConstructFacts {
  /** Type of the main resource; empty for a helper such as `UserData` that makes none. */
  readonly type: string;
  /**
   * The property each prop (a dotted path) sets, or several. Where none of the props of a property is given, the
   * property is absent; properties not named here are unknown.
   */
  readonly props?: Readonly<Record<string, PropMapping | readonly PropMapping[]>>;
  /** What CDK sets where the prop is not given; `undefined` where that depends on feature flags or the stack. */
  readonly defaults?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Properties that a prop, or a method (`addCorsRule()`), changes in a way that is not known; `*` for any. */
  readonly touches?: Readonly<Record<string, readonly string[]>> | undefined;
  /** Two props, and the properties that they set together in another way than each alone. */
  readonly clashes?: readonly (readonly string[])[] | undefined;
  /**
   * What members give: an attribute of the resource, `''` for its `Ref`, `/Stage` for a resource made with it,
   * `/{id}` for what is made under the ID that a call is given.
   */
  readonly attributes?: Readonly<Record<string, string>>;
  /**
   * Whether other code that has the construct may take back, by a method, what a rule would report: a load
   * balancer gets access logs. Not set where methods only add, or rules look at props alone.
   */
  readonly changeable?: true;
}
