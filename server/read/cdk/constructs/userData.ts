/** What runs when an instance starts. */
import { get, type Value } from '../../../model/value.ts';
import type { Draft } from '../draft.ts';
import { libraryCall } from '../library.ts';
import type { ConstructDefinition } from './definition.ts';

/** A `UserData` in a variable; commands are read from the calls made on it. */
export const userData: ConstructDefinition = { type: '' };

/** Sets the user data at `path`: of the `userData` prop and of the commands added later. */
export function setUserData(draft: Draft, path: string, from: Draft = draft): void {
  const given = from.prop('userData');
  const parts: Value[] = [];
  const custom = libraryCall(given);
  if (custom?.name === 'UserData.custom') parts.push(custom.call.arguments[0] ?? draft.unknown());
  else if (given.kind !== 'absent' && given.kind !== 'reference') parts.push(draft.unknown(given.span));
  const holder = from.instanceOf(given);
  if (holder?.className === 'UserData.custom') {
    const { call, run: via } = holder;
    const made = { path: '', call, there: true, guards: [], via, receiver: undefined };
    for (const value of from.passed(made).values) parts.push(value);
  }
  for (const call of holder ? from.calls(holder) : [])
    if (adds.has(call.path)) parts.push(...from.passed(call).values);
  for (const call of from.calls()) {
    if (call.path.startsWith('userData.') && adds.has(call.path.slice('userData.'.length)))
      parts.push(...from.passed(call).values);
    else if (call.path === 'addUserData') parts.push(...from.passed(call).values);
  }
  if (parts.length === 0) {
    // What an image of Linux begins with, and nothing added to it.
    if (draft.type === 'AWS::EC2::Instance' && given.kind === 'absent' && isUntouched(draft))
      draft.set(path, { ...base64, span: draft.typeSpan, arguments: [draft.value('#!/bin/bash')] });
    return;
  }
  const lines = parts.map((part) => (part.kind === 'scalar' ? String(part.value) : undefined));
  const [first] = parts;
  const span = first?.span ?? draft.typeSpan;
  const text: Value = lines.every((line) => line !== undefined)
    ? { kind: 'scalar', span, value: lines.join('\n') }
    : {
        kind: 'call',
        span,
        name: 'Fn::Join',
        arguments: [draft.value('\n', span), { kind: 'list', span, items: parts, open: false }],
      };
  draft.set(path, { ...base64, span, arguments: [text] });
}

const base64 = { kind: 'call', name: 'Fn::Base64' } as const;

/** Whether an instance has the user data of its image only. */
function isUntouched(instance: Draft): boolean {
  const image = libraryCall(instance.prop('machineImage'));
  const isLinux = image && linux.test(image.name);
  const isAdded = instance.calls().some(({ path }) => changes.test(path));
  return (
    isLinux === true &&
    !isAdded &&
    instance.prop('init').kind === 'absent' &&
    image.call.arguments.every((given) => given.kind === 'map' && get(given, 'userData').kind === 'absent')
  );
}

const linux =
  /^(?:MachineImage\.(?:latestAmazonLinux\w*|genericLinux)|AmazonLinux\w*Image|GenericLinuxImage)$/;
const changes = /^(?:userData\b|addUserData$|applyCloudFormationInit$)/;

const adds = new Set(['addCommands', 'addOnExitCommands']);
