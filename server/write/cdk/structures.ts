/** The classes of structures, for languages that write them with their names. */

/** The classes of the props that quick fixes write into. */
const structures: Readonly<Record<string, string>> = {
  accessLoggingPolicy: 'CfnLoadBalancer.AccessLoggingPolicyProperty',
  deadLetterQueue: 'DeadLetterQueue',
  deployOptions: 'StageOptions',
  throttle: 'ThrottleSettings',
  workGroupConfiguration: 'CfnWorkGroup.WorkGroupConfigurationProperty',
};

/** The class of what is given to a prop. */
export function structureOf(prop: string): string | undefined {
  return Object.hasOwn(structures, prop) ? structures[prop] : undefined;
}
