/** What the instance that has a volume says: its boot script, cfn-init, kind and name. */

import { certainText } from '../../../model/possible.ts';
import type { Template } from '../../../model/template.ts';
import { absent, entryOf, get, type Value } from '../../../model/value.ts';
import type { Localized } from '../../../text/localized.ts';
import { hasHidden } from '../../claims.ts';
import { usersOf } from '../../references.ts';
import { isBelow, packageName, readScript, type Script, sameDevice } from '../evidence/commands.ts';
import * as randomWork from '../evidence/randomWork.ts';
import * as sequentialWork from '../evidence/sequentialWork.ts';
import { findWord, hasWord } from '../evidence/words.ts';
import { imageSign } from './containerSigns.ts';
import { flatten } from './flatten.ts';
import { isBootVolume } from './hddProblems.ts';
import type { Host } from './hosts.ts';
import { resourceNameSigns } from './nameSigns.ts';
import type { Sign, Signs } from './sign.ts';
import { hddTypes, type Volume, volumesOf } from './volumes.ts';

export function hostSigns(host: Host, volume: Volume, template: Template): Signs {
  const { resource } = host;
  const userData = host.given('UserData');
  const metadata = entryOf(resource.body, 'Metadata')?.value ?? absent;
  const init = get(metadata, 'AWS::CloudFormation::Init');
  const script = withInit(readScript(flatten(template, userData)), init, template);
  const names =
    resource === volume.resource ? { signs: [], unknown: false } : resourceNameSigns(resource, template);
  const mounted = mountSigns(script, host, volume, template);
  const decided = mounted.signs.length > 0;
  const signs = [
    ...mounted.signs,
    ...(decided || mounted.elsewhere ? [] : installSigns(script, host, volume, template)),
    ...kindSigns(host, template),
    ...userSigns(host, template),
    ...names.signs,
  ];
  return { signs, unknown: names.unknown || hasHidden(template, userData, init) };
}

function sign(host: Host, work: Sign['work'], strong: boolean, source: string, shown: Localized): Sign {
  return { work, strong, source, shown, resource: host.resource };
}

/** Where the script mounts the volume; `elsewhere` where databases surely work on another disk. */
function mountSigns(
  script: Script,
  host: Host,
  volume: Volume,
  template: Template,
): { signs: Sign[]; elsewhere: boolean } {
  const device = certainText(template, host.device);
  const signs: Sign[] = [];
  let elsewhere = false;
  for (const mount of script.mounts) {
    const same = device && mount.device ? sameDevice(device, mount.device) : undefined;
    const database = randomWork.mountPaths.some((path) => isBelow(mount.path, path));
    if (same === false) {
      elsewhere ||= database;
      continue;
    }
    const shown = { en: `its mount at ${mount.path}`, ja: `マウント先 ${mount.path}` };
    if (database) signs.push(sign(host, 'random', true, 'mount', shown));
    else if (hasWord([mount.path], sequentialWork.words))
      signs.push(sign(host, 'sequential', false, 'mount', shown));
  }
  // A disk of its own in the AMI's place for the system holds no mounted data.
  return { signs, elsewhere: elsewhere || (isBootVolume(template, volume) === true && signs.length > 0) };
}

function installSigns(script: Script, host: Host, volume: Volume, template: Template): Sign[] {
  const strong = !hasDataSsd(volume, template);
  const signs: Sign[] = [];
  const add = (work: Sign['work'], name: string) =>
    signs.push(
      sign(host, work, strong, 'install', {
        en: `${name} on "${host.resource.name}"`,
        ja: `「${host.resource.name}」の ${name}`,
      }),
    );
  for (const name of new Set([...script.packages, ...script.services])) {
    if (sequentialWork.packages.includes(name)) add('sequential', name);
    else if (script.packages.includes(name) && randomWork.packages.includes(name)) add('random', name);
    else if (script.services.includes(name) && randomWork.services.includes(name)) add('random', name);
  }
  for (const image of script.images) {
    const work = imageSign(image);
    if (work) add(work, image);
  }
  return signs;
}

/** Where the instance has an SSD for data, too, a database is more likely on that. */
function hasDataSsd(volume: Volume, template: Template): boolean {
  return volumesOf(volume.resource, template).some((other) => {
    if (other.properties === volume.properties || isBootVolume(template, other)) return false;
    const type = certainText(template, other.type);
    return type !== undefined && !hddTypes.includes(type.toLowerCase());
  });
}

/** The instance's family, and images of machines that have a database in them. */
function kindSigns(host: Host, template: Template): Sign[] {
  const signs: Sign[] = [];
  const type = certainText(template, host.given('InstanceType'))?.toLowerCase();
  if (type !== undefined) {
    const shown = { en: `the instance type ${type}`, ja: `インスタンスタイプ ${type}` };
    if (sequentialWork.instanceFamilies.test(type))
      signs.push(sign(host, 'sequential', true, 'family', shown));
    else if (randomWork.instanceFamilies.test(type)) signs.push(sign(host, 'random', false, 'family', shown));
  }
  const image = flatten(template, host.given('ImageId'));
  const word = findWord([image], ['sql', 'mysql', 'postgresql', 'oracle', 'mongodb']);
  if (word !== undefined) {
    signs.push(sign(host, 'random', false, 'ami', { en: `"${word}" in its AMI`, ja: `AMI の「${word}」` }));
  }
  return signs;
}

/** What makes instances from this description. */
function userSigns(host: Host, template: Template): Sign[] {
  return usersOf(template, host.resource, ...sequentialWork.users).map((user) =>
    sign(host, 'sequential', true, 'user', {
      en: `its use by "${user.name}"`,
      ja: `「${user.name}」での利用`,
    }),
  );
}

/** Adds what cfn-init installs, starts and writes. */
function withInit(script: Script, init: Value, template: Template): Script {
  if (init.kind !== 'map') return script;
  const packages = [...script.packages];
  const services = [...script.services];
  const texts: string[] = [];
  for (const { value: config } of init.entries) {
    for (const [section, names] of [
      ['packages', packages],
      ['services', services],
    ] as const) {
      const managers = get(config, section);
      if (managers.kind !== 'map') continue;
      for (const manager of managers.entries) {
        if (manager.value.kind !== 'map') continue;
        for (const { key } of manager.value.entries) names.push(packageName(key));
      }
    }
    texts.push(flatten(template, get(config, 'files')), flatten(template, get(config, 'commands')));
  }
  const read = readScript(texts.join('\n'));
  return {
    packages: [...packages, ...read.packages],
    services: [...services, ...read.services],
    images: [...script.images, ...read.images],
    mounts: [...script.mounts, ...read.mounts],
  };
}
