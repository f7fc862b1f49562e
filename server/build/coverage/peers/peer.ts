/** What a peer is: another tool that checks templates. */

export interface Peer {
  /** As people call it. */
  readonly name: string;
  /**
   * Makes it ready to run.
   * @returns undefined where it cannot be had here
   */
  prepare(options: PeerOptions): Promise<ReadyPeer | undefined>;
}

export interface PeerOptions {
  /** A folder that packages may be installed into; it is below the repository's own packages. */
  readonly packages: string;
  /** Where the rules of the AWS Guard Rules Registry are; undefined where nobody said. */
  readonly guardRules: string | undefined;
}

export interface ReadyPeer {
  readonly version: string;
  /** @param files templates in JSON, all in one folder of their own */
  check(files: readonly string[]): Promise<readonly Remark[]>;
}

/** One thing that a peer says about a template. */
export interface Remark {
  readonly file: string;
  /** The peer's own name of the rule. */
  readonly rule: string;
  /** The logical ID of the resource it is about; undefined where it is about none. */
  readonly resource: string | undefined;
  /** True where the rule's check ended with an error, which is what the user sees. */
  readonly failed?: boolean;
}
