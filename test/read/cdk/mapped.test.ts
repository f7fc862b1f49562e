/** Lists that a function makes of others: each of their items is known. */
import { strict as assert } from 'node:assert';
import { imports, loadCdk, readCdk, resource, show, stack } from './support.ts';

const python = `
from aws_cdk import Stack, aws_ec2 as ec2
class S(Stack):
    def __init__(self, scope, id):
        CODE
`;
const java = `
import java.util.*;
import java.util.stream.*;
import software.amazon.awscdk.*;
import software.amazon.awscdk.services.ec2.*;
class S extends Stack {
  S(App scope, String id) {
    CODE
  }
}`;
const csharp = `
using System.Linq;
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
class S : Stack {
  S(App scope, string id) : base(scope, id) {
    CODE
  }
}`;
const typescript = `${imports}\nclass S extends cdk.Stack { constructor(scope, id, props) { super(scope, id);\nCODE\n} }`;

const group = 'new ec2.SecurityGroup(this, n, { vpc })';
const groups = `['A', 'B'].map((n) => ${group})`;
const open = (each: string, port = '22') =>
  `${each}.addIngressRule(ec2.Peer.anyIpv4(), ec2.Port.tcp(${port}));`;
const openPython = (each: string) => `${each}.add_ingress_rule(ec2.Peer.any_ipv4(), ec2.Port.tcp(22))`;
const openJava = (each: string) => `${each}.addIngressRule(Peer.anyIpv4(), Port.tcp(22));`;
const groupJava = 'SecurityGroup.Builder.create(this, n).vpc(vpc).build()';
const openCsharp = (each: string) => `${each}.AddIngressRule(Peer.AnyIpv4(), Port.Tcp(22));`;
const groupCsharp = 'new SecurityGroup(this, n, new SecurityGroupProps { Vpc = vpc })';

/** What is made and done, and the ports that each security group opens; `?` where those are not known. */
const cases: Readonly<Record<string, readonly (readonly [code: string, expected: string])[]>> = {
  typescript: [
    [`const all = ${groups}; ${open('all[1]')}`, 'A, B 22'],
    [`const [, last] = ${groups}; ${open('last')}`, 'A, B 22'],
    [`for (const each of ${groups}) ${open('each')}`, 'A 22, B 22'],
    [
      `const names = ['A', 'B']; const all = names.map((n) => { return ${group}; }); for (const each of all) ${open('each')}`,
      'A 22, B 22',
    ],
    [
      `const all = ${groups}; all.forEach((each, at) => ${open('each', 'at')}); ${open('all[0]')}`,
      'A 0 22, B 1',
    ],
    [
      `const all = ${groups}; const ids = all.map((each) => { ${open('each')} return each.securityGroupId; });`,
      'A 22, B 22',
    ],
    [`this.all = ${groups}; ${open('this.all[0]')}`, 'A 22, B'],
    [
      `for (const at of [1, 2]) { const both = ['A', 'B'].map((id) => { const n = id + at; return ${group}; }); ${open('both[0]', 'at')} }`,
      'A1 1, B1, A2 2, B2',
    ],
    [
      `const make = (n) => ${group}; const all = ['A', 'B'].map((n) => make(n)); ${open('all[1]')}`,
      'A, B 22',
    ],
    [`const all = ${groups}; ${open('all[props.at]')}`, 'A ?, B ?'],
    [`const all = ${groups}; all.pop(); for (const each of all) ${open('each')}`, 'A ?, B ?'],
    [
      `const all = ['A', 'B'].map((n) => { if (props.none) return undefined; return ${group}; }); ${open('all[1]')}`,
      'A, B',
    ],
  ],
  python: [
    [`all = [ec2.SecurityGroup(self, n, vpc=vpc) for n in ["A", "B"]]; ${openPython('all[1]')}`, 'A, B 22'],
    [
      `for each in [ec2.SecurityGroup(self, n, vpc=vpc) for n in ["A", "B"]]: ${openPython('each')}`,
      'A 22, B 22',
    ],
  ],
  java: [
    [
      `var all = List.of("A", "B").stream().map(n -> ${groupJava}).toList(); ${openJava('all.get(1)')}`,
      'A, B 22',
    ],
    [
      `var all = Stream.of("A", "B").map(n -> ${groupJava}).collect(Collectors.toList()); for (var each : all) { ${openJava('each')} }`,
      'A 22, B 22',
    ],
  ],
  csharp: [
    [`var all = new[] { "A", "B" }.Select(n => ${groupCsharp}).ToList(); ${openCsharp('all[1]')}`, 'A, B 22'],
    [
      `foreach (var each in Enumerable.Range(1, 2).Select(at => new SecurityGroup(this, $"D{at}", new SecurityGroupProps { Vpc = vpc }))) ${openCsharp('each')}`,
      'D1 22, D2 22',
    ],
  ],
};

