/** Conditions whose values are known decide what is made and called. */
import { strict as assert } from 'node:assert';
import { imports, loadCdk, readCdk, show } from './support.ts';

/** The buckets that a stack makes of the props that it is given: `A`, `B (props.prod)`. */
function buckets(code: string, given = '{}'): string {
  const template = readCdk(
    `${imports}
    class S extends cdk.Stack { constructor(scope, name, props) { super(scope, name, props);\n${code}\n} }
    new S(new cdk.App(), 'S', ${given});`,
  );
  return [...template.resources.values()]
    .map(({ name, condition }) => (condition === undefined ? name : `${name} (${condition})`))
    .join(', ');
}

const both = "if (TEST) new s3.CfnBucket(this, 'A'); else new s3.CfnBucket(this, 'B');";

describe('Conditions in CDK code', () => {
  before(loadCdk);

  describe('that are known decide what is made', () => {
    for (const [test, given, expected] of [
      ['props.prod', '{ prod: true }', 'A'],
      ['!props.prod', '{ prod: true }', 'B'],
      ['props.prod', '{}', 'B'],
      ['props.names', "{ names: ['a'] }", 'A'],
      ["props.env === 'prod'", "{ env: 'prod' }", 'A'],
      ["props.env !== 'prod'", "{ env: 'prod' }", 'B'],
      ['props.env === undefined', '{}', 'A'],
      ['props.size > 3', '{ size: 4 }', 'A'],
      ['props.prod && props.size <= 3', '{ prod: true, size: 4 }', 'B'],
      ['props.prod && props.size <= 3', '{ size: f() }', 'B'],
      ['props.prod', 'f()', 'A (props.prod), B (!props.prod)'],
      ['props.prod === f()', '{ prod: true }', 'A (props.prod === f()), B (!props.prod === f())'],
    ] as const) {
      it(`${test} of ${given}`, () => assert.equal(buckets(both.replace('TEST', test), given), expected));
    }

    it('but not of what is counted', () => {
      const code = "let count = 0; count++; if (count === 0) new s3.CfnBucket(this, 'A');";
      assert.equal(buckets(code), 'A (count === 0)');
    });

    it('but not of what the program is run with', () => {
      for (const test of ['process.env.PROD', "this.node.tryGetContext('prod')", 'settings.prod'])
        assert.equal(buckets(`if (${test}) new s3.CfnBucket(this, 'A');`), `A (${test})`);
    });

    it('in each turn and each call', () => {
      const loop = `for (const env of ['test', 'prod']) { if (env === 'prod') new s3.CfnBucket(this, 'In' + env); }`;
      assert.equal(buckets(loop), 'Inprod');
      const helper =
        "const make = (id, logs) => { if (logs) new s3.CfnBucket(this, id); }; make('A', true); make('B');";
      assert.equal(buckets(helper), 'A');
    });

    it('after what ends early', () => {
      const code = "if (!props.prod) return; new s3.CfnBucket(this, 'A');";
      assert.equal(buckets(code, '{ prod: true }'), 'A');
      assert.equal(buckets(code, '{ prod: false }'), '');
    });
  });

  describe('decide what is called', () => {
    for (const [given, expected] of [
      ['{}', '[{ IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp: "0.0.0.0/0" }]'],
      ["{ from: '10.0.0.0/8' }", '[{ IpProtocol: "tcp", FromPort: 22, ToPort: 22, CidrIp: "10.0.0.0/8" }]'],
    ] as const) {
      it(`with ${given}`, () => {
        const template = readCdk(
          `${imports}
          class S extends cdk.Stack { constructor(scope, name, props) { super(scope, name);
            const group = new ec2.SecurityGroup(this, 'G', { vpc });
            if (props.from) group.addIngressRule(ec2.Peer.ipv4(props.from), ec2.Port.tcp(22));
            else group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
          } }
          new S(new cdk.App(), 'S', ${given});`,
        );
        const [group] = template.byType.get('AWS::EC2::SecurityGroup') ?? [];
        const ingress = group?.properties.entries.find(({ key }) => key === 'SecurityGroupIngress');
        assert.equal(ingress && show(ingress.value), expected);
      });
    }

    it('or are said where they are not known', () => {
      const template = readCdk(
        `${imports}
        class S extends cdk.Stack { constructor(scope, name, props) {
          const group = new ec2.SecurityGroup(this, 'G', { vpc });
          if (props.open) group.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(22));
        } }`,
      );
      const [group] = template.byType.get('AWS::EC2::SecurityGroup') ?? [];
      const ingress = group?.properties.entries.find(({ key }) => key === 'SecurityGroupIngress');
      assert.match(
        ingress ? show(ingress.value) : '',
        /CidrIp: "0.0.0.0\/0" } \(props.open\) \| absent \(!props.open\)\]/,
      );
    });
  });
});
