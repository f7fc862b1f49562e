/** Files that merely look like ours: whole and half typed, they get no diagnostics, no hover and no actions. */
import assert from 'node:assert/strict';
import { type Editor, startEditor } from '../support/editor.ts';

interface Foreign {
  readonly path: string;
  readonly languageId: string;
  readonly text: string;
}

const foreign: readonly Foreign[] = [
  {
    path: 'deployment.yaml',
    languageId: 'yaml',
    text: `apiVersion: apps/v1
kind: Deployment
metadata:
  name: queue-worker
Resources: none
spec:
  template:
    spec:
      containers:
        - name: worker
          image: worker:1
          resources:
            limits: { memory: 1Gi }
---
apiVersion: v1
kind: Service
spec:
  type: LoadBalancer
  ports: [{ port: 22 }]
`,
  },
  {
    path: 'controller.yaml',
    languageId: 'yaml',
    text: `apiVersion: s3.services.k8s.aws/v1alpha1
kind: Bucket
metadata: { name: logs }
spec:
  name: logs
  versioning: { status: Suspended }
`,
  },
  {
    path: '.github/workflows/deploy.yml',
    languageId: 'yaml',
    text: `name: Deploy
on: [push]
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - run: |
          cat > t.yaml <<EOF
          AWSTemplateFormatVersion: "2010-09-09"
          Resources:
            Jobs:
              Type: AWS::SQS::Queue
          EOF
          aws cloudformation deploy --template-file t.yaml
`,
  },
  {
    path: 'docker-compose.yml',
    languageId: 'yaml',
    text: `services:
  queue:
    image: softwaremill/elasticmq
    environment:
      RESOURCE_TYPE: AWS::SQS::Queue
    volumes: [data:/var/lib]
volumes:
  data: {}
`,
  },
  {
    path: 'openapi.yaml',
    languageId: 'yaml',
    text: `openapi: 3.0.3
info: { title: Orders, version: "1" }
components:
  schemas:
    Resource:
      type: object
      properties:
        Type: { type: string, enum: ["AWS::SQS::Queue", "AWS::S3::Bucket"] }
paths:
  /orders:
    get:
      x-amazon-apigateway-integration:
        type: aws_proxy
        uri: arn:aws:apigateway:eu-west-1:lambda:path/functions/AWS::S3::Bucket
`,
  },
  {
    path: 'serverless.yml',
    languageId: 'yaml',
    text: `service: orders
provider:
  name: aws
  runtime: nodejs20.x
functions:
  take:
    handler: take.handler
    events: [{ sqs: arn:aws:sqs:eu-west-1:123456789012:orders }]
resources:
  Resources:
    Jobs:
      Type: AWS::SQS::Queue
`,
  },
  {
    path: 'package.json',
    languageId: 'json',
    text: `{
  "name": "orders",
  "dependencies": { "aws-cdk-lib": "^2.0.0", "@aws-sdk/client-s3": "^3.0.0" },
  "Resources": "none"
}
`,
  },
  {
    path: 'tsconfig.json',
    languageId: 'jsonc',
    text: `{
  // AWS::S3::Bucket
  "compilerOptions": { "strict": true, "types": ["node"] }
}
`,
  },
  {
    path: 'ja.json',
    languageId: 'json',
    text: `{
  "Parameters": "パラメーター",
  "Resources": { "title": "リソース", "Type": "種類" },
  "AWS::SQS::Queue": "キュー"
}
`,
  },
  {
    path: 'queue.component.ts',
    languageId: 'typescript',
    text: `import { Component } from '@angular/core';
@Component({ selector: 'app-queue', template: '<p>AWS::SQS::Queue</p>' })
export class Queue { bucket = new Bucket(this, 'Logs', { versioned: false }); }
class Bucket { constructor(readonly owner: unknown, readonly id: string, readonly props: object) {} }
`,
  },
  {
    path: 'Volume.tsx',
    languageId: 'typescriptreact',
    text: `import { useState } from 'react';
export function Volume() {
  const [volumeType, setVolumeType] = useState('st1');
  return <button onClick={() => setVolumeType('standard')}>{volumeType}</button>;
}
`,
  },
  {
    path: 'upload.ts',
    languageId: 'typescript',
    text: `import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { CreateVolumeCommand, EC2Client } from '@aws-sdk/client-ec2';
await new S3Client({}).send(new CreateBucketCommand({ Bucket: 'logs' }));
await new EC2Client({}).send(new CreateVolumeCommand({ VolumeType: 'st1', Size: 1, AvailabilityZone: 'a' }));
`,
  },
  {
    path: 'cdktf.ts',
    languageId: 'typescript',
    text: `import { TerraformStack } from 'cdktf';
import { SqsQueue } from '@cdktf/provider-aws/lib/sqs-queue';
import { EbsVolume } from '@cdktf/provider-aws/lib/ebs-volume';
export class Orders extends TerraformStack {
  constructor(scope: any, id: string) {
    super(scope, id);
    new SqsQueue(this, 'jobs', { name: 'jobs' });
    new EbsVolume(this, 'disk', { type: 'st1', size: 1, availabilityZone: 'a' });
  }
}
`,
  },
  {
    path: 'pulumi.ts',
    languageId: 'typescript',
    text: `import * as aws from '@pulumi/aws';
import * as ec2 from '@pulumi/aws/ec2';
export const bucket = new aws.s3.Bucket('logs', { versioning: { enabled: false } });
export const disk = new ec2.Volume('disk', { volumeType: 'st1' });
`,
  },
];

describe('files that are not ours', () => {
  let editor: Editor;
  before(async () => {
    editor = await startEditor();
  });
  after(() => editor.dispose());

  for (const { path, languageId, text } of foreign) {
    it(`leaves ${path} alone, whole and half typed`, async () => {
      assert.deepEqual(await editor.open(path, languageId, text), []);
      const cuts = [1, 0.8, 0.55, 0.3].map((part) => Math.floor(text.length * part));
      for (const cut of cuts) {
        assert.deepEqual(await editor.type(path, text.slice(0, cut)), [], text.slice(0, cut));
        for (let at = 0; at < cut; at += 23) {
          assert.equal(await editor.hover(path, at), undefined, text.slice(at, at + 20));
        }
        assert.deepEqual(await editor.codeActions(path, Math.floor(cut / 2)), []);
      }
    });
  }
});
