/** DNS records and health checks. */
import { get, type Value } from '../../../model/value.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../library.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { plain } from './propMapping.ts';

function record(type: string | undefined): ConstructDefinition {
  return {
    type: 'AWS::Route53::RecordSet',
    // CDK completes names that do not end with a dot with that of the zone.
    props: { recordName: plain('Name') },
    defaults: { Name: undefined, SetIdentifier: undefined, TTL: undefined },
    make: (draft) => {
      if (type) draft.setData('Type', type);
      // CDK turns a geo location into one property or the other.
      if (draft.prop('geoLocation').kind === 'absent') draft.setData('GeoLocation', undefined);
      target(draft);
    },
  };
}

function target(draft: Draft): void {
  const entry = draft.propEntry('target');
  if (!entry) {
    // Records other than A and AAAA have values of their own and are never an alias.
    const known = draft.props.kind === 'map' && !draft.props.open;
    draft.set('AliasTarget', known ? draft.value(undefined) : draft.unknown());
    return;
  }
  const named = libraryCall(entry.value);
  if (named?.name === 'RecordTarget.fromAlias') {
    const alias = named.call.arguments[0];
    const made = alias && libraryCall(alias);
    const options = made?.call.arguments.find((each) => each.kind === 'map');
    const evaluate: Value = !made
      ? draft.unknown(entry.value.span)
      : options
        ? get(options, 'evaluateTargetHealth')
        : draft.value(undefined, entry.value.span);
    // Only some targets take the option; of the others it is not known what they set.
    const takes = made !== undefined && /LoadBalancer|ApiGateway|S3|Record/.test(made.name);
    const target = draft.value(
      { EvaluateTargetHealth: takes || options ? evaluate : draft.unknown(entry.value.span) },
      entry.value.span,
    );
    draft.set('AliasTarget', target.kind === 'map' ? { ...target, open: true } : target, entry.keySpan);
    draft.setData('ResourceRecords', undefined);
  } else if (named && /^RecordTarget\.from(?:IpAddresses|Values)$/.test(named.name)) {
    const items = named.call.arguments;
    draft.set('ResourceRecords', { kind: 'list', span: entry.value.span, items, open: false }, entry.keySpan);
    draft.setData('AliasTarget', undefined);
  } else {
    draft.set('AliasTarget', draft.unknown(entry.value.span), entry.keySpan);
    draft.set('ResourceRecords', draft.unknown(entry.value.span), entry.keySpan);
  }
}

export const route53: Definitions = {
  RecordSet: record(undefined),
  ARecord: record('A'),
  AaaaRecord: record('AAAA'),
  CnameRecord: record('CNAME'),
};
