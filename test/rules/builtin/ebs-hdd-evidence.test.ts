/**
 * What an HDD volume is for: pairs of templates that differ in the one thing that decides. Each table row says
 * what `ebs/hdd-random-io` and `ebs/hdd-volume` make of it, as `rule severity`, or `nothing`.
 */
import assert from 'node:assert/strict';
import { findingsIn } from '../findings.ts';

const warning = 'ebs/hdd-random-io warning';
const information = 'ebs/hdd-random-io information';
const mixed = 'ebs/hdd-random-io hint';
const hint = 'ebs/hdd-volume hint';
const magnetic = 'ebs/magnetic-previous-generation information';
const nothing = 'nothing';

async function verdict(resources: string): Promise<string> {
  const findings = await findingsIn(`Resources:\n${resources}`);
  const ebs = findings.filter(({ rule }) => rule.id.startsWith('ebs/'));
  return ebs.map(({ rule, severity }) => `${rule.id} ${severity}`).join(', ') || nothing;
}

/** A volume of its own. */
function volume(id: string, lines: readonly string[] = [], type = 'st1'): string {
  return [
    `  ${id}:`,
    '    Type: AWS::EC2::Volume',
    '    Properties:',
    '      AvailabilityZone: ap-northeast-1a',
    '      Size: 500',
    `      VolumeType: ${type}`,
    ...lines.map((line) => `      ${line}`),
    '',
  ].join('\n');
}

function tag(key: string, value: string): string[] {
  return ['Tags:', `  - { Key: ${key}, Value: "${value}" }`];
}

/** A volume `Disk` that is attached to the instance `Host` as /dev/sdf. */
function attached(host: {
  script?: string;
  type?: string;
  name?: string;
  image?: string;
  init?: string;
}): string {
  const { script, type = 'm6i.large', name = 'Host', image = 'ami-0123456789', init } = host;
  const userData = script
    ? ['      UserData:', '        Fn::Base64: |', ...script.split('\n').map((line) => `          ${line}`)]
    : [];
  const metadata = init
    ? [
        '    Metadata:',
        '      AWS::CloudFormation::Init:',
        ...init.split('\n').map((line) => `        ${line}`),
      ]
    : [];
  return [
    volume('Disk'),
    `  ${name}:`,
    '    Type: AWS::EC2::Instance',
    ...metadata,
    '    Properties:',
    `      ImageId: "${image}"`,
    `      InstanceType: ${type}`,
    ...userData,
    '  Attach:',
    '    Type: AWS::EC2::VolumeAttachment',
    `    Properties: { VolumeId: !Ref Disk, InstanceId: !Ref ${name}, Device: /dev/sdf }`,
    '',
  ].join('\n');
}

/** An ECS service with a managed volume `storage` that its task mounts. */
function service(image: string, path: string, volumeName = 'storage'): string {
  return [
    '  Service:',
    '    Type: AWS::ECS::Service',
    '    Properties:',
    '      TaskDefinition: !Ref Task',
    '      VolumeConfigurations:',
    `        - Name: ${volumeName}`,
    '          ManagedEBSVolume: { RoleArn: role, SizeInGiB: 500, VolumeType: st1 }',
    '  Task:',
    '    Type: AWS::ECS::TaskDefinition',
    '    Properties:',
    '      ContainerDefinitions:',
    '        - Name: main',
    `          Image: ${image}`,
    `          MountPoints: [{ SourceVolume: ${volumeName}, ContainerPath: ${path} }]`,
    '        - Name: sidecar',
    '          Image: redis:7',
    '',
  ].join('\n');
}

/** An instance with a second disk on an HDD, next to what `more` adds. */
function instance(script: string, more: readonly string[] = []): string {
  return [
    '  Server:',
    '    Type: AWS::EC2::Instance',
    '    Properties:',
    '      UserData:',
    '        Fn::Base64: !Sub |',
    ...script.split('\n').map((line) => `          ${line}`),
    '      BlockDeviceMappings:',
    '        - DeviceName: /dev/sdf',
    '          Ebs: { VolumeSize: 500, VolumeType: st1 }',
    ...more.map((line) => `        ${line}`),
    '',
  ].join('\n');
}

type Row = readonly [what: string, resources: string, expected: string];

function table(title: string, rows: readonly Row[]): void {
  describe(title, () => {
    for (const [what, resources, expected] of rows) {
      it(`${what}: ${expected}`, async () => assert.equal(await verdict(resources), expected));
    }
  });
}

