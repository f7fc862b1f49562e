import type { Topic } from '../topic.ts';

export const athena: Topic = {
  id: 'athena',
  title: { en: 'Amazon Athena', ja: 'Amazon Athena' },
  names: ['Athena'],
  types: ['AWS::Athena::*', 'AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::Glue::Crawler'],
  neighbours: ['AWS::Glue::Database', 'AWS::Glue::Table', 'AWS::Glue::Crawler'],
  classes: [
    'aws-stepfunctions-tasks.AthenaStartQueryExecution',
    'aws-stepfunctions-tasks.AthenaStopQueryExecution',
    'aws-stepfunctions-tasks.AthenaGetQueryExecution',
    'aws-stepfunctions-tasks.AthenaGetQueryResults',
  ],
  aspects: [
    {
      id: 'scan-limit',
      within: 'cost',
      names: [],
      namesInTopic: ['Scan limit', 'Query limit', 'Workgroup', 'スキャン量の上限', 'ワークグループ'],
      properties: [
        'AWS::Athena::WorkGroup.WorkGroupConfiguration',
        'AWS::Athena::WorkGroup.WorkGroupConfiguration.BytesScannedCutoffPerQuery',
        'AWS::Athena::WorkGroup.WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      ],
    },
    {
      id: 'cost',
      names: [],
      namesInTopic: [
        'Cost',
        'Cost control',
        'Pricing',
        'Price',
        'Data scanned',
        'Pay per query',
        '料金',
        'コスト',
        '費用',
        '課金',
        'スキャン量',
      ],
      properties: ['AWS::Athena::CapacityReservation.TargetDpus'],
    },
  ],
};
