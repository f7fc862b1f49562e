import assert from 'node:assert/strict';
import { loadCdk, readCdk, resource, show } from './support.ts';

/** The properties of the cluster that is given `props` in TypeScript. */
function cluster(props: string): string {
  const template = readCdk(`
    import * as cdk from 'aws-cdk-lib';
    import * as redshift from '@aws-cdk/aws-redshift-alpha';
    export class S extends cdk.Stack { constructor(scope, id) { new redshift.Cluster(this, 'Warehouse', ${props}); } }
  `);
  const { properties } = resource(template, 'Warehouse');
  return ['NodeType', 'Encrypted', 'Port', 'MasterUsername']
    .map((key) => properties.entries.find((entry) => entry.key === key)?.value)
    .map((value) => (value ? show(value) : 'unknown'))
    .join(', ');
}

describe('Clusters of aws-redshift-alpha', () => {
  before(loadCdk);

  it('have the node type that is given', () => {
    assert.equal(
      cluster('{ nodeType: redshift.NodeType.DC2_8XLARGE, port: 5439 }'),
      '"dc2.8xlarge", unknown, 5439, unknown',
    );
    assert.equal(
      cluster('{ nodeType: redshift.NodeType.NEWER_STILL, encrypted: false }'),
      'unknown, false, absent, unknown',
    );
  });

  it('have what their version sets otherwise', () => {
    assert.equal(cluster('{}'), 'unknown, unknown, absent, unknown');
  });

  it('are found in Python, too', () => {
    const template = readCdk(
      `
      import aws_cdk as cdk
      from aws_cdk import aws_redshift_alpha as redshift
      class S(cdk.Stack):
          def __init__(self, scope, id):
              redshift.Cluster(self, "Warehouse", node_type=redshift.NodeType.DC2_LARGE)
      `,
      'python',
    );
    const [first] = resource(template, 'Warehouse').properties.entries;
    assert.equal(first && `${first.key}: ${show(first.value)}`, 'NodeType: "dc2.large"');
  });
});
