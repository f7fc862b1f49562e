/** Rules of security groups that let traffic in, wherever a template states them. */
import { possibilities } from '../../../model/possible.ts';
import type { Resource, Template } from '../../../model/template.ts';
import { get, type MapValue, type Value } from '../../../model/value.ts';
import { allOf, always, breaksWhen, mapsOf, type When } from '../../claims.ts';

export interface IngressRule {
  /** The map that has `IpProtocol`, `FromPort`, `CidrIp` … */
  readonly properties: MapValue;
  readonly when: When;
}

export const ingressTypes = ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'];

/** The ingress rules that `resource`, one of `ingressTypes`, states. */
export function ingressRules(resource: Resource, template: Template): readonly IngressRule[] {
  if (resource.type === 'AWS::EC2::SecurityGroupIngress') {
    return [{ properties: resource.properties, when: always }];
  }
  return mapsOf(template, get(resource.properties, 'SecurityGroupIngress')).map(({ value, when }) => ({
    properties: value,
    when,
  }));
}

/** When the rule lets TCP traffic to `port` in, from wherever. */
export function allowsTcpPort(template: Template, rule: IngressRule, port: number): When | undefined {
  const protocol = get(rule.properties, 'IpProtocol');
  const everything = breaksWhen(template, protocol, (value) => isText(value, '-1'));
  if (everything) return allOf(rule.when, everything);
  return allOf(
    rule.when,
    breaksWhen(template, protocol, (value) => isText(value, 'tcp', '6')),
    breaksWhen(template, get(rule.properties, 'FromPort'), (value) => compare(value, (from) => from <= port)),
    breaksWhen(template, get(rule.properties, 'ToPort'), (value) => compare(value, (to) => to >= port)),
  );
}

/** Whether the rule may let TCP traffic to `port` in: whatever cannot be told, it may. */
export function mayAllowTcpPort(template: Template, { properties }: IngressRule, port: number): boolean {
  const may = (property: string, holds: (value: Value) => boolean | undefined) =>
    possibilities(template, get(properties, property)).some((each) => holds(each.value) !== false);
  // A rule for TCP without ports is for all of them.
  return (
    may('IpProtocol', (value) => isText(value, '-1', 'tcp', '6')) &&
    (may('IpProtocol', (value) => isText(value, '-1')) ||
      (may('FromPort', (value) => compare(value, (from) => from <= port)) &&
        may('ToPort', (value) => compare(value, (to) => to >= port))))
  );
}

function isText(value: Value, ...texts: readonly string[]): boolean | undefined {
  return value.kind === 'scalar' ? texts.includes(String(value.value).toLowerCase()) : undefined;
}

function compare(value: Value, holds: (port: number) => boolean): boolean | undefined {
  if (value.kind !== 'scalar') return undefined;
  const port = Number(value.value);
  return Number.isInteger(port) && port >= 0 ? holds(port) : undefined;
}
