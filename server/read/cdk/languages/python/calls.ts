/** Arguments of Python calls, in the order and shape that they have in TypeScript. */
import { type Parameters, parametersOfClass, parametersOfMethod } from '../../../../aws/cdkPython.ts';
import type { CallExpression, Expression, ObjectExpression, Property } from '../../syntax.ts';
import type { LibraryNames } from './names.ts';

/**
 * A call as TypeScript would write it: what is given by name becomes the props, except for parameters, which take
 * their places. Structures of props, which are classes in Python, become those props.
 * @param named what is given by name
 */
export function callOf(
  call: CallExpression,
  named: ObjectExpression | undefined,
  names: LibraryNames,
): CallExpression | ObjectExpression {
  const library = names.of(call.callee);
  const className = library?.names.at(-1);
  if (library && className !== undefined && /^[A-Z]/.test(className)) {
    const known = parametersOfClass(library.module, className);
    if (known) return inOrder(call, named, [known]);
    if (call.arguments.length === 0 && !has(named, 'scope')) {
      const { start, end } = call;
      return { ...(named ?? { kind: 'object', properties: [], open: false }), start, end };
    }
    return inOrder(call, named, [construct]);
  }
  // Own classes and functions are called with the names of their own parameters.
  const { callee } = call;
  if (callee.kind !== 'member' || isOwn(callee.object)) return withNamed(call, named);
  return inOrder(call, named, parametersOfMethod(callee.member));
}

/** What every construct takes. */
const construct: Parameters = ['scope', 'id', '*'];

function isOwn(object: Expression): boolean {
  return object.kind === 'name' && /^(?:this|super)$/.test(object.name);
}

function withNamed(call: CallExpression, named: ObjectExpression | undefined): CallExpression {
  return named ? { ...call, arguments: [...call.arguments, named], named: true } : call;
}

/** @param signatures parameters that the callee may have; the first that fits counts */
function inOrder(
  call: CallExpression,
  named: ObjectExpression | undefined,
  signatures: readonly Parameters[],
): CallExpression {
  if (!named) return call;
  const keys = named.properties.flatMap((each) => (each.kind === 'property' ? [each.key] : []));
  const fits = (each: Parameters): boolean =>
    call.arguments.length <= each.length &&
    (each.includes('*') || keys.every((key) => each.includes(key))) &&
    keys.some((key) => each.includes(key));
  const parameters = signatures.find(fits);
  const spread = call.arguments.some((each) => each.kind === 'spread');
  if (!parameters || spread) return withNamed(call, named);
  const rest = named.properties.filter((each) => each.kind !== 'property' || !parameters.includes(each.key));
  const ordered = [...call.arguments];
  for (const parameter of parameters.slice(ordered.length)) {
    const given = named.properties.find(
      (each): each is Property => each.kind === 'property' && each.key === parameter,
    );
    const props = parameter === '*' && rest.length > 0;
    const at = { start: call.argumentsEnd, end: call.argumentsEnd };
    ordered.push(given?.value ?? (props ? { ...named, properties: rest } : notGiven(at)));
  }
  while (isNotGiven(ordered.at(-1))) ordered.pop();
  const last = ordered.at(-1);
  // A method of the file's own may be called like one of aws-cdk-lib.
  const isProps = last?.kind === 'object' && last.start === named.start && last.end === named.end;
  return isProps ? { ...call, arguments: ordered, named: true } : { ...call, arguments: ordered };
}

function notGiven(at: { start: number; end: number }): Expression {
  return { ...at, kind: 'name', name: 'undefined' };
}

function isNotGiven(expression: Expression | undefined): boolean {
  return (
    expression?.kind === 'name' && expression.name === 'undefined' && expression.start === expression.end
  );
}

function has(named: ObjectExpression | undefined, key: string): boolean {
  return named?.properties.some((each) => each.kind === 'property' && each.key === key) ?? false;
}
