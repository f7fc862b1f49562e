import { cdkNag } from './cdkNag.ts';
import { cfnLint } from './cfnLint.ts';
import { checkov } from './checkov.ts';
import { cloudformationValidate } from './cloudformationValidate.ts';
import { guard } from './guard.ts';
import type { Peer } from './peer.ts';

export const peers: readonly Peer[] = [cdkNag, cloudformationValidate, cfnLint, checkov, guard];
