import { strict as assert } from 'node:assert';
import { imports, loadCdk, readCdk, resource } from './support.ts';

/** Whether it is certain what `It` is, in a file with this text. */
function isCertain(text: string): boolean | undefined {
  return resource(readCdk(`${imports}\n${text}`), 'It').construct?.certain;
}

/** A stack whose constructor runs `code`, with `members` beside it and `outside` in the same file. */
function stack(code: string, members = '', outside = ''): string {
  return `${outside}
export class S extends cdk.Stack {
  constructor(scope, id, props) { super(scope, id, props);
${code}
  }
${members}
}`;
}

const bucket = "const b = new s3.Bucket(this, 'It');";
const balancer = "const b = new elbv2.ApplicationLoadBalancer(this, 'It', { vpc });";

/** Objects each of which holds the one before it many times. */
const web = Array.from({ length: 12 }, (_, at) => {
  const inner = Array.from({ length: 12 }, (_, key) => `k${key}: o${at}`).join(', ');
  return `const o${at + 1} = { ${inner} };`;
}).join('\n');

describe('What a construct is stays certain', () => {
  before(loadCdk);

  for (const [name, text] of [
    [
      'given to a method of the class',
      stack(`${bucket} this.use(b);`, 'private use(x: s3.Bucket) { new Fn({ x: x.bucketName }); }'),
    ],
    [
      'given to a function of the file',
      stack(
        `${balancer} use(this, b);`,
        '',
        'function use(scope, lb) { lb.addListener("L", { port: 80 }); }',
      ),
    ],
    [
      'given to an arrow function of the file',
      stack(
        `${balancer} use(b);`,
        '',
        'const use = (lb) => new cdk.CfnOutput(lb, "O", { value: lb.loadBalancerDnsName });',
      ),
    ],
    [
      'given to a class of the file',
      stack(
        `${balancer} new Tier(this, "T", { lb: b });`,
        '',
        'class Tier extends Construct { constructor(scope, id, props) { super(scope, id); props.lb.addListener("L", { port: 80 }); } }',
      ),
    ],
    [
      'taken apart by a class of the file',
      stack(
        `${balancer} new Tier(this, "T", { lb: b });`,
        '',
        'class Tier extends cdk.Stack { constructor(scope, id, { lb, ...rest }: Props) { super(scope, id); lb.addListener("L", { port: 80 }); } }',
      ).replace(', ...rest', ''),
    ],
    [
      'what a function of the file gives',
      stack(
        'const b = make(this);',
        '',
        "function make(scope) { return new elbv2.ApplicationLoadBalancer(scope, 'It', { vpc }); }",
      ),
    ],
    [
      'whatever another class does, of a Vpc',
      stack("const vpc = new ec2.Vpc(this, 'It'); new Web(this, 'W', { vpc });"),
    ],
    [
      'whatever another class does, of a volume',
      stack("const v = new ec2.Volume(this, 'It', { size }); new Web(this, 'W', { network: { v } });"),
    ],
    [
      'that others only add to',
      stack("const g = new ec2.SecurityGroup(this, 'It', { vpc }); new Web(this, 'W', { g });"),
    ],
    [
      'under an aspect that only tags',
      stack(`${balancer} cdk.Aspects.of(this).add(new cdk.Tag('a', 'b')); cdk.Tags.of(b).add('a', 'b');`),
    ],
    [
      'under an aspect that only checks',
      stack(`${bucket} cdk.Aspects.of(this).add(new AwsSolutionsChecks());`),
    ],
    ['given back, of a bucket', stack("return new s3.Bucket(this, 'It');")],
  ] as const) {
    it(name, () => assert.equal(isCertain(text), true));
  }
});

describe('What a construct is becomes uncertain', () => {
  before(loadCdk);

  const tier = (body: string, parameters = 'scope, id, props') =>
    `class Tier extends Construct { constructor(${parameters}) { super(scope, id); ${body} } }`;
  for (const [name, text] of [
    [
      'in an object that is copied into itself',
      stack(
        `${bucket} let all = { b }; all = { ...all, x: 1 }; all = { ...all, ...all, y: 2 }; all.b.addToResourcePolicy(x);`,
      ),
    ],
    ['given to a function of another file', stack(`${bucket} harden(b);`)],
    ['given on by a method', stack(`${bucket} this.use(b);`, 'use(x) { harden(x); }')],
    ['given on in an object', stack(`${bucket} const all = { b }; harden(all);`)],
    ['given on in an object in another', stack(`${bucket} const all = { of: { it: b } }; harden(all);`)],
    ['given on in a web of objects', stack(`${bucket} const o0 = { b };\n${web} harden(o12);`)],
    [
      'given on by a class of the file',
      stack(`${bucket} new Tier(this, "T", { b });`, '', tier('harden(props.b);')),
    ],
    ['given on with all props', stack(`${bucket} new Tier(this, "T", { b });`, '', tier('harden(props);'))],
    [
      'kept in a field by a class of the file',
      stack(`${bucket} new Tier(this, "T", { b });`, '', tier('this.props = props; harden(this.props.b);')),
    ],
    [
      'kept in a parameter that is a field',
      stack(
        `${bucket} new Tier(this, "T", { b });`,
        '',
        `class Tier extends Construct { constructor(scope: Construct, id: string, private readonly props: Props) { super(scope, id); } late() { harden(this.props.b); } }`,
      ),
    ],
    [
      'among other arguments',
      stack(`${bucket} use(b);`, '', 'function use(...all) { all.forEach(harden); }'),
    ],
    ['in a list', stack(`${bucket} for (const x of list([b])) x.node.defaultChild;`)],
    ['in a list that is gone through', stack(`${bucket} for (const x of [b]) x.node.defaultChild;`)],
    [
      'an L1 in another class',
      stack("const b = new s3.CfnBucket(this, 'It', {}); new Web(this, 'W', { b });"),
    ],
    ['a load balancer in another class', stack(`${balancer} new Web(this, 'W', { b });`)],
    [
      'a load balancer of a pattern in another class',
      stack(
        "const s = new patterns.ApplicationLoadBalancedFargateService(this, 'It', {}); new Web(this, 'W', { lb: s.loadBalancer });",
      ),
    ],
    [
      'a load balancer that other files are given',
      stack(
        '',
        '',
        "export function make(scope) { return new elbv2.ApplicationLoadBalancer(scope, 'It', { vpc }); }",
      ),
    ],
    [
      'one of the load balancers of a pattern',
      stack(
        "const s = new patterns.ApplicationMultipleTargetGroupsEc2Service(this, 'It', {}); for (const lb of s.loadBalancers) lb.logAccessLogs(b);",
      ),
    ],
    ['a load balancer kept elsewhere', stack(`${balancer} registry.balancer = b;`)],
    [
      'the base class of another file',
      stack(
        `${balancer} new Tier(this, "T", { lb: b });`,
        '',
        tier('').replace('Construct', 'Base').replace('super(scope, id)', 'super(scope, id, props)'),
      ),
    ],
  ] as const) {
    it(name, () => assert.equal(isCertain(text), false));
  }
});

