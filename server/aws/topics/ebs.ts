import { get, type MapValue } from '../../model/value.ts';
import type { Topic } from '../topic.ts';

/** The mappings of devices to volumes, wherever instances are described. */
const blockDevices = [
  'AWS::EC2::Instance.BlockDeviceMappings',
  'AWS::EC2::LaunchTemplate.LaunchTemplateData.BlockDeviceMappings',
  'AWS::EC2::SpotFleet.SpotFleetRequestConfigData.LaunchSpecifications.BlockDeviceMappings',
  'AWS::EC2::EC2Fleet.LaunchTemplateConfigs.Overrides.BlockDeviceMappings',
  'AWS::AutoScaling::LaunchConfiguration.BlockDeviceMappings',
  'AWS::ImageBuilder::ImageRecipe.BlockDeviceMappings',
  'AWS::ImageBuilder::ContainerRecipe.InstanceConfiguration.BlockDeviceMappings',
];

const ecsVolume = 'AWS::ECS::Service.VolumeConfigurations.ManagedEBSVolume';
const searchVolumes = ['AWS::OpenSearchService::Domain.EBSOptions', 'AWS::Elasticsearch::Domain.EBSOptions'];

const emrVolumes = [
  'AWS::EMR::Cluster.Instances.CoreInstanceFleet.InstanceTypeConfigs',
  'AWS::EMR::Cluster.Instances.MasterInstanceFleet.InstanceTypeConfigs',
  'AWS::EMR::Cluster.Instances.TaskInstanceFleets.InstanceTypeConfigs',
  'AWS::EMR::Cluster.Instances.CoreInstanceGroup',
  'AWS::EMR::Cluster.Instances.MasterInstanceGroup',
  'AWS::EMR::Cluster.Instances.TaskInstanceGroups',
  'AWS::EMR::InstanceFleetConfig.InstanceTypeConfigs',
  'AWS::EMR::InstanceGroupConfig',
].map((path) => `${path}.EbsConfiguration.EbsBlockDeviceConfigs.VolumeSpecification`);

const volumeTypes = [
  'AWS::EC2::Volume.VolumeType',
  ...blockDevices.map((path) => `${path}.Ebs.VolumeType`),
  `${ecsVolume}.VolumeType`,
  ...searchVolumes.map((path) => `${path}.VolumeType`),
  ...emrVolumes.map((path) => `${path}.VolumeType`),
  'AWS::RDS::DBInstance.StorageType',
  'AWS::RDS::DBCluster.StorageType',
  'AWS::RDS::DBInstance.AdditionalStorageVolumes.StorageType',
];

