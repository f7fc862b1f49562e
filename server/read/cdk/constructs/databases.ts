/** Managed databases that keep their data on EBS volumes: what probing cannot tell of them. */
import type { ConstructDefinition, Definitions } from './definition.ts';
import { enumOf, plain } from './propMapping.ts';

function domain(type: string): ConstructDefinition {
  return {
    type,
    // Which of these are accepted depends on the type of the volume and of the instance.
    props: {
      'ebs.enabled': plain('EBSOptions.EBSEnabled'),
      'ebs.volumeType': enumOf('EBSOptions.VolumeType', 'aws-ec2.EbsDeviceVolumeType'),
      'ebs.volumeSize': plain('EBSOptions.VolumeSize'),
      'ebs.iops': plain('EBSOptions.Iops'),
      'ebs.throughput': plain('EBSOptions.Throughput'),
    },
    defaults: {
      'EBSOptions.EBSEnabled': undefined,
      'EBSOptions.VolumeType': undefined,
      'EBSOptions.VolumeSize': undefined,
    },
  };
}

export const opensearch: Definitions = { Domain: domain('AWS::OpenSearchService::Domain') };
export const elasticsearch: Definitions = { Domain: domain('AWS::Elasticsearch::Domain') };