table('an HDD volume by its name', [
  ['says nothing', volume('Disk'), hint],
  ['an SSD', volume('DbDisk', [], 'gp3'), nothing],
  ['written in capitals', volume('Disk', [], 'ST1'), hint],
  ['cold HDD', volume('Disk', [], 'sc1'), hint],
  ['magnetic', volume('Disk', [], 'standard'), magnetic],
  ['db', volume('DbVolume'), information],
  ['db, but as part of a word', volume('DbtVolume'), hint],
  ['db at the end of a word', volume('Thumbdb'), hint],
  ['db with a number', volume('Db2Volume'), information],
  ['database in two words', volume('CustomerDataBaseDisk'), information],
  ['database log', volume('DatabaseLogVolume'), nothing],
  ['transaction log', volume('TransactionLogs'), nothing],
  ['log', volume('LogVolume'), nothing],
  ['catalogue', volume('CatalogDisk'), hint],
  ['backup of a database', volume('OracleBackupVolume'), nothing],
  ['big data', volume('BigDataDisk'), nothing],
  ['data lake', volume('DataLakeDisk'), nothing],
  ['Kafka', volume('KafkaBroker1Data'), nothing],
  ['Hadoop', volume('HdfsDataNode'), nothing],
  ['data warehouse', volume('DwhStaging'), nothing],
  ['video', volume('VideoIngest'), nothing],
  ['boot', volume('BootDisk'), information],
  ['desktops', volume('VdiPool'), information],
]);

table('an HDD volume by its tags', [
  ['a database in the Name tag', volume('Disk', tag('Name', 'orders-postgres-data')), information],
  ['an archive in the Name tag', volume('Disk', tag('Name', 'orders-archive')), nothing],
  ['two places say database', volume('OltpDisk', tag('Name', 'orders-mysql')), warning],
  ['one says database, one says backup', volume('MysqlDisk', tag('Name', 'nightly-backup')), nothing],
  ['a role', volume('Disk', tag('Role', 'sql')), information],
  ['a team that has a database in its name', volume('Disk', tag('Owner', 'database-team')), hint],
  ['declared random', volume('Disk', tag('io-pattern', 'random')), warning],
  ['declared sequential', volume('DbDisk', tag('io-pattern', 'sequential')), nothing],
  ['declared OLTP', volume('LogDisk', tag('Workload', 'OLTP')), warning],
  ['declared as something else', volume('Disk', tag('Workload', 'web')), hint],
  [
    'a computed name',
    volume('Disk', ['Tags:', '  - { Key: Name, Value: !Join ["-", [!Ref Stage, postgres]] }']),
    information,
  ],
]);

table('an HDD volume with a Japanese name', [
  ['データベース', volume('Disk', tag('Name', '顧客データベース用ディスク')), information],
  ['データベースのバックアップ', volume('Disk', tag('Name', 'データベースのバックアップ')), nothing],
  ['トランザクション', volume('Disk', tag('Name', 'トランザクション処理')), information],
  ['アクセスログ', volume('Disk', tag('Name', 'アクセスログ保管')), nothing],
  ['半角のログ', volume('Disk', tag('Name', 'ﾛｸﾞ保管')), nothing],
  ['カタログ is no log', volume('Disk', tag('Name', '商品カタログ')), hint],
  ['分析基盤', volume('Disk', tag('Name', '分析基盤')), nothing],
  ['動画', volume('Disk', tag('Name', '動画配信')), nothing],
  ['業務 DB', volume('Disk', tag('Name', '業務DB')), information],
]);

table('an HDD volume attached to an instance', [
  ['that says nothing', attached({}), hint],
  ['that installs PostgreSQL', attached({ script: 'dnf install -y postgresql15-server' }), warning],
  ['that installs the client only', attached({ script: 'dnf install -y postgresql15' }), hint],
  [
    'that installs PostgreSQL on Ubuntu',
    attached({ script: 'apt-get update && apt-get install -y postgresql' }),
    warning,
  ],
  [
    'that installs MySQL by version',
    attached({ script: 'yum -y install mysql-community-server-8.0.36' }),
    warning,
  ],
  ['that installs a web server', attached({ script: 'dnf install -y nginx git' }), hint],
  ['that installs it in a comment', attached({ script: '# dnf install -y mysql-server' }), hint],
  ['that starts MySQL', attached({ script: 'systemctl enable --now mysqld' }), warning],
  ['that starts nginx', attached({ script: 'systemctl enable --now nginx' }), hint],
  ['that runs PostgreSQL in Docker', attached({ script: 'docker run -d -p 5432:5432 postgres:16' }), warning],
  ['that installs Kafka', attached({ script: 'yum install -y confluent-kafka' }), nothing],
  ['that installs Fluentd', attached({ script: 'apt-get install -y td-agent' }), nothing],
  ['with a database and a log collector', attached({ script: 'yum install -y mysql-server rsyslog' }), mixed],
  ['that mounts it for MySQL', attached({ script: 'mount -o noatime /dev/sdf /var/lib/mysql' }), warning],
  [
    'that mounts it under its other name',
    attached({ script: 'mount /dev/xvdf /var/lib/pgsql/data' }),
    warning,
  ],
  [
    'that mounts another disk for MySQL',
    attached({ script: 'yum install -y mysql-server\nmount /dev/xvdg /var/lib/mysql' }),
    hint,
  ],
  [
    'that mounts it for backups of a database',
    attached({ script: 'yum install -y mysql-server\nmount /dev/sdf /backup' }),
    nothing,
  ],
  [
    'that mounts it in fstab',
    attached({ script: 'echo "/dev/sdf /data/db xfs defaults 0 0" >> /etc/fstab' }),
    warning,
  ],
  ['of a memory family', attached({ type: 'r6i.xlarge' }), information],
  ['of a memory family called database', attached({ type: 'r6i.xlarge', name: 'DatabaseServer' }), warning],
  ['of a dense storage family', attached({ type: 'd3.xlarge', name: 'DatabaseServer' }), nothing],
  ['called log server', attached({ name: 'LogServer' }), nothing],
  [
    'with SQL Server in its image',
    attached({
      image:
        '{{resolve:ssm:/aws/service/ami-windows-latest/Windows_Server-2022-English-Full-SQL_2022_Standard}}',
    }),
    information,
  ],
  [
    'whose cfn-init installs MariaDB',
    attached({ init: 'config:\n  packages:\n    yum:\n      mariadb-server: []' }),
    warning,
  ],
  [
    'whose cfn-init starts nginx',
    attached({ init: 'config:\n  services:\n    systemd:\n      nginx: { enabled: true }' }),
    hint,
  ],
]);

