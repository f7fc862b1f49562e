/** Managed databases that keep their data on EBS volumes. */
import type { Value } from '../../../model/value.ts';
import { libraryCall } from '../evaluate.ts';
import type { ConstructDefinition, Definitions } from './definition.ts';
import { enumOf } from './propMapping.ts';

/** `postgres` of `rds.DatabaseInstanceEngine.postgres({ … })` or `.POSTGRES`, as RDS calls it. */
function engine(value: Value): Value {
  const name = libraryCall(value)?.name;
  const member = name?.startsWith('DatabaseInstanceEngine.')
    ? name.slice('DatabaseInstanceEngine.'.length)
    : undefined;
  const text = member && engines[member.replaceAll('_', '').toLowerCase()];
  if (!text) return value.kind === 'absent' ? value : { kind: 'unknown', span: value.span };
  return { kind: 'scalar', span: value.span, value: text };
}

const engines: Readonly<Record<string, string>> = {
  postgres: 'postgres',
  mysql: 'mysql',
  mariadb: 'mariadb',
  oracleee: 'oracle-ee',
  oracleeecdb: 'oracle-ee-cdb',
  oraclese2: 'oracle-se2',
  oraclese2cdb: 'oracle-se2-cdb',
  sqlserveree: 'sqlserver-ee',
  sqlserverex: 'sqlserver-ex',
  sqlserverse: 'sqlserver-se',
  sqlserverweb: 'sqlserver-web',
  db2ae: 'db2-ae',
  db2se: 'db2-se',
};

const instance: ConstructDefinition = {
  type: 'AWS::RDS::DBInstance',
  props: {
    storageType: enumOf('StorageType', 'aws-rds.StorageType'),
    engine: { path: 'Engine', read: engine },
    allocatedStorage: 'AllocatedStorage',
    iops: 'Iops',
    multiAz: 'MultiAZ',
    databaseName: 'DBName',
    instanceIdentifier: 'DBInstanceIdentifier',
  },
  defaults: { StorageType: 'gp2', AllocatedStorage: undefined },
  attributes: {
    instanceIdentifier: '',
    instanceArn: 'DBInstanceArn',
    dbInstanceEndpointAddress: 'Endpoint.Address',
  },
};

export const rds: Definitions = {
  DatabaseInstance: instance,
  DatabaseInstanceFromSnapshot: instance,
};

function domain(type: string): ConstructDefinition {
  return {
    type,
    props: {
      domainName: 'DomainName',
      'ebs.enabled': 'EBSOptions.EBSEnabled',
      'ebs.volumeType': enumOf('EBSOptions.VolumeType', 'aws-ec2.EbsDeviceVolumeType'),
      'ebs.volumeSize': 'EBSOptions.VolumeSize',
      'ebs.iops': 'EBSOptions.Iops',
      'ebs.throughput': 'EBSOptions.Throughput',
    },
    defaults: {
      'EBSOptions.EBSEnabled': undefined,
      'EBSOptions.VolumeType': undefined,
      'EBSOptions.VolumeSize': undefined,
    },
    attributes: { domainArn: 'Arn', domainName: '', domainEndpoint: 'DomainEndpoint' },
  };
}

export const opensearch: Definitions = { Domain: domain('AWS::OpenSearchService::Domain') };
export const elasticsearch: Definitions = { Domain: domain('AWS::Elasticsearch::Domain') };
