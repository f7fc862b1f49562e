import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { createAnalyses } from '../../server/host/analysis.ts';
import { createLinkedFiles } from '../../server/host/linkedFiles.ts';
import { settingsFrom } from '../../server/host/settings.ts';
import { createWorkspaceIndex, type WorkspaceIndex } from '../../server/host/workspaceIndex.ts';
import { loadCdk } from '../read/cdk/support.ts';
import { memoryFiles } from '../support/memoryFiles.ts';

const root = 'file:///workspace';
const queue = 'Resources:\n  Jobs:\n    Type: AWS::SQS::Queue\n';
const stack = `
import * as s3 from 'aws-cdk-lib/aws-s3';
export class Shop { constructor() { new s3.Bucket(this, 'Files'); } }
`;

describe('the workspace index', () => {
  before(loadCdk);
  let files: Map<string, string>;
  let documents: TextDocument[];
  let index: WorkspaceIndex;
  const analyses = createAnalyses(
    () => [],
    () => settingsFrom({}, 'en'),
    assert.fail,
  );

  beforeEach(async () => {
    files = new Map([
      ['queue.yaml', queue],
      ['lib/stack.ts', stack],
      ['lib/names.ts', 'export const name = "shop";'],
      ['pod.yaml', 'kind: Pod\n'],
    ]);
    documents = [];
    const disk = memoryFiles(root, files);
    const document = (uri: string) => documents.find((each) => each.uri === uri);
    index = createWorkspaceIndex(
      disk,
      createLinkedFiles(disk, () => undefined),
      {
        all: () => documents,
        document,
        latest: analyses.latest,
        template: async (document) => (await analyses.of(document))?.template,
      },
    );
    await index.load([root]);
  });

  /** Every resource as `lib/stack.ts AWS::S3::Bucket Files`. */
  function shown(): string[] {
    return index
      .files()
      .flatMap(({ uri, resources }) =>
        resources.map(({ type, name }) => `${uri.slice(root.length + 1)} ${type} ${name}`),
      );
  }

  /** Opens a file with this text, and reads it as far as asked. */
  async function open(path: string, languageId: string, text: string, isRead = true): Promise<void> {
    const document = TextDocument.create(`${root}/${path}`, languageId, 1, text);
    documents.push(document);
    if (isRead) await analyses.of(document);
  }

  it('knows what every file makes, and where it is written', () => {
    assert.deepEqual(shown(), ['lib/stack.ts AWS::S3::Bucket Files', 'queue.yaml AWS::SQS::Queue Jobs']);
    const [bucket] = index.file(`${root}/lib/stack.ts`)?.resources ?? [];
    const written = TextDocument.create('', 'typescript', 0, stack);
    assert.equal(bucket && written.getText(bucket.range), 'Bucket');
    assert.equal(index.file(`${root}/pod.yaml`), undefined);
  });

  it('gives the template of a file to run rules on', async () => {
    const template = await index.template(`${root}/queue.yaml`);
    assert.deepEqual([...(template?.byType.keys() ?? [])], ['AWS::SQS::Queue']);
    assert.equal(await index.template(`${root}/gone.yaml`), undefined);
  });

  it('prefers what an editor holds open, once it is read', async () => {
    await open('queue.yaml', 'yaml', queue.replace('Jobs', 'Work'), false);
    assert.match(shown().join(), /Jobs/);
    const template = await index.template(`${root}/queue.yaml`);
    assert.deepEqual([...(template?.resources.keys() ?? [])], ['Work']);
    assert.match(shown().join(), /Work/);
    await open('untitled.yaml', 'yaml', queue);
    assert.deepEqual(shown().at(-1), 'untitled.yaml AWS::SQS::Queue Jobs');
  });

  it('follows files that are written, come and go', async () => {
    let told = 0;
    index.onDidChange(() => told++);
    files.set('queue.yaml', queue.replace('Jobs', 'Work'));
    await index.changed(`${root}/queue.yaml`);
    assert.match(shown().join(), /Work/);
    files.set('more.yaml', queue);
    await index.load([root]);
    assert.match(shown().join(), /more\.yaml/);
    index.deleted(`${root}/lib`);
    index.deleted(`${root}/more.yaml`);
    assert.deepEqual(shown(), ['queue.yaml AWS::SQS::Queue Work']);
    assert.equal(told, 4);
  });
});
