/** Services and tasks of Amazon ECS, with the EBS volumes that their containers mount. */
import { get, type Value } from '../../../model/value.ts';
import { type Draft, idOf, type Passed } from '../draft.ts';
import { libraryCall } from '../library.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { plain } from './propMapping.ts';

/** `postgres:16` of `ecs.ContainerImage.fromRegistry('postgres:16')`. */
function imageName(task: Draft, image: Value): Value {
  const named = libraryCall(image);
  const [first] = named?.call.arguments ?? [];
  return named?.name === 'ContainerImage.fromRegistry' && first ? first : task.unknown(image.span);
}

function addContainer(task: Draft, call: Passed): void {
  const [, options] = call.values;
  const name = options ? get(options, 'containerName') : task.unknown();
  task.make(
    '',
    idOf(call, 'Container'),
    {
      Name: name.kind === 'absent' ? call.values[0] : name,
      Image: options ? imageName(task, get(options, 'image')) : undefined,
      MountPoints: [],
    },
    call.methodSpan,
  );
  setContainers(task);
}

/** Writes the containers, which are parts of their own for as long as calls change them. */
function setContainers(task: Draft): void {
  task.set('ContainerDefinitions', {
    kind: 'list',
    span: task.typeSpan,
    items: task.parts().map((container) => container.properties),
    open: false,
  });
}

/** Mounts what `mountPoint` says in a container of `task`. */
function mount(
  task: Draft,
  container: Draft | undefined,
  mountPoint: Value,
  source: Value,
  sure: boolean,
): void {
  const point = task.value(
    {
      SourceVolume: source,
      ContainerPath: get(mountPoint, 'containerPath'),
      ReadOnly: get(mountPoint, 'readOnly'),
    },
    mountPoint.span,
  );
  container?.append('MountPoints', point, sure);
  setContainers(task);
}

const taskDefinition: ConstructDefinition = {
  type: 'AWS::ECS::TaskDefinition',
  attributes: { 'addContainer()': '/{id}' },
  make: (task) => {
    task.setData('ContainerDefinitions', []);
    // Volumes may be mounted in them wherever those are made.
    for (const call of task.calls()) if (call.path === 'addContainer') addContainer(task, task.passed(call));
  },
  methods: {
    addVolume: (task, call) => {
      const [volume] = call.values;
      const name = volume ? get(volume, 'name') : task.unknown(call.methodSpan);
      task.append('Volumes', task.value({ Name: name }, call.methodSpan), call.sure);
    },
    'addContainer().addMountPoints': (task, call) => {
      for (const point of call.values)
        mount(task, task.find(call.receiver), point, get(point, 'sourceVolume'), call.sure);
    },
  },
};

const volumeProps: Readonly<Record<string, string>> = {
  volumeType: 'VolumeType',
  size: 'SizeInGiB',
  iops: 'Iops',
  throughput: 'Throughput',
  snapShotId: 'SnapshotId',
};

/** The configuration of a `ServiceManagedVolume` from its props. */
function volumeConfiguration(service: Draft, props: Value): Value {
  const settings = get(props, 'managedEBSVolume');
  const entries =
    settings.kind === 'map'
      ? settings.entries.flatMap((entry) => {
          const key = volumeProps[entry.key];
          return key && entry.value.kind !== 'absent' ? [{ ...entry, key }] : [];
        })
      : [];
  const open = settings.kind !== 'map' || settings.open;
  const managed: Value = { kind: 'map', span: settings.span, entries, open };
  return service.value({ Name: get(props, 'name'), ManagedEBSVolume: managed }, settings.span);
}

function addVolume(service: Draft, volume: Value | undefined, sure: boolean): void {
  const instance = volume && service.instanceOf(volume);
  const known = instance?.className === 'ServiceManagedVolume';
  const item = known ? volumeConfiguration(service, service.propsOf(instance)) : service.unknown();
  service.append('VolumeConfigurations', item, sure && known);
}

const service: ConstructDefinition = {
  type: 'AWS::ECS::Service',
  props: { taskDefinition: plain('TaskDefinition') },
  make: (draft) => {
    const volumes = draft.prop('volumeConfigurations');
    if (volumes.kind === 'list') for (const volume of volumes.items) addVolume(draft, volume, !volumes.open);
    else if (volumes.kind !== 'absent') addVolume(draft, undefined, false);
  },
  methods: { addVolume: (draft, call) => addVolume(draft, call.values[0], call.sure) },
};

/** A volume that Amazon ECS makes for each task; it is part of the services that it is added to. */
const managedVolume: ConstructDefinition = {
  type: '',
  methods: {
    mountIn: (volume, call) => {
      const container = volume.find(call.values[0]);
      const task = container?.whole();
      if (!task) return;
      const { values } = call.from(task);
      const source = get(task.propsOf(volume.instance), 'name');
      mount(task, container, values[1] ?? task.unknown(), source, call.sure);
    },
  },
};

export const ecs: Definitions = {
  TaskDefinition: taskDefinition,
  FargateTaskDefinition: taskDefinition,
  Ec2TaskDefinition: taskDefinition,
  ExternalTaskDefinition: taskDefinition,
  FargateService: service,
  Ec2Service: service,
  ExternalService: service,
  ServiceManagedVolume: managedVolume,
};