export const ebs: Topic = {
  id: 'ebs',
  title: { en: 'Amazon Elastic Block Store (EBS)', ja: 'Amazon Elastic Block Store (EBS)' },
  names: ['EBS', 'Elastic Block Store', 'Elastic Block Service', 'Elastic Block Storage'],
  types: [
    'AWS::EC2::Volume',
    'AWS::EC2::VolumeAttachment',
    'AWS::EC2::SnapshotBlockPublicAccess',
    'AWS::DLM::LifecyclePolicy',
  ],
  neighbours: ['AWS::DLM::LifecyclePolicy'],
  properties: [
    ...blockDevices,
    ...blockDevices.map((path) => `${path}.Ebs.*`),
    `${ecsVolume}.*`,
    ...searchVolumes.map((path) => `${path}.*`),
    ...emrVolumes.map((path) => `${path}.*`),
  ],
  classes: [
    'aws-ec2.Volume',
    'aws-ec2.BlockDeviceVolume',
    'aws-autoscaling.BlockDeviceVolume',
    'aws-ecs.ServiceManagedVolume',
  ],
  aspects: [
    {
      id: 'managed-databases',
      within: 'volume-types',
      names: [],
      namesInTopic: [
        'Managed databases',
        'Magnetic storage in managed databases',
        'マネージドデータベース',
        'マネージドデータベースのマグネティックストレージ',
      ],
      values: [
        {
          of: [
            'AWS::RDS::DBInstance.StorageType',
            'AWS::RDS::DBCluster.StorageType',
            ...searchVolumes.map((path) => `${path}.VolumeType`),
          ],
          are: ['standard'],
        },
      ],
      members: ['aws-rds.StorageType.STANDARD'],
    },
    {
      id: 'volume-types',
      names: ['EBS volume types', 'EBS ボリュームタイプ', 'EBS のボリュームタイプ'],
      namesInTopic: [
        'Volume type',
        'SSD vs HDD',
        'SSD and HDD',
        'SSD or HDD',
        'SSD と HDD',
        'SSD/HDD',
        'ボリュームタイプ',
        'ボリュームの種類',
      ],
      properties: [
        ...volumeTypes,
        'AWS::EC2::Volume.Iops',
        'AWS::EC2::Volume.Throughput',
        ...blockDevices.map((path) => `${path}.Ebs.Iops`),
      ],
      members: [
        'aws-ec2.EbsDeviceVolumeType',
        'aws-autoscaling.EbsDeviceVolumeType',
        'aws-ec2.Volume.volumeType',
        'aws-ec2.BlockDeviceVolume.volumeType',
        'aws-autoscaling.BlockDeviceVolume.volumeType',
        'aws-rds.StorageType',
        'aws-stepfunctions-tasks.EmrCreateCluster.EbsBlockDeviceVolumeType',
        'aws-rds.DatabaseInstance.storageType',
      ],
    },
    {
      id: 'ssd',
      names: [],
      namesInTopic: [
        'SSD',
        'General Purpose SSD',
        'Provisioned IOPS SSD',
        'gp2',
        'gp3',
        'io1',
        'io2',
        '汎用 SSD',
      ],
      values: [{ of: volumeTypes, are: ['gp2', 'gp3', 'io1', 'io2'] }],
      members: [
        ...['GP2', 'GP3', 'IO1', 'IO2', 'GENERAL_PURPOSE_SSD', 'GENERAL_PURPOSE_SSD_GP3'].map(ofVolumeType),
        ...['PROVISIONED_IOPS_SSD', 'PROVISIONED_IOPS_SSD_IO2'].map(ofVolumeType),
        ...['GP2', 'GP3', 'IO1'].map(ofAutoScalingVolumeType),
        ...['GP2', 'GP3', 'IO1', 'IO2'].map(ofStorageType),
      ],
    },
    {
      id: 'hdd',
      within: 'volume-types',
      names: [],
      namesInTopic: ['HDD', 'Throughput Optimized HDD', 'Cold HDD', 'st1', 'sc1', 'スループット最適化 HDD'],
      values: [
        { of: volumeTypes, are: ['st1', 'sc1'] },
        {
          of: ['AWS::DRS::ReplicationConfigurationTemplate.DefaultLargeStagingDiskType'],
          are: ['ST1'],
        },
      ],
      members: [
        ...['ST1', 'SC1', 'THROUGHPUT_OPTIMIZED_HDD', 'COLD_HDD'].map(ofVolumeType),
        ...['ST1', 'SC1'].map(ofAutoScalingVolumeType),
      ],
    },
    {
      id: 'magnetic',
      within: 'hdd',
      names: [],
      namesInTopic: ['Magnetic', 'Magnetic volumes', 'マグネティック', 'マグネティックボリューム'],
      values: [{ of: volumeTypes, are: ['standard'] }],
      members: [...['STANDARD', 'MAGNETIC'].map(ofVolumeType), ...['STANDARD'].map(ofAutoScalingVolumeType)],
    },
    {
      id: 'hdd-limits',
      within: 'hdd',
      names: [],
      namesInTopic: ['HDD limits', 'HDD limitations', 'HDD restrictions', 'HDD の制限', 'HDD の制約'],
      groups: [
        {
          of: ['AWS::EC2::Volume', ...blockDevices.map((path) => `${path}.Ebs`), ecsVolume],
          keys: ['Size', 'VolumeSize', 'SizeInGiB', 'Iops', 'Throughput'],
          where: isHdd,
        },
      ],
    },
  ],
};

function ofVolumeType(member: string): string {
  return `aws-ec2.EbsDeviceVolumeType.${member}`;
}

function ofAutoScalingVolumeType(member: string): string {
  return `aws-autoscaling.EbsDeviceVolumeType.${member}`;
}

function ofStorageType(member: string): string {
  return `aws-rds.StorageType.${member}`;
}

function isHdd(volume: MapValue): boolean {
  const type = get(volume, 'VolumeType');
  return type.kind === 'scalar' && /^(?:st1|sc1)$/i.test(String(type.value));
}
