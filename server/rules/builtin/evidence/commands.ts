/** What a boot script does, as far as its lines show: installs, starts, runs and mounts. */

export interface Script {
  /** Names of packages it installs, lower case, without versions. */
  readonly packages: readonly string[];
  /** Names of services it enables or starts. */
  readonly services: readonly string[];
  /** Container images it runs or pulls, as written. */
  readonly images: readonly string[];
  readonly mounts: readonly Mount[];
}

export interface Mount {
  /** `/dev/sdf`, or undefined where it is a label, a UUID or a variable. */
  readonly device: string | undefined;
  readonly path: string;
}

const install =
  /\b(?:yum|dnf|microdnf|apt|apt-get|aptitude|zypper|apk|amazon-linux-extras|choco|rpm)\b[^|&;]*?\s(?:install|add|enable|-i|-ivh|-Uvh)\s+([^|&;>#]*)/gi;
const service =
  /\b(?:systemctl\s+(?:--now\s+)?(?:enable|start|restart)|chkconfig|update-rc\.d)\s+(?:--now\s+)?([\w@.-]+)|\bservice\s+([\w.-]+)\s+(?:start|restart)\b/gi;
const container = /\b(?:docker|podman|nerdctl)\s+(?:container\s+)?(run|pull)\s+([^|&;>#]*)/gi;
const mount = /(?:^|\s)mount\s+(?:-\S+\s+(?:[^\s/-]\S*\s+)?)*(\S+)\s+(\/[^\s"';]*)/g;
const fstab =
  /(?:^|["'\s])((?:\/dev\/|UUID=|LABEL=)\S*)\s+(\/[^\s"']*)\s+(?:xfs|ext[234]|btrfs|auto|nfs4?)\b/g;

/** Reads a script line by line. Commands in variables, functions and loops are not followed. */
export function readScript(text: string): Script {
  const packages: string[] = [];
  const services: string[] = [];
  const images: string[] = [];
  const mounts: Mount[] = [];
  const joined = text.replace(/\\\r?\n/g, ' ');
  for (const line of joined.split(/\r?\n/)) {
    if (/^\s*(#|REM\b|::)/i.test(line) || line.length > 4000) continue;
    for (const match of line.matchAll(install)) {
      const names = packageNames(match[1] ?? '');
      packages.push(...(/^apt/i.test(match[0]) ? names.map(debianName) : names.filter(isServer)));
    }
    for (const match of line.matchAll(service)) services.push(serviceName(match[1] ?? match[2] ?? ''));
    for (const match of line.matchAll(container)) images.push(...argumentsOf(match[2] ?? ''));
    for (const match of line.matchAll(mount)) mounts.push(mountOf(match[1], match[2]));
    for (const match of line.matchAll(fstab)) mounts.push(mountOf(match[1], match[2]));
  }
  return { packages, services, images, mounts };
}

/** `postgresql15-server` and `postgresql-server-15.4` are `postgresql-server`; `mysql-server=8.0*` is `mysql-server`. */
export function packageName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[=~].*$/, '')
    .replace(/\.(rpm|deb|x86_64|aarch64|noarch)$/g, '')
    .replace(/-?\d[\d.]*[a-z]?(?:-\d[\w.]*)?(?=-|$)/g, '')
    .replace(/[@:].*$/, '');
}

/** Debian's `postgresql` is the server; elsewhere a package of that name is the client. */
function debianName(name: string): string {
  return name === 'postgresql' ? 'postgresql-server' : name;
}

function isServer(name: string): boolean {
  return name !== 'postgresql' && name !== 'mysql';
}

function packageNames(words: string): string[] {
  return words
    .split(/[\s"',[\]]+/)
    .filter((word) => word !== '' && !word.startsWith('-') && !word.startsWith('$'))
    .map((word) => packageName(word.slice(word.lastIndexOf('/') + 1)));
}

function serviceName(name: string): string {
  return packageName(name.replace(/\.service$/, ''));
}

/** Every argument that may be an image; flags and their values match no known image. */
function argumentsOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== '' && !word.startsWith('-'));
}

function mountOf(device: string | undefined, path: string | undefined): Mount {
  const named = device?.replace(/["']/g, '');
  return { device: named?.startsWith('/dev/') ? named : undefined, path: path ?? '/' };
}

/** Whether two device names mean the same disk: the kernel shows `/dev/sdf` as `/dev/xvdf`, partitions add a number. */
export function sameDevice(a: string, b: string): boolean | undefined {
  const letter = (name: string) => /^\/dev\/(?:sd|xvd|hd)([a-z]{1,2})\d*$/.exec(name)?.[1];
  const [first, second] = [letter(a), letter(b)];
  return first === undefined || second === undefined ? undefined : first === second;
}

/** Whether `path` is `directory` or below it. */
export function isBelow(path: string, directory: string): boolean {
  const clean = path.replace(/\/+$/, '');
  return clean === directory || clean.startsWith(`${directory}/`);
}

/** `public.ecr.aws/docker/library/postgres:16` is `postgres` and `library/postgres`. */
export function imageNames(image: string): readonly string[] {
  const parts = image.trim().toLowerCase().replace(/@.*$/, '').split('/');
  const last = (parts.pop() ?? '').replace(/:.*$/, '');
  const previous = parts.pop();
  return previous ? [last, `${previous}/${last}`] : [last];
}
