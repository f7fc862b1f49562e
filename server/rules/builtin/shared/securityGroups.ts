/** Security groups of instances, as far as a template shows all of them. */
import {
  type Resource,
  referencedResource,
  resourcesOfType,
  type Template,
} from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import { usersOf } from '../../references.ts';
import { type IngressRule, ingressRules } from './ingress.ts';

/** Where an instance or a launch template names its groups, beside its network interfaces. */
const lists = ['SecurityGroupIds', 'SecurityGroups'];

/**
 * The groups that `settings`, of an instance or a launch template, attach; undefined where one of them is not
 * in the template or cannot be told.
 */
export function attachedGroups(settings: Value, template: Template): readonly Resource[] | undefined {
  const named = lists.map((list) => get(settings, list));
  const interfaces = get(settings, 'NetworkInterfaces');
  if (interfaces.kind === 'list') {
    if (interfaces.open) return undefined;
    for (const item of interfaces.items) named.push(get(item, 'GroupSet'), get(item, 'Groups'));
    // Who brings a network interface brings its groups.
    if (interfaces.items.some((item) => get(item, 'NetworkInterfaceId').kind !== 'absent')) return undefined;
  } else if (interfaces.kind !== 'absent') {
    return undefined;
  }
  const groups: Resource[] = [];
  for (const list of named) {
    if (list.kind === 'absent') continue;
    if (list.kind !== 'list' || list.open) return undefined;
    for (const item of list.items) {
      const group = referencedResource(template, item);
      if (group?.type !== 'AWS::EC2::SecurityGroup') return undefined;
      groups.push(group);
    }
  }
  return groups;
}

/** All ingress rules of `group`; undefined where there may be more. */
export function rulesOf(group: Resource, template: Template): readonly IngressRule[] | undefined {
  const own = get(group.properties, 'SecurityGroupIngress');
  const isWhole = own.kind === 'list' && !own.open && own.items.every(({ kind }) => kind === 'map');
  if (own.kind !== 'absent' && !isWhole) return undefined;
  // A nested stack that gets the group may add rules to it.
  if (usersOf(template, group, 'AWS::CloudFormation::Stack').length > 0) return undefined;
  const rules = [...ingressRules(group, template)];
  for (const rule of resourcesOfType(template, 'AWS::EC2::SecurityGroupIngress')) {
    const id = get(rule.properties, 'GroupId');
    const target = referencedResource(
      template,
      id.kind === 'absent' ? get(rule.properties, 'GroupName') : id,
    );
    if (!target) return undefined;
    if (target === group) rules.push(...ingressRules(rule, template));
  }
  return rules;
}