describe('What functions of the file do to a construct counts', () => {
  before(loadCdk);

  const attributes = (text: string): number | 'open' => {
    const { properties } = resource(readCdk(`${imports}\n${text}`), 'It');
    const list = properties.entries.find((entry) => entry.key === 'LoadBalancerAttributes')?.value;
    if (list?.kind !== 'list') throw new Error('no list');
    return list.open ? 'open' : list.items.length;
  };
  for (const [name, expected, text] of [
    ['nothing', 1, stack(balancer)],
    ['in a method', 3, stack(`${balancer} this.log(b);`, 'log(lb) { lb.logAccessLogs(logs); }')],
    [
      'in a class of the file',
      3,
      stack(
        `${balancer} new Tier(this, 'T', { web: { lb: b } });`,
        '',
        'class Tier { constructor(a, c, props) { const { web } = props; web.lb.logAccessLogs(logs); } }',
      ),
    ],
    [
      'in a method on a field',
      3,
      stack(
        'this.b = new elbv2.ApplicationLoadBalancer(this, "It"); this.log();',
        'log() { this.b.logAccessLogs(logs); }',
      ),
    ],
    [
      'under a condition',
      'open',
      stack(`${balancer} if (props.logs) this.log(b);`, 'log(lb) { lb.logAccessLogs(logs); }'),
    ],
    [
      'under a condition in a method',
      'open',
      stack(
        'this.b = new elbv2.ApplicationLoadBalancer(this, "It"); if (x) this.log();',
        'log() { this.b.logAccessLogs(logs); }',
      ),
    ],
    ['unless it ends early', 'open', stack(`${balancer} if (props.test) return; b.logAccessLogs(logs);`)],
    ['in part of an expression', 'open', stack(`${balancer} props.logs && b.logAccessLogs(logs);`)],
    [
      'on what a function gives',
      3,
      stack(
        'const b = this.make(); b.logAccessLogs(logs);',
        'make() { return new elbv2.ApplicationLoadBalancer(this, "It"); }',
      ),
    ],
    [
      'on what a class of the file makes',
      3,
      stack(
        "const w = new Tier(this, 'T'); w.lb.logAccessLogs(logs);",
        '',
        "class Tier extends Construct { readonly lb; constructor(a, c) { super(a, c); this.lb = new elbv2.ApplicationLoadBalancer(this, 'It'); } }",
      ),
    ],
    [
      'by a method of a class of the file',
      3,
      stack(
        "const w = new Tier(this, 'T'); w.log(logs);",
        '',
        "class Tier extends Construct { constructor(a, c) { super(a, c); this.lb = new elbv2.ApplicationLoadBalancer(this, 'It'); } log(b) { this.lb.logAccessLogs(b); } }",
      ),
    ],
    [
      'in an arrow function',
      3,
      stack(`${balancer} log(b);`, '', 'const log = (lb) => { lb.logAccessLogs(logs); };'),
    ],
    ['in a function that others call', 'open', stack(`${balancer} later(() => b.logAccessLogs(logs));`)],
    [
      'on each of a list in a method that may be called',
      'open',
      stack(
        'this.b = new elbv2.ApplicationLoadBalancer(this, "It"); if (x) this.log();',
        'log() { [this.b].forEach((lb) => lb.logAccessLogs(logs)); }',
      ),
    ],
    [
      'in a method that many others are given to, too',
      3,
      stack(
        `${Array.from({ length: 60 }, (_, index) => `this.log(new elbv2.ApplicationLoadBalancer(this, 'L${index}'));`).join('\n')} ${balancer} this.log(b);`,
        'log(lb) { lb.logAccessLogs(logs); }',
      ),
    ],
    ['on each of a list', 3, stack(`${balancer} for (const lb of [b, c]) lb.logAccessLogs(logs);`)],
    [
      'on each of a list, by a function',
      3,
      stack(`${balancer} [b, c].forEach((lb) => lb.logAccessLogs(logs));`),
    ],
  ] as const) {
    it(name, () => assert.equal(attributes(text), expected));
  }
});
