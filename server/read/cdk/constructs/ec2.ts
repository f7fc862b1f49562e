/** Instances, launch templates, volumes and Auto Scaling groups. */
import type { Value } from '../../../model/value.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../library.ts';
import { setBlockDevices } from './blockDevices.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { plain } from './propMapping.ts';
import { connections } from './securityGroup.ts';
import { setUserData, userData } from './userData.ts';

/** `r5.large` of `ec2.InstanceType.of(…)` or `new ec2.InstanceType('r5.large')`. */
function instanceType(value: Value): Value {
  const named = libraryCall(value);
  const [first, second] = named?.call.arguments ?? [];
  if (named?.name === 'InstanceType' && first) return first;
  const unknown: Value = { kind: 'unknown', span: value.span };
  if (named?.name !== 'InstanceType.of' || first?.kind !== 'scalar' || second?.kind !== 'scalar') {
    return value.kind === 'absent' ? value : unknown;
  }
  // Classes by purpose (`STANDARD5`) have values that are not what EC2 calls them.
  const family = String(first.value);
  return /^[a-z]{1,3}\d[a-z-]*$/.test(family)
    ? { kind: 'scalar', span: value.span, value: `${family}.${String(second.value)}` }
    : unknown;
}

function instance(): ConstructDefinition {
  return {
    type: 'AWS::EC2::Instance',
    props: { instanceType: { path: 'InstanceType', read: instanceType } },
    make: (draft) => {
      setBlockDevices(draft, 'BlockDeviceMappings');
      setUserData(draft, 'UserData');
      setName(draft, 'instanceName');
    },
    methods: connections,
  };
}

/** The `Name` tag that some props set; other tags are not known. */
function setName(draft: Draft, prop: string): void {
  const name = draft.prop(prop);
  if (name.kind !== 'scalar') return;
  const tags = draft.value([{ Key: 'Name', Value: name }], name.span);
  draft.set('Tags', tags.kind === 'list' ? { ...tags, open: true } : tags, draft.propEntry(prop)?.keySpan);
}

export const ec2: Definitions = {
  Instance: instance(),
  BastionHostLinux: instance(),
  LaunchTemplate: {
    type: 'AWS::EC2::LaunchTemplate',
    props: { instanceType: { path: 'LaunchTemplateData.InstanceType', read: instanceType } },
    attributes: { versionNumber: 'LatestVersionNumber' },
    make: (draft) => {
      setBlockDevices(draft, 'LaunchTemplateData.BlockDeviceMappings');
      setUserData(draft, 'LaunchTemplateData.UserData');
      const data = draft.get('LaunchTemplateData');
      if (data.kind === 'map') draft.set('LaunchTemplateData', { ...data, open: true });
    },
    methods: connections,
  },
  Volume: {
    type: 'AWS::EC2::Volume',
    props: { snapshotId: plain('SnapshotId') },
    make: (draft) => setName(draft, 'volumeName'),
  },
  'UserData.forLinux': userData,
  'UserData.forWindows': userData,
  'UserData.custom': userData,
};

export const autoscaling: Definitions = {
  AutoScalingGroup: {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    make: (draft) => {
      if (
        draft.prop('launchTemplate').kind !== 'absent' ||
        draft.prop('mixedInstancesPolicy').kind !== 'absent'
      )
        return;
      // Or a launch template with the same devices, by a feature flag.
      const made = draft.make('AWS::AutoScaling::LaunchConfiguration', 'LaunchConfig', {});
      setBlockDevices(made, 'BlockDeviceMappings', draft);
      setUserData(made, 'UserData', draft);
      made.set(
        'InstanceType',
        instanceType(draft.prop('instanceType')),
        draft.propEntry('instanceType')?.keySpan,
      );
    },
    methods: connections,
  },
};
