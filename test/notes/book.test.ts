import { strict as assert } from 'node:assert';
import type { Place } from '../../server/model/template.ts';
import { type Book, createBook } from '../../server/notes/book.ts';
import type { Note } from '../../server/notes/note.ts';
import { parseNote } from '../../server/notes/parse.ts';
import type { Language } from '../../server/text/localized.ts';
import { assertGrowsLinearly } from '../support/growth.ts';
import { dedent } from '../support/marked.ts';

/** A book of notes by their names; `en/x` and `ja/x` are bundled. */
function bookOf(notes: Record<string, string>): Book {
  const book = createBook();
  for (const [name, text] of Object.entries(notes)) book.add(noteOf(name, text));
  return book;
}

function noteOf(name: string, text: string): Note {
  const language = /^(en|ja)\//.exec(name)?.[1] as Language | undefined;
  return language
    ? parseNote(`kumonote-note:/${name}.md`, dedent(text), 'bundled', language)
    : parseNote(`file:///project/notes/${name}.md`, dedent(text), 'user');
}

/** `AWS::EC2::Volume.VolumeType=st1`, or for CDK `aws-ec2.Vpc.natGateways`. */
function placeOf(what: string): Place {
  const [target = '', value] = what.split('=');
  const none = {
    span: { start: 0, end: 0 },
    resource: undefined,
    type: undefined,
    path: [],
    value,
    cdk: undefined,
  };
  if (target.startsWith('aws-')) {
    const [module = '', className = '', member] = target.split('.');
    return {
      ...none,
      kind: member ? 'prop' : 'class',
      cdk: { module, className, ...(member ? { member } : {}) },
    };
  }
  const [type = '', ...path] = target.split('.');
  const kind = value !== undefined ? 'value' : path.length > 0 ? 'property' : 'type';
  return { ...none, kind, type, path };
}

/** The sections for a place as `note#slug`, best first. */
function sectionsFor(book: Book, what: string, language: Language = 'en'): string[] {
  return book.sectionsFor(placeOf(what), language).map(({ note, section }) => show(note, section.slug));
}

function show(note: Note, slug: string): string {
  return `${note.uri.replace(/^[^:]*:\/*(?:project\/notes\/)?/, '').replace(/\.md$/, '')}#${slug}`;
}

const storage = {
  'en/ebs': '# EBS\n## Volume types\n## SSD (gp3)\n## HDD (st1, sc1)\n',
  'ja/ebs': '# EBS\n## ボリュームタイプ\n## HDD\n',
};

