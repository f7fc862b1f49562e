/** DynamoDB tables. */
import type { Draft } from '../draft.ts';
import type { Definitions } from './definition.ts';

/** Where replicas ask for a stream, CDK turns it on by itself: then its absence is not known. */
function streamWithReplicas(table: Draft, prop: string): void {
  if (table.prop(prop).kind !== 'absent' && table.get('StreamSpecification').kind === 'absent') {
    table.set('StreamSpecification', table.unknown());
  }
}

export const dynamodb: Definitions = {
  Table: {
    type: 'AWS::DynamoDB::Table',
    attributes: { tableStreamArn: 'StreamArn' },
    make: (table) => streamWithReplicas(table, 'replicationRegions'),
  },
  TableV2: {
    type: 'AWS::DynamoDB::GlobalTable',
    attributes: { tableStreamArn: 'StreamArn' },
    make: (table) => streamWithReplicas(table, 'replicas'),
    changeable: true,
    methods: {
      addReplica: (table) => {
        if (table.get('StreamSpecification').kind === 'absent')
          table.set('StreamSpecification', table.unknown());
      },
    },
  },
};
