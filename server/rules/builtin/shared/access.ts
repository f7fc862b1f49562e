/** How people get into an instance, as far as a template shows it. In doubt they may. */
import { type Resource, referencedResource, type Template } from '../../../model/template.ts';
import { entryOf, get, type MapValue, type Value, walk } from '../../../model/value.ts';
import { isAsked } from '../../claims.ts';
import { usersOf } from '../../references.ts';
import { flatten } from './flatten.ts';

/** Parts of policies and actions, and the names of AWS's policies that allow nearly everything. */
const grantsSessions = /ssm|AdministratorAccess|PowerUserAccess/i;

/** Whether `settings`, of an instance or a launch template, may be those of a Windows machine. */
export function mayBeWindows(settings: Value, template: Template): boolean {
  const image = get(settings, 'ImageId');
  const userData = get(settings, 'UserData');
  if (image.kind !== 'absent' && !isReadable(image, template)) return true;
  if (userData.kind === 'unknown') return true;
  return /windows|<powershell>/i.test(`${flatten(template, image)}\n${flatten(template, userData)}`);
}

/** Whether the machine may have its SSH server listen on another port. */
export function mayMoveSsh(settings: Value, template: Template): boolean {
  const userData = get(settings, 'UserData');
  return userData.kind === 'unknown' || /sshd/i.test(flatten(template, userData));
}

/** Whether `profile`, an `IamInstanceProfile`, may let the instance be managed by AWS Systems Manager. */
export function mayUseSessionManager(profile: Value, template: Template): boolean {
  if (profile.kind === 'absent') return false;
  const reference = profile.kind === 'map' ? (profile.entries[0]?.value ?? profile) : profile;
  const resource = referencedResource(template, reference);
  if (resource?.type !== 'AWS::IAM::InstanceProfile') return true;
  const roles = get(resource.properties, 'Roles');
  if (roles.kind !== 'list' || roles.open) return true;
  return roles.items.some((item) => {
    const role = referencedResource(template, item);
    return !role || mayGrantSessions(role, template);
  });
}

function mayGrantSessions(role: Resource, template: Template): boolean {
  const attached = usersOf(
    template,
    role,
    'AWS::IAM::Policy',
    'AWS::IAM::ManagedPolicy',
    'AWS::IAM::RolePolicy',
  );
  return [role, ...attached].some(({ properties }) => {
    let found = properties.open;
    walk(properties, (value) => {
      if (value.kind === 'scalar') found ||= grantsSessions.test(String(value.value));
      else if (value.kind === 'map') found ||= allowsEverything(value);
      // A policy that is named elsewhere may be any.
      else if (value.kind === 'unknown') found = true;
      else if (value.kind === 'reference') found ||= isAsked(template, value.target);
    });
    return found;
  });
}

function allowsEverything(statement: MapValue): boolean {
  if (entryOf(statement, 'NotAction')) return true;
  const action = get(statement, 'Action');
  const actions = action.kind === 'list' ? action.items : [action];
  return actions.some((each) => each.kind === 'scalar' && each.value === '*');
}

function isReadable(value: Value, template: Template): boolean {
  let readable = true;
  walk(value, (each) => {
    if (each.kind === 'unknown') readable = false;
    if (each.kind === 'reference' && isAsked(template, each.target)) readable = false;
  });
  return readable;
}
