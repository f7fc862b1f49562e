/** EBS volumes, wherever a template describes them. */
import type { Resource, Template } from '../../../model/template.ts';
import { get, getPath, type MapValue, type Value } from '../../../model/value.ts';
import { allOf, always, breaksWhen, mapsOf, type When } from '../../claims.ts';

export interface Volume {
  /** The resource that describes it. */
  readonly resource: Resource;
  /** The map that has `VolumeType`. */
  readonly properties: MapValue;
  readonly type: Value;
  /** In GiB. */
  readonly size: Value;
  readonly iops: Value;
  /** `/dev/xvda`; absent for a volume of its own. */
  readonly deviceName: Value;
  /** The name by which an ECS task definition mounts it. */
  readonly volumeName: Value;
  readonly when: When;
}

/** Paths to lists of block device mappings; `[]` stands for every item of a list. */
const mappings: Readonly<Record<string, string>> = {
  'AWS::EC2::Instance': 'BlockDeviceMappings',
  'AWS::EC2::LaunchTemplate': 'LaunchTemplateData.BlockDeviceMappings',
  'AWS::AutoScaling::LaunchConfiguration': 'BlockDeviceMappings',
  'AWS::EC2::SpotFleet': 'SpotFleetRequestConfigData.LaunchSpecifications[].BlockDeviceMappings',
  'AWS::EC2::EC2Fleet': 'LaunchTemplateConfigs[].Overrides[].BlockDeviceMappings',
  'AWS::ImageBuilder::ImageRecipe': 'BlockDeviceMappings',
  'AWS::ImageBuilder::ContainerRecipe': 'InstanceConfiguration.BlockDeviceMappings',
};

/** The resource types that describe disks of EC2 instances. */
export const instanceTypes = Object.keys(mappings);

/** All resource types that describe EBS volumes. */
export const volumeTypes = ['AWS::EC2::Volume', 'AWS::ECS::Service', ...instanceTypes];

/** The volumes that `resource`, one of `volumeTypes`, describes. */
export function volumesOf(resource: Resource, template: Template): readonly Volume[] {
  const { properties } = resource;
  if (resource.type === 'AWS::EC2::Volume') {
    return [volume(resource, properties, 'Size', undefined, always)];
  }
  if (resource.type === 'AWS::ECS::Service') {
    return mapsOf(template, get(properties, 'VolumeConfigurations')).flatMap(({ value, when }) => {
      const managed = get(value, 'ManagedEBSVolume');
      return managed.kind === 'map' ? [volume(resource, managed, 'SizeInGiB', value, when)] : [];
    });
  }
  return below(template, properties, (mappings[resource.type] ?? '').split('[].')).flatMap(
    ({ value, when }) => {
      const ebs = get(value, 'Ebs');
      return ebs.kind === 'map' ? [volume(resource, ebs, 'VolumeSize', value, when)] : [];
    },
  );
}

/** The maps at the path of `parts` below `value`: every part but the last leads to a list whose items are followed. */
export function below(
  template: Template,
  value: Value,
  [path = '', ...rest]: readonly string[],
): readonly { value: MapValue; when: When }[] {
  const items = mapsOf(template, getPath(value, path));
  if (rest.length === 0) return items;
  return items.flatMap((item) =>
    below(template, item.value, rest).flatMap((inner) => {
      const when = allOf(item.when, inner.when);
      return when ? [{ value: inner.value, when }] : [];
    }),
  );
}

function volume(
  resource: Resource,
  properties: MapValue,
  sizeProperty: string,
  holder: MapValue | undefined,
  when: When,
): Volume {
  return {
    resource,
    properties,
    type: get(properties, 'VolumeType'),
    size: get(properties, sizeProperty),
    iops: get(properties, 'Iops'),
    deviceName: holder ? get(holder, 'DeviceName') : { kind: 'absent', span: properties.span },
    volumeName: holder ? get(holder, 'Name') : { kind: 'absent', span: properties.span },
    when,
  };
}

/** The types on rotating disks: current ones, and the magnetic volumes of the previous generation. */
export const hddTypes: readonly string[] = ['st1', 'sc1', 'standard'];

export interface Hdd {
  /** `st1`, `sc1` or `standard`. */
  readonly type: string;
  readonly when: When;
}

/** What HDD type the volume has; undefined for SSD, and where it cannot be told. */
export function hddOf(template: Template, { type, when }: Volume): Hdd | undefined {
  for (const name of hddTypes) {
    const isType = breaksWhen(template, type, (value) => {
      if (value.kind === 'absent') return false;
      return value.kind === 'scalar' ? String(value.value).toLowerCase() === name : undefined;
    });
    const together = allOf(when, isType);
    if (together) return { type: name, when: together };
  }
  return undefined;
}
