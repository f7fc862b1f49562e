/** Redshift clusters of `@aws-cdk/aws-redshift-alpha`, which is no part of aws-cdk-lib: by hand, after its version 2.241.0. */
import type { Definitions } from './definition.ts';
import { plain, renamed } from './propMapping.ts';

/** The members of `NodeType`. */
const nodeTypes = [
  'ds2.xlarge',
  'ds2.8xlarge',
  'dc1.large',
  'dc1.8xlarge',
  'dc2.large',
  'dc2.8xlarge',
  'ra3.large',
  'ra3.xlplus',
  'ra3.4xlarge',
  'ra3.16xlarge',
];

export const redshift: Definitions = {
  Cluster: {
    type: 'AWS::Redshift::Cluster',
    props: {
      clusterName: plain('ClusterIdentifier'),
      defaultDatabaseName: plain('DBName'),
      encrypted: plain('Encrypted'),
      enhancedVpcRouting: plain('EnhancedVpcRouting'),
      multiAz: plain('MultiAZ'),
      nodeType: renamed(
        'NodeType',
        Object.fromEntries(
          nodeTypes.map((each) => [`NodeType.${each.toUpperCase().replace('.', '_')}`, each]),
        ),
      ),
      port: plain('Port'),
      preferredMaintenanceWindow: plain('PreferredMaintenanceWindow'),
      publiclyAccessible: plain('PubliclyAccessible'),
    },
    // Versions differ in what they set by themselves.
    defaults: {
      DBName: undefined,
      Encrypted: undefined,
      EnhancedVpcRouting: undefined,
      MultiAZ: undefined,
      NodeType: undefined,
      PubliclyAccessible: undefined,
    },
    attributes: { clusterName: '' },
  },
};
