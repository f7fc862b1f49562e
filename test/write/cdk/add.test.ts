import { strict as assert } from 'node:assert';
import type { Edit } from '../../../server/rules/rule.ts';
import { write } from '../../../server/write/index.ts';
import { loadCdk, readCdk, resource } from '../../read/cdk/support.ts';
import { dedent } from '../../support/marked.ts';
import { applied } from '../apply.ts';

/** `code` with a dead-letter queue for the queue `Jobs`, for which that waits where `uses` is more than once. */
function added(code: string, languageId: string, uses: 0 | 1 | 2): string {
  const text = dedent(code);
  const template = readCdk(text, languageId);
  const jobs = resource(template, 'Jobs');
  const name = 'JobsFailed';
  const add: Edit = { kind: 'add', resource: jobs, name, type: 'AWS::SQS::Queue', properties: {} };
  const set: Edit = {
    kind: 'set',
    resource: jobs,
    path: ['RedrivePolicy'],
    to: { deadLetterTargetArn: { 'Fn::GetAtt': [name, 'Arn'] }, maxReceiveCount: 5 },
  };
  const depend: Edit = { kind: 'depend', resource: jobs, on: name };
  return applied(template, write(template, [add, set, depend].slice(0, uses + 1)));
}

const cases: readonly (readonly [
  what: string,
  language: string,
  uses: 0 | 1 | 2,
  before: string,
  after: string,
])[] = [
  [
    'where it is used, with an import beside another one of the module',
    'typescript',
    1,
    `
      import { CfnQueue, // old
      } from "aws-cdk-lib/aws-sqs"
      import {
        Queue as Q,
      } from "aws-cdk-lib/aws-sqs"; // queues
      new CfnQueue(scope, "Jobs")
    `,
    `
      import { CfnQueue, // old
      } from "aws-cdk-lib/aws-sqs"
      import {
        Queue as Q,
      } from "aws-cdk-lib/aws-sqs"; // queues
      new CfnQueue(scope, "Jobs", { redrivePolicy: { deadLetterTargetArn: new CfnQueue(scope, "JobsFailed").attrArn, maxReceiveCount: 5 } })
    `,
  ],
  [
    'in a statement of its own, where nothing uses it',
    'typescript',
    0,
    `
      import * as sqs from 'aws-cdk-lib/aws-sqs';
      class S { constructor() {
        this.jobs = new sqs.Queue(this, 'Jobs'); // work
      } }
    `,
    `
      import * as sqs from 'aws-cdk-lib/aws-sqs';
      class S { constructor() {
        this.jobs = new sqs.Queue(this, 'Jobs'); // work
        new sqs.Queue(this, 'JobsFailed');
      } }
    `,
  ],
  [
    'with a variable, where more than one use it',
    'typescript',
    2,
    `
      import * as sqs from 'aws-cdk-lib/aws-sqs';
      const jobsFailed = 1;
      const jobs = new sqs.Queue(this, 'Jobs', { fifo });
    `,
    `
      import * as sqs from 'aws-cdk-lib/aws-sqs';
      const jobsFailed = 1;
      const jobsFailed2 = new sqs.Queue(this, 'JobsFailed');
      const jobs = new sqs.Queue(this, 'Jobs', { fifo, deadLetterQueue: { queue: jobsFailed2, maxReceiveCount: 5 } });
      jobs.node.addDependency(jobsFailed2);
    `,
  ],
  [
    'with a variable in Python',
    'python',
    2,
    `
      from aws_cdk import aws_sqs as sqs
      class S(Stack):
          def __init__(self):
              self.jobs = sqs.CfnQueue(self, 'Jobs')
    `,
    `
      from aws_cdk import aws_sqs as sqs
      class S(Stack):
          def __init__(self):
              jobs_failed = sqs.CfnQueue(self, 'JobsFailed')
              self.jobs = sqs.CfnQueue(self, 'Jobs', redrive_policy={'deadLetterTargetArn': jobs_failed.attr_arn, 'maxReceiveCount': 5})
              self.jobs.node.add_dependency(jobs_failed)
    `,
  ],
  [
    'with a variable in Go',
    'go',
    2,
    `
      package main
      import (
      	sqs "github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
      	"github.com/aws/jsii-runtime-go"
      )
      func f(stack Stack) {
      	jobs := sqs.NewQueue(stack, jsii.String("Jobs"), nil)
      }
    `,
    `
      package main
      import (
      	sqs "github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
      	"github.com/aws/jsii-runtime-go"
      )
      func f(stack Stack) {
      	jobsFailed := sqs.NewQueue(stack, jsii.String("JobsFailed"), nil)
      	jobs := sqs.NewQueue(stack, jsii.String("Jobs"), &sqs.QueueProps{DeadLetterQueue: &sqs.DeadLetterQueue{Queue: jobsFailed, MaxReceiveCount: jsii.Number(5)}})
      	jobs.Node().AddDependency(jobsFailed)
      }
    `,
  ],
  [
    'where it is used in L1 in Go',
    'go',
    1,
    `
      package main
      import sqs "github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
      import "github.com/aws/jsii-runtime-go"
      var jobs = sqs.NewCfnQueue(app, jsii.String("Jobs"), nil)
    `,
    `
      package main
      import sqs "github.com/aws/aws-cdk-go/awscdk/v2/awssqs"
      import "github.com/aws/jsii-runtime-go"
      var jobs = sqs.NewCfnQueue(app, jsii.String("Jobs"), &sqs.CfnQueueProps{RedrivePolicy: map[string]interface{}{"deadLetterTargetArn": sqs.NewCfnQueue(app, jsii.String("JobsFailed"), nil).AttrArn(), "maxReceiveCount": jsii.Number(5)}})
    `,
  ],
  [
    'not where the scope is not given',
    'typescript',
    1,
    "import * as sqs from 'aws-cdk-lib/aws-sqs';\nnew sqs.Queue(...jobs, 'Jobs');\n",
    'not possible',
  ],
];

