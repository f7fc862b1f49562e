/** A topic of the knowledge and how people and code name it. The topics themselves are in `topics/`. */
import type { MapValue } from '../model/value.ts';
import type { Localized } from '../text/localized.ts';

export interface Topic extends Coverage {
  /** `elb`; the bundled note of the topic has the same name, and its rules begin with it: `elb/…`. */
  readonly id: string;
  readonly title: Localized;
  /**
   * Names in headings that mean this topic wherever they stand, matched as whole words and without regard to
   * case, width or spacing: `Elastic Load Balancing`, `ELB`.
   */
  readonly names: readonly string[];
  /** Names that mean it only where AWS is spoken of: `Load Balancer`, `MQ`. */
  readonly namesInAws?: readonly string[];
  /** Names that mean it only under a heading, title or path of another topic, by that topic's id: `Streams` under DynamoDB. */
  readonly namesUnder?: Readonly<Record<string, readonly string[]>>;
  /** Resource types that belong to it: exact, or with a trailing `*`. */
  readonly types: readonly string[];
  /** Those of `types` that are something else, of which the topic only speaks: the VPC around a NAT gateway. */
  readonly neighbours?: readonly string[];
  /** CDK classes that belong to it, as `module.Class` below aws-cdk-lib; L1 classes follow from `types`. */
  readonly classes: readonly string[];
  readonly aspects: readonly Aspect[];
}

/** Part of a topic that has properties, values or methods of its own: access logs, throttling, SSH. */
export interface Aspect extends Coverage {
  readonly id: string;
  /** The wider aspect that it is a part of. */
  readonly within?: string;
  /** Names that mean this aspect wherever they stand: `DynamoDB Streams`, `リザーブドインスタンス`. */
  readonly names: readonly string[];
  /** Names that mean it only under a heading, title or path of its topic: `Streams`, `SSH`, `ライフサイクル`. */
  readonly namesInTopic: readonly string[];
}

/** What a topic or an aspect explains in templates and CDK code. */
export interface Coverage {
  /** Whole resource types: `AWS::EC2::KeyPair`. */
  readonly types?: readonly string[];
  /**
   * Properties, `Type.Path` without indices: `AWS::EC2::Volume.VolumeType`. A `*` stands for any one key, a trailing
   * `.*` for the property and all below.
   */
  readonly properties?: readonly string[];
  /** Values, each only where it stands in one of these properties; the properties themselves do not count. */
  readonly values?: readonly ValuesOf[];
  /** CDK classes, props, methods and enum members: `aws-ec2.Port`, `aws-ec2.Vpc.natGateways`. */
  readonly members?: readonly string[];
  /** Attributes that references read: `AWS::DynamoDB::Table.StreamArn`. */
  readonly attributes?: readonly string[];
  /** Groups of properties that are about it because of what they hold together: an ingress rule for port 22. */
  readonly groups?: readonly GroupOf[];
}

export interface GroupOf {
  /** The types or properties that hold the group, in the notation of `properties` but without a trailing `.*`. */
  readonly of: readonly string[];
  /** The keys that count; all of the group and below where they are left out. */
  readonly keys?: readonly string[];
  /** Whether the group, as it is written, is about it; what cannot be told is not. */
  readonly where: (group: MapValue) => boolean;
}

export interface ValuesOf {
  readonly of: readonly string[];
  /** Compared without regard to case; a trailing `*` stands for any ending: `access_logs.*`. */
  readonly are: readonly string[];
}
