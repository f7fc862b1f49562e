import { strict as assert } from 'node:assert';
import { imports, loadCdk, readCdk, resource, show } from './support.ts';

/** The property of the construct `id` that a stack with this code makes. */
function property(code: string, id: string, key: string): string {
  const template = readCdk(`${imports}\nclass S extends cdk.Stack { constructor() {\n${code}\n} }`);
  const found = resource(template, id).properties.entries.find((entry) => entry.key === key);
  return found ? show(found.value) : 'none';
}

const task = `
  const task = new ecs.FargateTaskDefinition(this, 'Task');
  const db = task.addContainer('Db', { image: ecs.ContainerImage.fromRegistry('postgres:16') });`;
const volume = `
  const data = new ecs.ServiceManagedVolume(this, 'Data', {
    name: 'data', managedEBSVolume: { size: cdk.Size.gibibytes(500), volumeType: ec2.EbsDeviceVolumeType.ST1 } });`;
const container = (mounts: string) => `[{ Name: "Db", Image: "postgres:16", MountPoints: [${mounts}], … }]`;

describe('ECS tasks in CDK source', () => {
  before(loadCdk);

  for (const [name, code, expected] of [
    ['have the containers added to them', task, container('')],
    [
      'mount volumes',
      `${task} db.addMountPoints({ sourceVolume: 'data', containerPath: '/var/lib/postgresql/data', readOnly: false });`,
      container('{ SourceVolume: "data", ContainerPath: "/var/lib/postgresql/data", ReadOnly: false }'),
    ],
    [
      'mount volumes of a service',
      `${volume} ${task} data.mountIn(db, { containerPath: '/data', readOnly: false });`,
      container('{ SourceVolume: "data", ContainerPath: "/data", ReadOnly: false }'),
    ],
    [
      'may mount volumes',
      `${task} if (props.keep) db.addMountPoints({ sourceVolume: 'data', containerPath: '/data', readOnly: false });`,
      container('…'),
    ],
    [
      'have images that are built, of which nothing is known',
      "const task = new ecs.Ec2TaskDefinition(this, 'Task'); task.addContainer('Web', { image: ecs.ContainerImage.fromAsset('.') });",
      '[{ Name: "Web", Image: unknown, MountPoints: [], … }]',
    ],
  ] as const) {
    it(name, () => assert.equal(property(code, 'Task', 'ContainerDefinitions'), expected));
  }

  it('tell containers apart', () => {
    const code = `${task} task.addContainer('Web', { containerName: 'web', image: ecs.ContainerImage.fromRegistry('nginx') })
      .addMountPoints({ sourceVolume: 'logs', containerPath: '/logs', readOnly: true });`;
    assert.equal(
      property(code, 'Task', 'ContainerDefinitions'),
      '[{ Name: "Db", Image: "postgres:16", MountPoints: [], … }, { Name: "web", Image: "nginx", MountPoints: [{ SourceVolume: "logs", ContainerPath: "/logs", ReadOnly: true }], … }]',
    );
  });

  describe('are run by services with volumes', () => {
    const configured = '[{ Name: "data", ManagedEBSVolume: { SizeInGiB: 500, VolumeType: "st1" } }]';
    for (const [name, code, expected] of [
      ['added', 's.addVolume(data);', configured],
      ['that may be added', 'if (props.keep) s.addVolume(data);', '[…]'],
      ['of another file', 's.addVolume(props.volume);', '[…]'],
      ['or none', '', 'none'],
    ] as const) {
      it(name, () => {
        const service = "const s = new ecs.FargateService(this, 'Service', { taskDefinition: task });";
        assert.equal(
          property(`${volume} ${task} ${service} ${code}`, 'Service', 'VolumeConfigurations'),
          expected,
        );
      });
    }
  });
});
