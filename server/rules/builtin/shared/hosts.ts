/** What uses a volume: the instance it is attached to, the containers that mount it. */
import {
  type Resource,
  referencedResource,
  resourcesOfType,
  type Template,
} from '../../../model/template.ts';
import { get, type Value } from '../../../model/value.ts';
import { givenAt, hasHidden, mapsOf } from '../../claims.ts';
import { instanceTypes, type Volume } from './volumes.ts';

export interface Host {
  readonly resource: Resource;
  /** Its `UserData`, `InstanceType` or `ImageId`. */
  given(property: string): Value;
  /** The device under which this host sees the volume. */
  readonly device: Value;
}

/** The instances, or descriptions of instances, that have the volume as a disk. */
export function hostsOf(volume: Volume, template: Template): readonly Host[] {
  const { resource, deviceName } = volume;
  if (instanceTypes.includes(resource.type)) {
    return [hostAt(resource, deviceName)];
  }
  return resource.type === 'AWS::EC2::Volume' ? attachedTo(resource, template) : [];
}

function attachedTo(volume: Resource, template: Template): Host[] {
  const attachments = resourcesOfType(template, 'AWS::EC2::VolumeAttachment').flatMap((attachment) => {
    if (referencedResource(template, get(attachment.properties, 'VolumeId')) !== volume) return [];
    const instance = referencedResource(template, get(attachment.properties, 'InstanceId'));
    return instance ? [hostAt(instance, get(attachment.properties, 'Device'))] : [];
  });
  const direct = resourcesOfType(template, 'AWS::EC2::Instance').flatMap((instance) =>
    mapsOf(template, get(instance.properties, 'Volumes')).flatMap(({ value }) =>
      referencedResource(template, get(value, 'VolumeId')) === volume
        ? [hostAt(instance, get(value, 'Device'))]
        : [],
    ),
  );
  return [...attachments, ...direct];
}

/** Whether the volume may be used by something that cannot be told. */
export function mayHaveOtherUsers({ resource, volumeName }: Volume, template: Template): boolean {
  if (resource.type === 'AWS::ECS::Service') {
    return hasHidden(template, volumeName) || hasHiddenContainers(resource, template);
  }
  if (resource.type !== 'AWS::EC2::Volume') return false;
  const attachments = resourcesOfType(template, 'AWS::EC2::VolumeAttachment').some((attachment) => {
    const volume = givenAt(attachment, 'VolumeId');
    if (hasHidden(template, volume)) return true;
    return (
      referencedResource(template, volume) === resource &&
      hasHidden(template, givenAt(attachment, 'InstanceId'))
    );
  });
  return (
    attachments ||
    resourcesOfType(template, 'AWS::EC2::Instance').some((each) =>
      hasHidden(template, givenAt(each, 'Volumes')),
    )
  );
}

function hasHiddenContainers(service: Resource, template: Template): boolean {
  const task = givenAt(service, 'TaskDefinition');
  const resource = referencedResource(template, task);
  if (!resource) return hasHidden(template, task);
  const containers = givenAt(resource, 'ContainerDefinitions');
  if (containers.kind !== 'list') return hasHidden(template, containers);
  return containers.open || containers.items.some((each) => hasHidden(template, get(each, 'MountPoints')));
}

function hostAt(resource: Resource, device: Value): Host {
  const prefix = resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.' : '';
  return { resource, device, given: (property) => givenAt(resource, prefix + property) };
}

export interface Container {
  readonly task: Resource;
  readonly image: Value;
  /** Where it sees the volume. */
  readonly path: Value;
}

/** The containers of an ECS service's task that mount the volume. */
export function containersOf(volume: Volume, template: Template): readonly Container[] {
  const { resource, volumeName } = volume;
  if (resource.type !== 'AWS::ECS::Service' || volumeName.kind !== 'scalar') return [];
  const task = referencedResource(template, get(resource.properties, 'TaskDefinition'));
  if (!task) return [];
  return mapsOf(template, get(task.properties, 'ContainerDefinitions')).flatMap((container) =>
    mapsOf(template, get(container.value, 'MountPoints')).flatMap((mountPoint) => {
      const source = get(mountPoint.value, 'SourceVolume');
      return source.kind === 'scalar' && source.value === volumeName.value
        ? [{ task, image: get(container.value, 'Image'), path: get(mountPoint.value, 'ContainerPath') }]
        : [];
    }),
  );
}
