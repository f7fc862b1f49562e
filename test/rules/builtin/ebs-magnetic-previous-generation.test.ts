import { suite } from '../suite.ts';

suite('ebs/magnetic-previous-generation', {
  'finds magnetic volumes wherever they are described': `
    Resources:
      Disk: { Type: AWS::EC2::Volume, Properties: { VolumeType: standard, Size: 50 } }
                                                                ^^^^^^^^ ebs/magnetic-previous-generation information
      Host:
        Type: AWS::EC2::Instance
        Properties:
          BlockDeviceMappings: [{ DeviceName: /dev/sda1, Ebs: { VolumeType: standard } }]
                                                                            ^^^^^^^^ ebs/magnetic-previous-generation information
      Logs:
        Type: AWS::EC2::Volume
        Properties: { VolumeType: !If [Cheap, standard, gp3] }
                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ ebs/magnetic-previous-generation hint
      Hadoop:
        Type: AWS::EMR::Cluster
        Properties:
          Instances:
            CoreInstanceGroup:
              EbsConfiguration:
                EbsBlockDeviceConfigs: [{ VolumeSpecification: { VolumeType: standard, SizeInGB: 100 } }]
                                                                             ^^^^^^^^ ebs/magnetic-previous-generation information
            MasterInstanceFleet:
              InstanceTypeConfigs:
                - EbsConfiguration: { EbsBlockDeviceConfigs: [{ VolumeSpecification: { VolumeType: st1 } }] }
  `,
  'leaves the others to other rules, and what is unknown alone': `
    Resources:
      Database: { Type: AWS::EC2::Volume, Properties: { VolumeType: standard, Tags: [{ Key: Name, Value: postgres }] } }
      WithIops: { Type: AWS::EC2::Volume, Properties: { VolumeType: standard, Iops: 300 } }
      Asked: { Type: AWS::EC2::Volume, Properties: { VolumeType: !Ref Type } }
      Modern: { Type: AWS::EC2::Volume, Properties: { VolumeType: st1, Size: 500 } }
      Cluster: { Type: AWS::DocDB::DBCluster, Properties: { StorageType: standard } }
  `,
});
