import { strict as assert } from 'node:assert';
import { imports, loadCdk, readCdk, show } from './support.ts';

/** The NAT gateways of the private subnets of a Vpc with these props, as far as they are known. */
function gateways(props: string, before = ''): string {
  const template = readCdk(
    `${imports}\nclass S extends cdk.Stack { constructor(scope, id, props) {\n${before}\nnew ec2.Vpc(this, 'V', ${props});\n} }`,
  );
  const routes = template.byType.get('AWS::EC2::Route') ?? [];
  return routes
    .map(({ properties }) => properties.entries.find(({ key }) => key === 'NatGatewayId'))
    .map((entry) => (entry ? show(entry.value).replaceAll(/→S\/V\/PublicSubnet(\d)\/NATGateway/g, '$1') : ''))
    .join('; ');
}

describe('A Vpc in CDK source routes its private subnets through the gateway of zone', () => {
  before(loadCdk);

  for (const [props, expected, code] of [
    ['{}', '1; 2'],
    ['{ natGateways: 1 }', '1; 1'],
    ['{ natGateways: 3 }', '1; 2'],
    ['{ natGateways: 0 }', ''],
    ['{ natGateways: props.nats }', ''],
    [
      '{ natGateways: props.prod ? 2 : 1 }',
      '1 (props.prod) | 1 (!props.prod); 2 (props.prod) | 1 (!props.prod)',
    ],
    [
      '{ natGateways: props.prod ? 2 : 0 }',
      '1 (props.prod) | unknown (!props.prod); 2 (props.prod) | unknown (!props.prod)',
    ],
    ['{ natGateways: props.nats ?? 1 }', '1 (default) | unknown (allowed); 1 (default) | unknown (allowed)'],
    ['{ natGateways: props?.nats || 1 }', '1 (default) | unknown (allowed); 1 (default) | unknown (allowed)'],
    [
      '{ natGateways: props.prod ? undefined : 1 }',
      '1 (props.prod) | 1 (!props.prod); 2 (props.prod) | 1 (!props.prod)',
    ],
    ['{ natGateways: 1, maxAzs: props.prod ? 3 : 2 }', '1; 1'],
    ['{ natGateways: 1, maxAzs: props.prod ? 3 : 1 }', '1; 1 (props.prod) | unknown (!props.prod)'],
    ['{ natGateways: 1, maxAzs: props.zones ?? 2 }', '1; 1 (default) | unknown (allowed)'],
    ['{ natGateways: 1, maxAzs: props.zones }', ''],
    ['{ natGateways: settings.nats }', '1; 1', 'const settings = { nats: 1 } as const;'],
    ['{ ...settings, natGateways: 1 }', '1; 1', 'const settings = { maxAzs: 3 };'],
    ['{ natGateways }', '1; 1', 'const { natGateways } = { natGateways: 1 };'],
    [
      '{ natGateways }',
      '1 (default) | unknown (allowed); 1 (default) | unknown (allowed)',
      'const { natGateways = 1 } = props;',
    ],
  ] as const) {
    it(`${code ?? ''} ${props}`, () => assert.equal(gateways(props, code), expected));
  }
});
