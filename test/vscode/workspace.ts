/** The files that the tests in the editor work on, in a folder that each run has for itself. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { dedent } from '../support/marked.ts';

const files: Readonly<Record<string, string>> = {
  'network.yaml': `
    Resources:
      PublicAlb:
        Type: AWS::ElasticLoadBalancingV2::LoadBalancer
        Properties:
          # Two zones, as our handbook says.
          Subnets: [subnet-a, subnet-b]

      Disk:
        Type: AWS::EC2::Volume
        Properties:
          AvailabilityZone: eu-west-1a
          Size: 500
          VolumeType: st1
    `,
  'stack.ts': `
    import { Stack } from 'aws-cdk-lib';
    import * as ec2 from 'aws-cdk-lib/aws-ec2';
    import * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';

    export class WebStack extends Stack {
      constructor(scope: Stack, id: string) {
        super(scope, id);
        const vpc = new ec2.Vpc(this, 'Vpc');
        new elbv2.ApplicationLoadBalancer(this, 'Alb', { vpc, internetFacing: true });
      }
    }
    `,
  'stack.py': `
    from aws_cdk import Stack, aws_ec2 as ec2, aws_elasticloadbalancingv2 as elbv2, aws_sqs as sqs
    from constructs import Construct


    class WebStack(Stack):
        def __init__(self, scope: Construct, construct_id: str) -> None:
            super().__init__(scope, construct_id)
            vpc = ec2.Vpc(self, "Vpc")
            elbv2.ApplicationLoadBalancer(self, "Alb", vpc=vpc, internet_facing=True)
            sqs.Queue(self, "Jobs")
    `,
  'deployment.yaml': `
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: web
    spec:
      replicas: 2
    `,
  'notes/storage.md': `
    # Storage

    ## EBS volume types

    Ask the storage guild before you choose st1.
    `,
  'notes/orders.md': `
    # Orders

    ## Journey of an order

    An order waits in the queue until a worker has time.

    \`\`\`mermaid
    flowchart LR
        shop[Shop] -->|"order [JSON]"| queue[(Queue)]
        queue --> worker{{"<script>alert('no')</script>"}}
        worker -->|try again| queue
        click shop "https://example.com/"
        style shop fill:url(https://example.com/red.svg)
    \`\`\`

    ## Plan

    \`\`\`mermaid
    gantt
        title When it will be ready
    \`\`\`
    `,
};

/** Makes the folder and answers with its path. */
export function createWorkspace(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kumonote-workspace-'));
  for (const [name, text] of Object.entries(files)) {
    const file = join(folder, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, dedent(text));
  }
  return folder;
}
