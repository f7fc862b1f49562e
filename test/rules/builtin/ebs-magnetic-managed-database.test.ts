import assert from 'node:assert/strict';
import { builtin, checkFindings } from '../findings.ts';

describe('ebs/magnetic-managed-database', () => {
  const rules = builtin('ebs/magnetic-managed-database');

  it('finds magnetic storage below RDS and OpenSearch, and types they reject', async () => {
    const findings = await checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: postgres
            StorageType: standard
                         ^^^^^^^^ ebs/magnetic-managed-database warning
        Asked:
          Type: AWS::RDS::DBInstance
          Properties:
            Engine: !Ref Engine
            StorageType: standard
                         ^^^^^^^^ ebs/magnetic-managed-database information
        Search:
          Type: AWS::OpenSearchService::Domain
          Properties:
            EBSOptions: { EBSEnabled: true, VolumeType: standard, VolumeSize: 100 }
                                                        ^^^^^^^^ ebs/magnetic-managed-database warning
        Rejected:
          Type: AWS::OpenSearchService::Domain
          Properties:
            EBSOptions: { EBSEnabled: true, VolumeType: st1, VolumeSize: 500 }
                                                        ^^^ ebs/magnetic-managed-database error
        Older:
          Type: AWS::Elasticsearch::Domain
          Properties:
            EBSOptions: { VolumeType: standard }
                                      ^^^^^^^^ ebs/magnetic-managed-database warning
    `,
      { rules },
    );
    assert.deepEqual(
      findings[2]?.fixes[0]?.edits.map((edit) =>
        edit.kind === 'set' ? [edit.path.at(-1), edit.to] : edit.kind,
      ),
      ['replace', ['Iops', 3000], ['Throughput', 125]],
    );
  });

  it('is silent about SSD, Aurora, other services and disks that are not used', () =>
    checkFindings(
      `
      Resources:
        Orders:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres, StorageType: gp3 }
        Default:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: postgres }
        Aurora:
          Type: AWS::RDS::DBInstance
          Properties: { Engine: aurora-postgresql, StorageType: standard }
        Documents:
          Type: AWS::DocDB::DBCluster
          Properties: { StorageType: standard }
        Search:
          Type: AWS::OpenSearchService::Domain
          Properties: { EBSOptions: { EBSEnabled: false, VolumeType: standard } }
    `,
      { rules },
    ));
});
