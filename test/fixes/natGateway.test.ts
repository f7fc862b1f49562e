import { fixSuite } from './suite.ts';

fixSuite('NAT gateways', { cdk: "import * as ec2 from 'aws-cdk-lib/aws-ec2';" }, [
  {
    rule: 'nat-gateway/single-az',
    title: 'Use a regional NAT gateway (replaces the gateway and its IP address)',
    titleJa: 'リージョナル NAT ゲートウェイにする(ゲートウェイと IP アドレスが変わります)',
    cdk: {
      before: `
        new ec2.Vpc(this, 'Vpc', {
          maxAzs: 2,
          natGateways: 1, // one is cheaper
        });
      `,
      after: `
        new ec2.Vpc(this, 'Vpc', {
          maxAzs: 2,
          natGatewayProvider: ec2.NatProvider.regionalGateway(), // one is cheaper
        });
      `,
    },
  },
]);
