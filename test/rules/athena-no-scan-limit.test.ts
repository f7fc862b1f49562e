/** The traps around the rule that stands in the note about Athena. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { declareRule } from '../../server/rules/declare.ts';
import type { Rule } from '../../server/rules/rule.ts';
import { checkFindings } from './findings.ts';

async function ruleInNote(): Promise<Rule> {
  const note = await readFile('knowledge/en/athena.md', 'utf8');
  const [, block = ''] = /```rule\n(id: athena\/no-scan-limit\n[\s\S]*?)```/.exec(note) ?? [];
  const { rule, problems } = declareRule(block, {});
  assert.deepEqual(problems, []);
  assert.ok(rule);
  return rule;
}

describe('athena/no-scan-limit', () => {
  it('asks for a limit where queries are billed by bytes', async () => {
    const rules = [await ruleInNote()];
    await checkFindings(
      `
      Resources:
        Default:
          Type: AWS::Athena::WorkGroup
                ^^^^^^^^^^^^^^^^^^^^^^ athena/no-scan-limit information
        Configured:
          Type: AWS::Athena::WorkGroup
          Properties:
            WorkGroupConfiguration: { EngineVersion: { SelectedEngineVersion: Athena engine version 3 } }
            ^^^^^^^^^^^^^^^^^^^^^^ athena/no-scan-limit information
        Limited:
          Type: AWS::Athena::WorkGroup
          Properties: { WorkGroupConfiguration: { BytesScannedCutoffPerQuery: 1000000000 } }
        LimitedByParameter:
          Type: AWS::Athena::WorkGroup
          Properties: { WorkGroupConfiguration: { BytesScannedCutoffPerQuery: !Ref Limit } }
        Disabled:
          Type: AWS::Athena::WorkGroup
          Properties: { State: DISABLED }
        Spark:
          Type: AWS::Athena::WorkGroup
          Properties:
            WorkGroupConfiguration: { EngineVersion: { SelectedEngineVersion: PySpark engine version 3 } }
        Unknown:
          Type: AWS::Athena::WorkGroup
          Properties: { WorkGroupConfiguration: !Ref Configuration }
        Reserved:
          Type: AWS::Athena::WorkGroup
        Reservation:
          Type: AWS::Athena::CapacityReservation
          Properties:
            TargetDpus: 24
            CapacityAssignmentConfiguration:
              CapacityAssignments: [{ WorkgroupNames: [!Ref Reserved] }]
    `,
      { rules },
    );
  });
});