const go = 'github.com/aws/aws-cdk-go/awscdk/v2';
const jsii = 'github.com/aws/jsii-runtime-go';

const imports: readonly (readonly [what: string, language: string, before: string, after: string])[] = [
  [
    'beside another class of the module',
    'typescript',
    "import { Stack } from 'aws-cdk-lib';\nimport { Queue } from 'aws-cdk-lib/aws-sqs';\n",
    "import { Stack, Duration } from 'aws-cdk-lib';\nimport { Queue } from 'aws-cdk-lib/aws-sqs';\n",
  ],
  [
    'on lines of their own',
    'typescript',
    "import {\n  Stack,\n} from 'aws-cdk-lib';\nimport { Queue } from 'aws-cdk-lib/aws-sqs';\n",
    "import {\n  Stack, Duration,\n} from 'aws-cdk-lib';\nimport { Queue } from 'aws-cdk-lib/aws-sqs';\n",
  ],
  [
    'below the last import of CDK',
    'typescript',
    'import { Queue } from "aws-cdk-lib/aws-sqs" // queues\nimport fs from "fs"\n',
    'import { Queue } from "aws-cdk-lib/aws-sqs" // queues\nimport { Duration } from "aws-cdk-lib"\nimport fs from "fs"\n',
  ],
  [
    'as a module of CommonJS',
    'javascript',
    "const { Queue } = require('aws-cdk-lib/aws-sqs');\n",
    "const { Queue } = require('aws-cdk-lib/aws-sqs');\nconst { Duration } = require('aws-cdk-lib');\n",
  ],
  [
    'in Python',
    'python',
    'from aws_cdk import Stack\nfrom aws_cdk.aws_sqs import Queue\n',
    'from aws_cdk import Stack, Duration\nfrom aws_cdk.aws_sqs import Queue\n',
  ],
  [
    'in Python, in parentheses',
    'python',
    'from aws_cdk import (\n    Stack,\n)\nfrom aws_cdk.aws_sqs import Queue\n',
    'from aws_cdk import (\n    Stack, Duration,\n)\nfrom aws_cdk.aws_sqs import Queue\n',
  ],
  [
    'in Go, in the order of paths',
    'go',
    `package main\nimport (\n\t"fmt"\n\n\t"${go}/awssqs" // queues\n\t"${jsii}"\n)\n`,
    `package main\nimport (\n\t"fmt"\n\n\t"${go}"\n\t"${go}/awssqs" // queues\n\t"${jsii}"\n)\n`,
  ],
  [
    'in Go, without parentheses',
    'go',
    `package main\nimport "${go}/awssqs" // queues\nimport "${jsii}"\n`,
    `package main\nimport "${go}/awssqs" // queues\nimport "${go}"\nimport "${jsii}"\n`,
  ],
];

/** A queue without and with a duration. */
const queues: Readonly<Record<string, readonly [before: string, after: string]>> = {
  typescript: [
    "new Queue(this, 'Jobs')",
    "new Queue(this, 'Jobs', { visibilityTimeout: Duration.seconds(60) })",
  ],
  javascript: [
    "new Queue(this, 'Jobs')",
    "new Queue(this, 'Jobs', { visibilityTimeout: Duration.seconds(60) })",
  ],
  python: ["Queue(self, 'Jobs')", "Queue(self, 'Jobs', visibility_timeout=Duration.seconds(60))"],
  go: [
    'awssqs.NewQueue(stack, jsii.String("Jobs"), nil)',
    'awssqs.NewQueue(stack, jsii.String("Jobs"), &awssqs.QueueProps{VisibilityTimeout: awscdk.Duration_Seconds(jsii.Number(60))})',
  ],
};

describe('A construct is added', () => {
  before(loadCdk);
  for (const [what, language, uses, before, after] of cases) {
    it(what, () => assert.equal(added(before, language, uses), dedent(after)));
  }
});

describe('What new code needs is imported', () => {
  before(loadCdk);
  for (const [what, language, before, after] of imports) {
    it(what, () => {
      const quote = before.includes("'") ? "'" : '"';
      const [queue = '', withTimeout = ''] = (queues[language] ?? []).map((each) =>
        each.replaceAll("'", quote),
      );
      const template = readCdk(`${before}${queue}\n`, language);
      const edit: Edit = {
        kind: 'set',
        resource: resource(template, 'Jobs'),
        path: ['VisibilityTimeout'],
        to: 60,
      };
      assert.equal(applied(template, write(template, [edit])), `${after}${withTimeout}\n`);
    });
  }
});