table('an HDD disk of an instance', [
  ['that installs a database', instance('yum install -y mariadb-server'), warning],
  [
    'that installs a database and has an SSD for data',
    instance('yum install -y mariadb-server', [
      '- DeviceName: /dev/sdg',
      '  Ebs: { VolumeSize: 100, VolumeType: gp3 }',
    ]),
    information,
  ],
  [
    'that installs a database and has an SSD to boot from',
    instance('yum install -y mariadb-server', [
      '- DeviceName: /dev/xvda',
      '  Ebs: { VolumeSize: 30, VolumeType: gp3 }',
    ]),
    warning,
  ],
]);

table('an HDD volume of an ECS service', [
  ['PostgreSQL', service('postgres:16', '/data'), warning],
  ['PostgreSQL from a registry', service('public.ecr.aws/docker/library/postgres:16', '/data'), warning],
  ['SQL Server', service('mcr.microsoft.com/mssql/server:2022-latest', '/data'), warning],
  ['an exporter for PostgreSQL', service('quay.io/prometheuscommunity/postgres-exporter', '/data'), hint],
  ['an own image at a database path', service('example.com/app:1', '/var/lib/postgresql/data'), warning],
  ['an own image', service('example.com/app:1', '/data'), hint],
  ['Kafka', service('apache/kafka:3.8.0', '/data'), nothing],
  ['a log collector', service('fluent/fluentd:v1.17', '/data'), nothing],
  ['an own image at a log path', service('example.com/app:1', '/var/log/app'), nothing],
  ['an own volume called database', service('example.com/app:1', '/data', 'database'), information],
]);

describe('an HDD volume of which something is hidden', () => {
  it('says nothing where the boot script is unknown', async () => {
    const script = attached({ type: 'r6i.xlarge', name: 'DatabaseServer' }).replace(
      '    Type: AWS::EC2::Instance\n    Properties:\n',
      '    Type: AWS::EC2::Instance\n    Properties:\n      UserData: !Unheard of\n',
    );
    assert.equal(await verdict(script), nothing);
  });

  it('says nothing where the type is a parameter without default', async () => {
    const text = `Parameters:\n  Kind: { Type: String }\nResources:\n${volume('DbDisk', [], '!Ref Kind')}`;
    assert.deepEqual(await findingsIn(text), []);
  });

  it('is graded lower where the type is the default of a parameter', async () => {
    const text = `Parameters:\n  Kind: { Type: String, Default: st1 }\nResources:\n${volume('Disk', tag('io-pattern', 'random'), '!Ref Kind')}`;
    const [finding, ...others] = await findingsIn(text);
    assert.equal(others.length, 0);
    assert.equal(finding?.severity, 'information');
    assert.match(finding?.message.en ?? '', /\(by default\)$/);
    assert.match(finding?.message.ja ?? '', /\(既定値の場合\)$/);
    assert.equal(finding?.fixes[0]?.preferred, false);
  });

  it('says nothing where a parameter merely allows an HDD', async () => {
    const text = `Parameters:\n  Kind: { Type: String, Default: gp3, AllowedValues: [gp3, st1] }\nResources:\n${volume('DbDisk', [], '!Ref Kind')}`;
    assert.deepEqual(await findingsIn(text), []);
  });
});
