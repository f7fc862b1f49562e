/** Arguments of C# calls, in the order that they have in TypeScript. */
import { parametersOfClass, parametersOfMethod } from '../../../../aws/cdkPython.ts';
import type { CallExpression, Expression, Property } from '../../syntax.ts';
import type { FileNames } from './names.ts';

/** What a call is given. */
export interface Passed {
  readonly positional: readonly Expression[];
  readonly named: readonly Property[];
  /** From the opening to just after the closing parenthesis. */
  readonly argumentsStart: number;
  readonly argumentsEnd: number;
}

/** What every construct takes. */
const construct = ['scope', 'id', '*'];

/**
 * A call with what it is given by name: in its place where that is known, which are the names of aws-cdk-lib, else
 * as an object after the others.
 */
export function withNamed(
  call: CallExpression,
  named: readonly Property[],
  names: FileNames,
): CallExpression {
  const [first] = named;
  const last = named.at(-1);
  if (!first || !last) return call;
  const keys = named.map(({ key }) => key);
  const parameters = signatures(call, names).find((each) => {
    const unknown = keys.filter((key) => !each.includes(key));
    return unknown.length === 0 || (unknown.length === 1 && each.includes('*'));
  });
  if (!parameters) {
    const properties = { kind: 'object', properties: named, open: false } as const;
    const object = { ...properties, start: first.start, end: last.end };
    return { ...call, arguments: [...call.arguments, object], named: true };
  }
  const ordered = [...call.arguments];
  for (const parameter of parameters.slice(ordered.length)) {
    const given = named.find(
      ({ key }) => key === parameter || (parameter === '*' && !parameters.includes(key)),
    );
    ordered.push(given?.value ?? notGiven(call.argumentsEnd));
  }
  while (isNotGiven(ordered.at(-1))) ordered.pop();
  return { ...call, arguments: ordered };
}

/** The parameters that what is called may have. */
function signatures({ callee }: CallExpression, names: FileNames): readonly (readonly string[])[] {
  const library = names.of(callee);
  const className = library?.names.at(-1);
  if (library && className !== undefined && /^[A-Z]/.test(className))
    return [parametersOfClass(library.module, className) ?? construct];
  const isOwn =
    callee.kind !== 'member' ||
    (callee.object.kind === 'name' && /^(?:this|super)$/.test(callee.object.name));
  return isOwn || callee.kind !== 'member' ? [] : parametersOfMethod(callee.member);
}

function notGiven(at: number): Expression {
  return { kind: 'name', name: 'undefined', start: at, end: at };
}

function isNotGiven(expression: Expression | undefined): boolean {
  return (
    expression?.kind === 'name' && expression.name === 'undefined' && expression.start === expression.end
  );
}