describe('the book of notes', () => {
  it('gives the most specific section first', () => {
    const book = bookOf(storage);
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume.VolumeType=st1'), [
      'en/ebs#hdd-st1-sc1',
      'en/ebs#volume-types',
      'en/ebs#ebs',
    ]);
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume.VolumeType'), ['en/ebs#volume-types', 'en/ebs#ebs']);
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume.VolumeType=GP3')[0], 'en/ebs#ssd-gp3');
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume'), ['en/ebs#ebs']);
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume.Tags'), ['en/ebs#ebs']);
  });

  it('falls back to the whole where it has nothing on the part', () => {
    const book = bookOf({ memo: '# Elastic Block Service(EBS)\n' });
    assert.deepEqual(sectionsFor(book, 'AWS::RDS::DBInstance.StorageType=standard'), [
      'memo#elastic-block-serviceebs',
    ]);
  });

  it('speaks the language of the reader, or the other one', () => {
    const book = bookOf({ ...storage, 'en/sqs': '# SQS\n' });
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume.VolumeType=st1', 'ja'), [
      'ja/ebs#hdd',
      'ja/ebs#ボリュームタイプ',
      'ja/ebs#ebs',
    ]);
    assert.deepEqual(sectionsFor(book, 'AWS::SQS::Queue', 'ja'), ['en/sqs#sqs']);
  });

  it("puts the user's own words first, whatever their language", () => {
    const book = bookOf({ ...storage, disks: '# EBS の使い方\n' });
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume.VolumeType=st1'), [
      'disks#ebs-の使い方',
      'en/ebs#hdd-st1-sc1',
      'en/ebs#volume-types',
      'en/ebs#ebs',
    ]);
  });

  it('prefers the heading that says just that, then the higher one', () => {
    const book = bookOf({
      a: '# S3 in our data centre migration\n',
      b: '# Storage\n### Amazon S3\n',
      c: '# Amazon S3\n',
      d: '# S3 and SQS\n',
    });
    assert.deepEqual(sectionsFor(book, 'AWS::S3::Bucket').slice(0, 2), ['c#amazon-s3', 'b#amazon-s3']);
  });

  it('knows SAM events, patterns of values and properties of nested types', () => {
    const book = bookOf({
      memo: '# ELB\n## Access logs\n# SQS\n# EC2\n## SSH\n## Security groups\n# S3\n## Event notifications\n',
    });
    const first = (what: string): string | undefined => sectionsFor(book, what)[0];
    assert.equal(first('AWS::Serverless::Function.Events.Jobs.Type=SQS'), 'memo#sqs');
    assert.equal(first('AWS::Serverless::Function.Events.Files.Type=S3'), 'memo#event-notifications');
    assert.equal(first('AWS::Serverless::Function.Events.Timer.Type=Schedule'), undefined);
    const attribute = 'AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerAttributes.Key';
    assert.equal(first(`${attribute}=access_logs.s3.enabled`), 'memo#access-logs');
    assert.equal(first(`${attribute}=deletion_protection.enabled`), 'memo#elb');
    assert.equal(first('AWS::EC2::SecurityGroup.SecurityGroupIngress.FromPort=22'), 'memo#ssh');
    assert.equal(first('AWS::EC2::SecurityGroup.SecurityGroupIngress.FromPort=443'), 'memo#security-groups');
  });

  it('knows CDK classes, props, methods and enum members', () => {
    const book = bookOf({
      memo: '# NAT gateway\n## AZs\n# EBS\n## HDD\n# ELB\n## Access logs\n# `NodejsFunction` in CDK\n',
    });
    const first = (what: string): string | undefined => sectionsFor(book, what)[0];
    assert.equal(first('aws-ec2.Vpc.natGateways'), 'memo#azs');
    assert.equal(first('aws-ec2.Vpc'), 'memo#nat-gateway');
    assert.equal(first('aws-ec2.EbsDeviceVolumeType.ST1'), 'memo#hdd');
    assert.equal(
      first('aws-elasticloadbalancingv2.ApplicationLoadBalancer.logAccessLogs'),
      'memo#access-logs',
    );
    assert.equal(first('aws-lambda-nodejs.NodejsFunction'), 'memo#nodejsfunction-in-cdk');
  });

  it('finds services without a topic, and types and properties that headings write out', () => {
    const book = bookOf({
      memo: '# AWS Lambda\n## `MemorySize`\n# AWS::Logs::LogGroup\n## `RetentionInDays`\n',
    });
    assert.deepEqual(sectionsFor(book, 'AWS::Lambda::Function'), ['memo#aws-lambda']);
    assert.deepEqual(sectionsFor(book, 'AWS::Lambda::Function.MemorySize'), [
      'memo#memorysize',
      'memo#aws-lambda',
    ]);
    assert.deepEqual(sectionsFor(book, 'AWS::Logs::LogGroup.RetentionInDays'), [
      'memo#retentionindays',
      'memo#awslogsloggroup',
    ]);
    assert.deepEqual(sectionsFor(book, 'AWS::ECS::TaskDefinition.MemorySize'), []);
  });

  it('forgets what was removed, and replaces what was added again', () => {
    const book = bookOf({ memo: '# AWS Lambda\n# EBS\n' });
    book.add(noteOf('memo', '# SQS\n'));
    assert.deepEqual(sectionsFor(book, 'AWS::EC2::Volume'), []);
    assert.deepEqual(sectionsFor(book, 'AWS::Lambda::Function'), []);
    assert.deepEqual(sectionsFor(book, 'AWS::SQS::Queue'), ['memo#sqs']);
    book.remove('file:///project/notes/memo.md');
    assert.deepEqual(sectionsFor(book, 'AWS::SQS::Queue'), []);
    assert.deepEqual(book.notes(), []);
  });

  describe('gives the reason for a finding', () => {
    const reason = (notes: Record<string, string>, aspect = 'access-logs'): string | undefined => {
      const match = bookOf(notes).sectionFor({ topic: 'elb', aspect }, 'en');
      return match && show(match.note, match.section.slug);
    };
    const bundled = { 'en/elb': '# ELB\n## Access logs\n' };

    it("in the user's section on exactly that, else in ours", () => {
      assert.equal(reason({ ...bundled, own: '# ELB\n## Access logs\n' }), 'own#access-logs');
      assert.equal(reason({ ...bundled, own: '# ELB\n' }), 'en/elb#access-logs');
    });

    it("in the user's section on what it is a part of, before ours on exactly that", () => {
      const ours = { 'en/elb': '# ELB\n## Access logs\n### Access log bucket\n' };
      assert.equal(reason(ours, 'access-log-bucket'), 'en/elb#access-log-bucket');
      assert.equal(reason(bundled, 'access-log-bucket'), 'en/elb#access-logs');
      const own = '# ELB\n## Access logs\n';
      assert.equal(reason({ ...ours, own }, 'access-log-bucket'), 'own#access-logs');
    });

    it('else in a section on the whole', () => {
      assert.equal(reason({ own: '# ELB\n' }), 'own#elb');
      assert.equal(reason({ other: '# SQS\n' }), undefined);
    });
  });

  it('takes time only as there are notes on the same thing', function () {
    this.timeout(60_000);
    const place = placeOf('AWS::EC2::Volume.Iops');
    const books = new Map<number, Book>();
    const bookOfSize = (size: number): Book => {
      const book = createBook();
      for (let at = 0; at < size; at += 1) {
        book.add(
          noteOf(`note${at}`, `# Note ${at}\n## EBS\n### HDD\n## AWS Lambda\n## \`AWS::S3::Bucket\`\n`),
        );
      }
      books.set(size, book);
      return book;
    };
    assertGrowsLinearly((size) => {
      const book = books.get(size) ?? bookOfSize(size);
      for (let at = 0; at < 20; at += 1) book.sectionsFor(place, 'en');
    }, 50);
  });
});
