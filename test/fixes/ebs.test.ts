import { fixSuite } from './suite.ts';

const gp3 = { title: 'Change to gp3', titleJa: 'gp3 に変更する' };
const mayReplace = {
  title: 'Change to gp3 (may replace the instance)',
  titleJa: 'gp3 に変更する(インスタンスが置き換わることがあります)',
};

const volume = (figures: string): string => `
  Resources:
    Disk:
      Type: AWS::EC2::Volume
      Properties:
        AvailabilityZone: us-east-1a
${figures}
`;

const boot = (type: string): string => `
  Resources:
    Host:
      Type: AWS::EC2::Instance
      Properties:
        ImageId: ami-1
        BlockDeviceMappings:
          - DeviceName: /dev/xvda # boot
            Ebs:
              VolumeType: '${type}' # cheap
              VolumeSize: 500
`;

fixSuite(
  'EBS',
  { cdk: "import * as ec2 from 'aws-cdk-lib/aws-ec2';\nimport * as rds from 'aws-cdk-lib/aws-rds';" },
  [
    {
      rule: 'ebs/hdd-boot-volume',
      ...mayReplace,
      template: { before: boot('st1'), after: boot('gp3') },
    },
    {
      rule: 'ebs/hdd-size-out-of-range',
      ...gp3,
      template: {
        before: volume('        Size: 20\n        VolumeType: st1 # logs'),
        after: volume('        Size: 20\n        VolumeType: gp3 # logs'),
      },
      cdk: {
        before:
          "new ec2.CfnVolume(this, 'Disk', { availabilityZone: 'a', size: 20, volumeType: 'st1' /* logs */ });",
        after:
          "new ec2.CfnVolume(this, 'Disk', { availabilityZone: 'a', size: 20, volumeType: 'gp3' /* logs */ });",
      },
    },
    {
      rule: 'ebs/hdd-size-out-of-range',
      title: 'Change the size to 125 GiB',
      titleJa: 'サイズを 125 GiB に変更する',
      template: {
        before: volume('        Size: 20\n        VolumeType: st1'),
        after: volume('        Size: 125\n        VolumeType: st1'),
      },
    },
    {
      rule: 'ebs/hdd-with-provisioned-iops',
      ...gp3,
      template: {
        before: volume('        Size: 500\n        Iops: 200 # measured\n        VolumeType: st1'),
        after: volume('        Size: 500\n        Iops: 3000 # measured\n        VolumeType: gp3'),
      },
      cdk: {
        before:
          "new ec2.CfnVolume(this, 'Disk', { availabilityZone: 'a', size: 500, volumeType: 'st1', iops: 4000 });",
        after:
          "new ec2.CfnVolume(this, 'Disk', { availabilityZone: 'a', size: 500, volumeType: 'gp3', iops: 4000 });",
      },
    },
    {
      rule: 'ebs/hdd-with-provisioned-iops',
      title: 'Remove Iops',
      titleJa: 'Iops を削除する',
      template: {
        before: volume('        Size: 500\n        Iops: 200\n        VolumeType: st1'),
        after: volume('        Size: 500\n        VolumeType: st1'),
      },
    },
    {
      rule: 'ebs/hdd-random-io',
      ...gp3,
      template: {
        before: volume(
          '        Size: 500\n        VolumeType: "sc1"\n        Tags:\n          - Key: Name\n            Value: postgresql-data',
        ),
        after: volume(
          '        Size: 500\n        VolumeType: "gp3"\n        Tags:\n          - Key: Name\n            Value: postgresql-data',
        ),
      },
    },
    {
      rule: 'ebs/magnetic-managed-database',
      title: 'Change to gp3 (converts the storage, may cause downtime)',
      titleJa: 'gp3 に変更する(ストレージの変換を伴い、停止することがあります)',
      cdk: {
        before:
          "new rds.DatabaseInstance(this, 'Db', { engine: rds.DatabaseInstanceEngine.POSTGRES, vpc, storageType: rds.StorageType.STANDARD });",
        after:
          "new rds.DatabaseInstance(this, 'Db', { engine: rds.DatabaseInstanceEngine.POSTGRES, vpc, storageType: rds.StorageType.GP3 });",
      },
    },
    {
      rule: 'ebs/magnetic-managed-database',
      ...gp3,
      template: {
        before: `
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EBSOptions:
                EBSEnabled: true
                VolumeType: standard
                VolumeSize: 20 # GiB
      `,
        after: `
        Resources:
          Search:
            Type: AWS::OpenSearchService::Domain
            Properties:
              EBSOptions:
                EBSEnabled: true
                VolumeType: gp3
                VolumeSize: 20 # GiB
                Iops: 3000
                Throughput: 125
      `,
      },
    },
  ],
);
