import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import data from '../../../../server/aws/data/cdkGo.json' with { type: 'json' };
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { loadCdk, readCdk, resource, show } from '../support.ts';
import { inStack, readGo } from './support.ts';

const stack = (code: string) => readGo(inStack(code));
const properties = (code: string, id = 'It'): string => show(resource(stack(code), id).properties);
const module = 'github.com/aws/aws-cdk-go';

describe('CDK source in Go', () => {
  before(loadCdk);

  it('is read with data of the aws-cdk-lib that is installed', () => {
    const path = createRequire(import.meta.url).resolve('aws-cdk-lib/package.json');
    const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
    assert.equal(data.version, version, 'run: npx tsc -p . && node out/server/build/cdkGo.js');
  });

  describe('is told from other Go', () => {
    for (const text of [
      '',
      'package main\nimport "fmt"',
      '// aws-cdk-go',
      'import "github.com/aws/aws-sdk-go-v2/aws"',
    ])
      it(JSON.stringify(text), () => {
        assert.equal(cdkReader.read({ uri: 'a', languageId: 'go', text }, undefined), undefined);
      });
  });

  describe('names constructs however their package is imported', () => {
    for (const [statement, callee] of [
      [`import "${module}/awscdk/v2/awss3"`, 'awss3.NewCfnBucket'],
      [`import s3 "${module}/awscdk/v2/awss3"`, 's3.NewCfnBucket'],
      [`import (\n\t"fmt"\n\n\t// Buckets\n\ts3 "${module}/awscdk/v2/awss3"\n)`, 's3.NewCfnBucket'],
      [`import . "${module}/awscdk/v2/awss3"`, 'NewCfnBucket'],
      [`import (\n\t. "${module}/awscdk/v2"\n\t. "${module}/awscdk/v2/awss3"\n)`, 'NewCfnBucket'],
      [`import "${module}/awscdk/awss3"`, 'awss3.NewCfnBucket'],
      [`import "${module}/awscdk/v3/awss3"`, 'awss3.NewCfnBucket'],
    ] as const) {
      it(statement, () => {
        const template = readCdk(
          `package main\n${statement}\nfunc f() {\n\t${callee}(stack, jsii.String("Logs"), &${callee.replace('New', '')}Props{BucketName: name})\n}`,
          'go',
        );
        const [bucket] = template.resources.values();
        assert.equal(bucket?.type, 'AWS::S3::Bucket');
        assert.equal(show(bucket.properties), '{ BucketName: unknown }');
      });
    }
    it('of preview', () => {
      const code = (path: string, name: string) =>
        `package main\nimport "${module}/${path}"\nfunc f() { ${name}(stack, "It", nil) }`;
      const types = (path: string, name: string) =>
        [...readCdk(code(path, name), 'go').resources.values()].map((each) => each.type);
      assert.ok(
        types('awscdkapigatewayv2alpha/v2', 'awscdkapigatewayv2alpha.NewHttpApi').includes(
          'AWS::ApiGatewayV2::Api',
        ),
      );
      assert.ok(
        types('awscdklambdagoalpha/v2', 'awscdklambdagoalpha.NewGoFunction').includes(
          'AWS::Lambda::Function',
        ),
      );
    });
    it('but not what the app calls so itself, nor what is looked up', () => {
      const template = stack(
        'NewBucket(stack, "B", nil)\nlocal.NewBucket(stack, "C", nil)\nawss3.Bucket_FromBucketName(stack, jsii.String("D"), jsii.String("d"))\nawss3.NewBucket_Override(b, stack, jsii.String("E"), nil)',
      );
      assert.equal(template.resources.size, 0);
    });
    it('also where a variable is called like a package', () => {
      const template = stack(
        'elbv2 := elbv2.NewApplicationLoadBalancer(stack, jsii.String("It"), nil)\nelbv2.LogAccessLogs(bucket, nil)',
      );
      assert.match(show(resource(template, 'It').properties), /access_logs\.s3\.enabled/);
    });
  });

  describe('values', () => {
    const value = (code: string, head = ''): string =>
      properties(
        `${head}\nec2.NewCfnVolume(stack, jsii.String("It"), &ec2.CfnVolumeProps{Size: ${code}})`,
      ).slice(8, -2);
    for (const [code, expected, head] of [
      ['jsii.String("a\\n\\u00e9")', '"a\\né"'],
      ['jsii.String(`\\d`)', '"\\\\d"'],
      ['jsii.String("a" + name)', '"ab"', 'name := "b"'],
      ['jsii.Number(1_000)', '1000'],
      ['jsii.Number(-1.5)', '-1.5'],
      ['jsii.Number(2 * 1024)', '2048'],
      ['jsii.Number(0x10)', '16'],
      ['jsii.Number(7 / 2)', 'unknown'],
      ['jsii.Bool(true)', 'true'],
      ['jsii.Bool(!on)', 'false', 'on := true'],
      ['nil', 'absent'],
      ['new(bool)', 'false'],
      ['jsii.Sprintf("a-%s-%d%%", name, 2)', '"a-b-2%"', 'name := "b"'],
      ['jsii.String(fmt.Sprintf("%s-%v", name, true))', '"b-true"', 'name := "b"'],
      ['jsii.String(fmt.Sprintf("%03d", 1))', 'unknown'],
      ['jsii.String("a" + strconv.Itoa(1))', '"a1"'],
      ['jsii.Strings("a", "b")', '["a", "b"]'],
      ['jsii.Numbers(1, 2)', '[1, 2]'],
      ['&[]*string{jsii.String("a"), b}', '["a", "b"]', 'b := jsii.String("b")'],
      ['&map[string]*string{"a_b": jsii.String("c")}', '{ A_b: "c" }'],
      ['map[string]interface{}{"a": []string{"b"}}', '{ A: ["b"] }'],
      ['map[string]interface{}{key: 1}', '{ … }'],
      ['ec2.EbsDeviceVolumeType_ST1', '"st1"'],
      ['cdk.Duration_Minutes(jsii.Number(5))', '300'],
      ['cdk.Size_Tebibytes(jsii.Number(2))', '2048'],
      ['cdk.Aws_REGION()', '→AWS::Region'],
      ['cdk.Fn_ImportValue(jsii.String("x"))', 'Fn::ImportValue("x")'],
      ['jsii.Number(big)', '7', 'big := 7'],
      ['jsii.Number(float64(big))', '7', 'var big int = 7'],
      ['&big', '7', 'var big = 7.0'],
      ['jsii.Number(*big)', '7', 'big := jsii.Number(7)'],
      ['big', '8', 'const (\n\tsmall = 7\n\tbig = 8\n)'],
      ['b', '2', 'a, b := 1, 2'],
      ['b', 'unknown', 'a, b := f()'],
      ['jsii.Number(big)', '8 (props.Prod) | 7 (!props.Prod)', 'big := 7\nif props.Prod {\n\tbig = 8\n}'],
      [
        'jsii.Number(big)',
        '7 (!props.Prod) | 8 (props.Prod)',
        'var big float64\nif props.Prod {\n\tbig = 8\n} else {\n\tbig = 7\n}',
      ],
      ['jsii.Number(big)', 'unknown', 'big := 7\nif props.Prod {\n\tbig = 8\n}\nbig = f()'],
      ['jsii.Number(big)', 'unknown', 'big := 7\nfor range props.Sizes {\n\tbig = 8\n}'],
      ['jsii.Number(big)', 'unknown', 'big := 7\nbig += 1'],
      ['jsii.Number(big)', 'unknown', 'big := 7\nbig++'],
      ['big', 'unknown', 'const (\n\tsmall = iota\n\tbig\n)'],
      ['sizes[1]', '2', 'sizes := []float64{1, 2}'],
      ['config["size"]', '7', 'config := map[string]float64{"size": 7}'],
      ['config["size"]', 'unknown', 'config := map[string]float64{"size": 7}\nconfig["size"] = 8'],
      ['config.Size', '7', 'config := Config{Size: 7}'],
      ['config.Size', 'unknown', 'config := Config{}'],
      ['props.Size', 'unknown'],
      ['jsii.String(os.Getenv("SIZE"))', 'unknown'],
      ['helper(1)', 'unknown'],
    ] as const) {
      it(`${head ? `${head}; ` : ''}${code}`, () => assert.equal(value(code, head), expected));
    }
    it('of the file', () => {
      const template = readGo(
        `const Size = 1\nvar (\n\tdiskType = "st1"\n)\n${inStack('ec2.NewCfnVolume(stack, jsii.String("It"), &ec2.CfnVolumeProps{Size: jsii.Number(Size), VolumeType: &diskType})')}`,
      );
      assert.equal(show(resource(template, 'It').properties), '{ Size: 1, VolumeType: "st1" }');
    });
    it('of pointers that the file makes itself', () => {
      const template = readGo(
        `func ptr[T any](value T) *T { return &value }\n${inStack('ec2.NewCfnVolume(stack, ptr("It"), &ec2.CfnVolumeProps{Size: ptr[float64](1), VolumeType: ptr("st1")})')}`,
      );
      assert.equal(show(resource(template, 'It').properties), '{ Size: 1, VolumeType: "st1" }');
    });
  });

  describe('props', () => {
    for (const [name, code, expected] of [
      ['none', 'ec2.NewCfnVolume(stack, jsii.String("It"), nil)', '{  }'],
      [
        'in a variable',
        'given := ec2.CfnVolumeProps{Size: jsii.Number(2)}\nec2.NewCfnVolume(stack, jsii.String("It"), &given)',
        '{ Size: 2 }',
      ],
      [
        'built up step by step',
        'p := &ec2.CfnVolumeProps{Size: jsii.Number(1)}\np.Size = jsii.Number(2)\np.VolumeType = jsii.String("gp3")\nec2.NewCfnVolume(stack, jsii.String("It"), p)\np.Size = nil',
        '{ Size: 2, VolumeType: "gp3" }',
      ],
      [
        'built up from nothing',
        'var p ec2.CfnVolumeProps\np.Size = jsii.Number(2)\nec2.NewCfnVolume(stack, jsii.String("It"), &p)',
        '{ Size: 2 }',
      ],
      [
        'of which a condition decides',
        'p := new(ec2.CfnVolumeProps)\nif props.Large {\n\tp.Size = jsii.Number(2)\n}\nec2.NewCfnVolume(stack, jsii.String("It"), p)',
        '{ Size: 2 (props.Large) | absent (!props.Large) }',
      ],
      [
        'that a loop changes',
        'p := &ec2.CfnVolumeProps{Size: jsii.Number(1)}\nfor x := range sizes {\n\tec2.NewCfnVolume(stack, jsii.String("It"), p)\n\tp.Size = x\n}',
        '{ … }',
      ],
      [
        'with structures of L1',
        'ec2.NewCfnSecurityGroup(stack, jsii.String("It"), &ec2.CfnSecurityGroupProps{SecurityGroupIngress: &[]interface{}{&ec2.CfnSecurityGroup_IngressProperty{CidrIp: jsii.String("0.0.0.0/0")}, map[string]*string{"cidrIp": jsii.String("10.0.0.0/8")}}})',
        '{ SecurityGroupIngress: [{ CidrIp: "0.0.0.0/0" }, { CidrIp: "10.0.0.0/8" }] }',
      ],
      [
        'with keys of the user',
        'awslambda.NewCfnFunction(stack, jsii.String("It"), &awslambda.CfnFunctionProps{Environment: &awslambda.CfnFunction_EnvironmentProperty{Variables: &map[string]*string{"MY_key": jsii.String("x")}}})',
        '{ Environment: { Variables: { MY_key: "x" } } }',
      ],
    ] as const) {
      it(name, () => assert.equal(properties(code), expected));
    }
    it('of an L2 construct with structures in lists', () => {
      assert.match(
        properties(
          'ec2.NewInstance(stack, jsii.String("It"), &ec2.InstanceProps{BlockDevices: &[]*ec2.BlockDevice{{DeviceName: jsii.String("x"), Volume: ec2.BlockDeviceVolume_Ebs(jsii.Number(9), &ec2.EbsDeviceOptions{VolumeType: ec2.EbsDeviceVolumeType_ST1})}}})',
        ),
        /\{ DeviceName: "x", Ebs: \{ VolumeSize: 9, VolumeType: "st1" \}/,
      );
    });
  });

  describe('is followed through', () => {
    const volume = 'ec2.NewCfnVolume(stack, jsii.String("It"), &ec2.CfnVolumeProps{Size: jsii.Number(size)})';
    for (const [name, code] of [
      [
        'functions',
        `${inStack('front(stack, 3)')}\nfunc front(stack cdk.Stack, size float64) {\n\t${volume}\n}`,
      ],
      ['what functions give', `func three() float64 { return 3 }\n${inStack(`size := three()\n${volume}`)}`],
      [
        'one of several that they give',
        `func both() (float64, error) { return 3, nil }\n${inStack(`size, err := both()\n${volume}`)}`,
      ],
      ['functions in functions', inStack(`build := func(size float64) {\n\t${volume}\n}\nbuild(3)`)],
      ['loops over lists', inStack(`for _, size := range []float64{3} {\n\t${volume}\n}`)],
      ['blocks', inStack(`{\n\tsize := 3\n\t${volume}\n}`)],
      ['what begins a condition', inStack(`if size := 3; true {\n\t${volume}\n}`)],
      [
        'structures',
        inStack(`settings := &Settings{Sizes{Data: 3}}\nsize := settings.Sizes.Data\n${volume}`) +
          '\ntype Settings struct { Sizes Sizes }',
      ],
      [
        'what a stack is made with',
        `${inStack(`size := props.Size\n${volume}`)}\nfunc main() {\n\tNewS(app, "S", &SProps{Size: 3})\n}`,
      ],
      [
        'methods and fields',
        'type Shop struct {\n\tcdk.Stack\n\tsize float64\n}\nfunc (s *Shop) Front() {\n\tsize := s.size\n\tstack := s.Stack\n\t' +
          `${volume}\n}\n${inStack('shop := &Shop{Stack: stack, size: 3}\nshop.Front()')}`,
      ],
      [
        'methods that stand above their type',
        `func (s Shop) front(size float64) {\n\t${volume}\n}\n${inStack('shop := Shop{stack}\nshop.front(3)')}\ntype Shop struct{ stack cdk.Stack }`,
      ],
    ] as const) {
      it(name, () => assert.equal(show(resource(readGo(code), 'It').properties), '{ Size: 3 }'));
    }
    for (const [how, made] of [
      ['made', 'stack := cdk.NewStack(app, &id, nil)'],
      ['embedded', 'stack := &Shop{}\n\tcdk.NewStack_Override(stack, app, &id, nil)'],
      ['embedded where a dot imports it', 'stack := &Shop{}\n\tNewStack_Override(stack, app, &id, nil)'],
    ] as const) {
      it(`stacks that are ${how}: each is read as if it were the only one`, () => {
        const template = readGo(
          `import . "${module}/awscdk/v2"\ntype Shop struct{ cdk.Stack }\nfunc NewShop(app cdk.App, id string, size float64) {\n\t${made}\n\t${volume}\n}\nfunc main() {\n\tNewShop(app, "Test", 3)\n\tNewShop(app, "Prod", 4)\n}`,
        );
        assert.deepEqual([...template.resources.keys()], ['/It']);
      });
    }
    it('methods that give a construct', () => {
      const template = readGo(
        `type Shop struct{ cdk.Stack }\nfunc (shop *Shop) door() elbv2.ApplicationLoadBalancer {\n\treturn elbv2.NewApplicationLoadBalancer(shop, jsii.String("It"), nil)\n}\nfunc (shop *Shop) open() {\n\tlb := shop.door()\n\tlb.LogAccessLogs(bucket, nil)\n}`,
      );
      assert.match(show(resource(template, 'It').properties), /access_logs\.s3\.enabled/);
    });
    it('fields of a structure between its methods', () => {
      const template = readGo(
        `type Shop struct {\n\tcdk.Stack\n\tlb elbv2.ApplicationLoadBalancer\n}\nfunc (s *Shop) front() {\n\ts.lb = elbv2.NewApplicationLoadBalancer(s, jsii.String("It"), nil)\n}\nfunc (s *Shop) logs() {\n\ts.lb.LogAccessLogs(bucket, nil)\n}`,
      );
      assert.match(show(resource(template, 'It').properties), /access_logs\.s3\.enabled/);
    });
  });

  describe('is not certain of constructs', () => {
    for (const [code, certain] of [
      ['b.AddToResourcePolicy(statement)', true],
      ['awss3notifications.NewLambdaDestination(b)', true],
      ['cdk.NewCfnOutput(stack, jsii.String("O"), &cdk.CfnOutputProps{Value: b.BucketArn()})', true],
      ['cdk.Tags_Of(b).Add(jsii.String("a"), jsii.String("b"), nil)', true],
      ['fmt.Println(b)', true],
      ['harden(b)', false],
      ['b.Node().DefaultChild().(awss3.CfnBucket).AddPropertyOverride(jsii.String("A"), 1)', false],
      ['cfn := b.Node().DefaultChild().(awss3.CfnBucket)', false],
      ['cdk.Aspects_Of(stack).Add(cdknag.NewAwsSolutionsChecks(nil))', true],
      ['cdk.Aspects_Of(stack).Add(&Check{})', false],
      ['b = other', false],
    ] as const) {
      it(`${certain ? 'unless' : 'after'} ${code}`, () => {
        const found = resource(stack(`b := awss3.NewBucket(stack, jsii.String("It"), nil)\n${code}`), 'It');
        assert.equal(found.construct?.certain, certain);
      });
    }
    it('of L1 after a property is set', () => {
      const found = stack(
        'b := awss3.NewCfnBucket(stack, jsii.String("It"), nil)\nb.SetVersioningConfiguration(&awss3.CfnBucket_VersioningConfigurationProperty{})',
      );
      assert.equal(resource(found, 'It').construct?.certain, false);
    });
  });

  it('says under which condition a construct is made', () => {
    const bucket = (id: string) => `\n\tawss3.NewCfnBucket(stack, jsii.String("${id}"), nil)\n`;
    const template = stack(
      `if props.Prod {${bucket('A')}} else if props.Test {${bucket('B')}} else {${bucket('C')}}`,
    );
    assert.equal(resource(template, 'A').condition, 'props.Prod');
    assert.equal(resource(template, 'B').condition, 'props.Test');
    assert.equal(resource(template, 'C').condition, '!props.Test');
  });

  it('keeps the comments of a construct', () => {
    const template = stack(
      '// kumonote-disable-next-line a/b\nawss3.NewCfnBucket(stack, jsii.String("It"), &awss3.CfnBucketProps{\n\tBucketName: jsii.String("x"), // why\n})',
    );
    assert.deepEqual(
      resource(template, 'It').comments.map((each) => each.text),
      ['kumonote-disable-next-line a/b', 'why'],
    );
  });

  it('counts offsets as editors do', () => {
    const template = stack('title := "雲ノート 🐙"\nb := awss3.NewCfnBucket(stack, jsii.String("It"), nil)');
    const { origin, typeSpan } = resource(template, 'It');
    assert.equal(template.text.slice(origin + typeSpan.start, origin + typeSpan.end), 'NewCfnBucket');
  });
});
