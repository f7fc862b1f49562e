/** EBS volumes of instances: `BlockDeviceVolume.ebs(…)` of aws-ec2 and of aws-autoscaling. */
import { get, type Value } from '../../../model/value.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../library.ts';

/** Sets the block device mappings at `path` from the `blockDevices` prop. */
export function setBlockDevices(draft: Draft, path: string, from: Draft = draft): void {
  const devices = from.prop('blockDevices');
  if (devices.kind !== 'list') {
    draft.set(path, devices.kind === 'absent' ? devices : draft.unknown());
    return;
  }
  const items = devices.items.map((device): Value => {
    if (device.kind !== 'map') return draft.unknown(device.span);
    const entries = device.entries.flatMap((entry) => {
      if (entry.key === 'deviceName') return [{ ...entry, key: 'DeviceName' }];
      return entry.key === 'volume' ? [{ ...entry, key: 'Ebs', value: ebs(draft, entry.value) }] : [];
    });
    return { ...device, entries, open: true };
  });
  draft.set(path, { ...devices, items }, from.propEntry('blockDevices')?.keySpan);
}

const options: Readonly<Record<string, string>> = {
  volumeType: 'VolumeType',
  iops: 'Iops',
  throughput: 'Throughput',
  encrypted: 'Encrypted',
  deleteOnTermination: 'DeleteOnTermination',
};

function ebs(draft: Draft, volume: Value): Value {
  const named = libraryCall(volume);
  if (!named) return draft.unknown(volume.span);
  const [first, props] = named.call.arguments;
  const fromSnapshot = named.name === 'BlockDeviceVolume.ebsFromSnapshot';
  if (!first || !(fromSnapshot || named.name === 'BlockDeviceVolume.ebs')) return draft.unknown(volume.span);
  const entries = [{ key: fromSnapshot ? 'SnapshotId' : 'VolumeSize', keySpan: first.span, value: first }];
  const given = props ?? draft.value(undefined, volume.span);
  for (const [prop, property] of Object.entries(options)) {
    const entry = given.kind === 'map' ? given.entries.findLast((each) => each.key === prop) : undefined;
    const value = get(given, prop);
    // What is not given is left to CloudFormation, except that CDK deletes volumes with their instance.
    if (value.kind !== 'absent')
      entries.push({ key: property, keySpan: entry?.keySpan ?? volume.span, value });
  }
  if (fromSnapshot) {
    const size = get(given, 'volumeSize');
    if (size.kind !== 'absent') entries.push({ key: 'VolumeSize', keySpan: size.span, value: size });
  }
  return {
    kind: 'map',
    span: volume.span,
    entries,
    open: props !== undefined && (props.kind !== 'map' || props.open),
  };
}
