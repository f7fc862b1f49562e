/** Objects and lists that a program changes after it made them: what is in them is not what was written first. */
import { type Binding, isField, type Located, lookup, lookupField, type Walked } from './scopes.ts';
import type { CallExpression, Expression } from './syntax.ts';

/** Methods that change a list, a map or a dictionary, in any language. */
const changing: ReadonlySet<string> = new Set([
  'add',
  'addAll',
  'addRange',
  'append',
  'clear',
  'delete',
  'extend',
  'fill',
  'insert',
  'insertRange',
  'pop',
  'popitem',
  'push',
  'put',
  'putAll',
  'putIfAbsent',
  'remove',
  'removeIf',
  'removeAll',
  'removeAt',
  'removeRange',
  'reverse',
  'set',
  'setdefault',
  'shift',
  'sort',
  'splice',
  'tryAdd',
  'unshift',
  'update',
]);

/** Finds the names and fields of which a part is assigned, or that a method changes. */
export function markChanged({ assignments, calls }: Walked): void {
  for (const each of assignments) {
    const { expression, site } = each;
    const { target, plain } = expression;
    const isMember = target.kind === 'member' && target.object.kind === 'name' && !isField(target);
    const binding = isMember ? lookup(site.scope, target.object.name) : undefined;
    if (plain && binding && isMember) {
      binding.assigned ??= [];
      binding.assigned.push({ expression: { ...expression, target }, site });
    } else mark({ expression: target, site });
  }
  for (const { expression, site } of calls)
    if (isChanging(expression)) mark({ expression: expression.callee, site });
}

/** Whether a call may change the list or the map that it is made on. */
export function isChanging({ callee }: CallExpression): boolean {
  return callee.kind === 'member' && changing.has(callee.member);
}

/** Marks what holds the thing that `expression` is a part of. */
function mark({ expression, site }: Located): void {
  let at: Expression = expression;
  while (at.kind === 'element' || (at.kind === 'member' && !isField(at))) at = at.object;
  if (at === expression) return;
  let binding: Binding | undefined;
  if (at.kind === 'name') binding = lookup(site.scope, at.name);
  else if (at.kind === 'member') binding = lookupField(site.scope, at.member);
  if (binding) binding.changed = true;
}
