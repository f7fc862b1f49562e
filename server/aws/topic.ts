/** A topic of the knowledge and how people and code name it. The topics themselves are in `topics/`. */
import type { Localized } from '../text/localized.ts';

export interface Topic {
  /** `elb`; the bundled note of the topic has the same name, and its rules begin with it: `elb/…`. */
  readonly id: string;
  readonly title: Localized;
  /**
   * Names in headings that mean this topic wherever they stand, matched as whole words and without regard to
   * case, width or spacing: `Elastic Load Balancing`, `ELB`.
   */
  readonly names: readonly string[];
  /** Resource types that belong to it: exact, or with a trailing `*`. */
  readonly types: readonly string[];
  /** CDK classes that belong to it, as `module.Class` below aws-cdk-lib; L1 classes follow from `types`. */
  readonly classes: readonly string[];
  readonly aspects: readonly Aspect[];
}

/** Part of a topic that has properties, values or methods of its own: access logs, throttling, SSH. */
export interface Aspect {
  readonly id: string;
  /** Names that mean this aspect wherever they stand: `DynamoDB Streams`, `リザーブドインスタンス`. */
  readonly names: readonly string[];
  /** Names that mean it only under a heading, title or path of its topic: `Streams`, `SSH`, `ライフサイクル`. */
  readonly namesInTopic: readonly string[];
  /** Whole resource types that are this aspect: `AWS::EC2::KeyPair`. */
  readonly types?: readonly string[];
  /** Properties it is about, `Type.Path` without indices: `AWS::EC2::Volume.VolumeType`. A trailing `*` covers all below. */
  readonly properties?: readonly string[];
  /** Values it is about, only where they stand in one of `properties`: `st1`. */
  readonly values?: readonly string[];
  /** CDK classes, props, methods and enum members it is about: `aws-ec2.Port`, `aws-ec2.Vpc.natGateways`. */
  readonly members?: readonly string[];
}
