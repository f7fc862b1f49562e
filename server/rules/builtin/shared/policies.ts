/** Policies that let a service of AWS use a resource. */
import type { PlainMap } from '../../rule.ts';

/** Only what the service does for this account. */
export const forThisAccount: PlainMap = { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } };

/** A policy document that allows what the statements say. */
export function allowing(...statements: readonly PlainMap[]): PlainMap {
  return {
    Version: '2012-10-17',
    Statement: statements.map((statement) => ({ Effect: 'Allow', ...statement })),
  };
}
