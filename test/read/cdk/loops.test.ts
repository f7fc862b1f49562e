/** Loops of every language over what is known when the program is read. */
import { strict as assert } from 'node:assert';
import { loadCdk, readCdk, show } from './support.ts';

const python = `
from aws_cdk import Stack, aws_ec2 as ec2
DISKS = {"A": {"size": 1}, "B": {"size": 2}}
class S(Stack):
    def __init__(self, scope, id):
        LOOP
`;
const java = `
import java.util.*;
import software.amazon.awscdk.*;
import software.amazon.awscdk.services.ec2.*;
class S extends Stack {
  private static final Map<String, Integer> DISKS = Map.of("A", 1, "B", 2);
  S(App scope, String id) {
    LOOP
  }
}`;
const csharp = `
using Amazon.CDK;
using Amazon.CDK.AWS.EC2;
class S : Stack {
  S(App scope, string id) : base(scope, id) {
    LOOP
  }
}`;
const go = `
package main
import (
	"fmt"
	"github.com/aws/aws-cdk-go/awscdk/v2"
	"github.com/aws/aws-cdk-go/awscdk/v2/awsec2"
	"github.com/aws/jsii-runtime-go"
)
func NewS(scope awscdk.App) {
	stack := awscdk.NewStack(scope, jsii.String("S"), nil)
	LOOP
}`;
const volume = 'awsec2.NewCfnVolume(stack, jsii.String(ID), &awsec2.CfnVolumeProps{Size: jsii.Number(size)})';

const cases: Readonly<Record<string, readonly (readonly [loop: string, expected: string])[]>> = {
  python: [
    ['for size in range(2): ec2.CfnVolume(self, f"D{size}", size=size)', 'D0 0, D1 1'],
    ['for size in range(7, 9): ec2.CfnVolume(self, "D" + str(size), size=size)', 'D7 7, D8 8'],
    ['for at, size in enumerate([7, 8]): ec2.CfnVolume(self, f"D{at}", size=size)', 'D0 7, D1 8'],
    ['for name, size in [("A", 7), ("B", 8)]: ec2.CfnVolume(self, name, size=size)', 'A 7, B 8'],
    ['for at, (name, size) in enumerate([("A", 7)]): ec2.CfnVolume(self, f"{name}{at}", size=size)', 'A0 7'],
    ['for name, disk in DISKS.items(): ec2.CfnVolume(self, name, size=disk["size"])', 'A 1, B 2'],
    ['for name in DISKS: ec2.CfnVolume(self, name, size=1)', 'A 1, B 1'],
    ['disks = [ec2.CfnVolume(self, f"D{size}", size=size) for size in [7, 8]]', 'D7 7, D8 8'],
  ],
  java: [
    ['for (int i = 0; i < 2; i++) CfnVolume.Builder.create(this, "D" + i).size(i).build();', 'D0 0, D1 1'],
    ['for (int i = 7; i <= 8; ++i) CfnVolume.Builder.create(this, "D" + i).size(i).build();', 'D7 7, D8 8'],
    [
      'for (int i = 0; i < 2; i += 2) CfnVolume.Builder.create(this, "D" + i).size(i).build();',
      'CfnVolume unknown',
    ],
    ['List.of("A", "B").forEach(id -> CfnVolume.Builder.create(this, id).size(3).build());', 'A 3, B 3'],
    ['DISKS.forEach((id, size) -> CfnVolume.Builder.create(this, id).size(size).build());', 'A 1, B 2'],
    [
      'for (Map.Entry<String, Integer> disk : DISKS.entrySet()) CfnVolume.Builder.create(this, disk.getKey()).size(disk.getValue()).build();',
      'A 1, B 2',
    ],
    [
      'DISKS.entrySet().stream().forEach(disk -> CfnVolume.Builder.create(this, disk.getKey()).size(disk.getValue()).build());',
      'A 1, B 2',
    ],
    [
      'for (var id : DISKS.keySet()) CfnVolume.Builder.create(this, id).size(DISKS.get(id)).build();',
      'A 1, B 2',
    ],
  ],
  csharp: [
    [
      'for (var i = 0; i < 2; i++) new CfnVolume(this, $"D{i}", new CfnVolumeProps { Size = i });',
      'D0 0, D1 1',
    ],
    [
      'foreach (var id in new[] { "A", "B" }) new CfnVolume(this, id, new CfnVolumeProps { Size = 3 });',
      'A 3, B 3',
    ],
    [
      'foreach (var disk in new Dictionary<string, double> { ["A"] = 1, ["B"] = 2 }) new CfnVolume(this, disk.Key, new CfnVolumeProps { Size = disk.Value });',
      'A 1, B 2',
    ],
    [
      'var disks = new Dictionary<string, double> { { "A", 1 }, { "B", 2 } }; foreach (var (id, size) in disks) new CfnVolume(this, id, new CfnVolumeProps { Size = size });',
      'A 1, B 2',
    ],
    [
      'var disks = new Dictionary<string, double> { { "A", 1 } }; disks.Add("B", 2); foreach (var (id, size) in disks) new CfnVolume(this, id, new CfnVolumeProps { Size = size });',
      'CfnVolume unknown',
    ],
    [
      'foreach (var (id, size) in new[] { ("A", 1), ("B", 2) }) new CfnVolume(this, id, new CfnVolumeProps { Size = size });',
      'A 1, B 2',
    ],
    [
      'foreach (var disk in new[] { ("A", 1), ("B", 2) }) new CfnVolume(this, disk.Item1, new CfnVolumeProps { Size = disk.Item2 });',
      'CfnVolume unknown, CfnVolume unknown',
    ],
  ],
  go: [
    [
      `for name, size := range map[string]float64{"A": 1, "B": 2} { ${volume.replace('ID', 'name')} }`,
      'A 1, B 2',
    ],
    [`for size := 0; size < 2; size++ { ${volume.replace('ID', 'fmt.Sprintf("D%d", size)')} }`, 'D0 0, D1 1'],
    [`for size := range 2 { ${volume.replace('ID', 'fmt.Sprintf("D%d", size)')} }`, 'D0 0, D1 1'],
    [`for size, name := range []string{"A", "B"} { ${volume.replace('ID', 'name')} }`, 'A 0, B 1'],
  ],
};

describe('Loops make a resource in each turn', () => {
  before(loadCdk);

  for (const [language, frame] of Object.entries({ python, java, csharp, go })) {
    describe(`in ${language}`, () => {
      for (const [loop, expected] of cases[language] ?? []) {
        it(loop, () => {
          const volumes = readCdk(frame.replace('LOOP', loop), language).byType.get('AWS::EC2::Volume') ?? [];
          const found = volumes.map(({ name, properties }) => {
            const size = properties.entries.find(({ key }) => key === 'Size');
            return `${name} ${size ? show(size.value) : ''}`;
          });
          assert.equal(found.join(', '), expected);
        });
      }
    });
  }
});