describe('Lists that a function makes of others', () => {
  before(loadCdk);

  for (const [language, frame] of Object.entries({ typescript, python, java, csharp })) {
    describe(`hold constructs in ${language}`, () => {
      for (const [code, expected] of cases[language] ?? []) {
        it(code, () => {
          const template = readCdk(frame.replace('CODE', code), language);
          const found = [...template.resources.values()].map(({ name, properties }) => {
            const [, ingress = ''] = /SecurityGroupIngress: \[(.*?)\], …/.exec(show(properties)) ?? [];
            const ports = [...ingress.matchAll(/FromPort: (\w+)/g)].map(([, port = '']) => port);
            return [name, ...(ingress.includes('…') ? ['?'] : ports)].join(' ');
          });
          assert.equal(found.join(', '), expected);
        });
      }
    });
  }

  describe('hold values', () => {
    for (const [code, expected] of [
      ["['a', 'b'].map((key) => ({ key }))", '[{ Key: "a" }, { Key: "b" }]'],
      ['Object.entries({ a: 1 }).map(([key, value]) => ({ key, value }))', '[{ Key: "a", Value: 1 }]'],
      ["['a', 'b'].map((value, key) => ({ key, value }))[1]", '{ Key: 1, Value: "b" }'],
      ["['a', 'b'].map((each) => `${each}!`).map((key) => ({ key }))", '[{ Key: "a!" }, { Key: "b!" }]'],
      ["[...['a'].map((key) => ({ key })), { key: 'b' }]", '[{ Key: "a" }, { Key: "b" }]'],
      ["['a', props.b].map((key) => ({ key }))", '[{ Key: "a" }, { Key: unknown }]'],
      ["['a', ...props.rest].map((key) => ({ key }))", 'unknown'],
      ['props.all.map((key) => ({ key }))', 'unknown'],
      ["['a'].map(toTag)", 'unknown'],
      ["['a'].flatMap((key) => [{ key }])", 'unknown'],
      ["['a'].map((key) => { if (props.none) return {}; return { key }; })", 'unknown'],
    ] as const) {
      it(code, () => {
        const template = stack(`new s3.CfnBucket(this, 'It', { tags: ${code} });`);
        assert.equal(show(resource(template, 'It').properties), `{ Tags: ${expected} }`);
      });
    }
  });

  describe('are not certain where', () => {
    for (const [what, code, certain] of [
      ['they are given away', "harden(['It'].map((n) => new s3.Bucket(this, n)));", false],
      [
        'they are given away by their name',
        "const all = ['It'].map((n) => new s3.Bucket(this, n)); harden(all);",
        false,
      ],
      [
        'only how many they are is',
        "const all = ['It'].map((n) => new s3.Bucket(this, n)); harden(all.length);",
        true,
      ],
      ['others may change them', "const all = ['It'].map((n) => new s3.CfnBucket(this, n));", false],
      ['nobody gets them', "['It'].map((n) => new s3.CfnBucket(this, n));", true],
      ['nobody gets them of a loop', "['It'].forEach((n) => new s3.CfnBucket(this, n));", true],
    ] as const) {
      it(`${certain ? 'but are where ' : ''}${what}`, () =>
        assert.equal(resource(stack(code), 'It').construct?.certain, certain));
    }
  });
});
