/** Builders that a variable holds, and that later statements tell more. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { type Chain, chainOf, isBuild } from './chains.ts';

interface Held {
  readonly name: string;
  readonly declarator: Node;
  readonly chain: Chain;
}

/** The variables declared directly in a block that hold a builder. */
export function heldBuilders(block: Node): Held[] {
  const found: Held[] = [];
  for (const child of block.namedChildren) {
    if (child?.type !== 'local_variable_declaration') continue;
    // A construct that is still typed is not held as a builder.
    if (!/(?:^|\.)Builder$|^var$/.test(child.childForFieldName('type')?.text ?? '')) continue;
    const declarator = child.childForFieldName('declarator');
    const name = declarator?.childForFieldName('name');
    const value = declarator?.childForFieldName('value');
    const chain = value ? chainOf(value) : undefined;
    if (declarator && name && chain && !chain.finished) found.push({ name: name.text, declarator, chain });
  }
  return found;
}

/** One thing that a builder is told after it was made. */
export interface Continuation {
  /** The call; undefined where something is done with the builder that cannot be followed. */
  readonly setter: Node | undefined;
  /** What must hold for it, inner first. */
  readonly conditions: readonly { readonly condition: Node; readonly holds: boolean }[];
  /** False where it may happen any number of times. */
  readonly certain: boolean;
}

/** A chain of calls on a variable: `builder.maxAzs(2).build()`. */
interface ChainOn {
  readonly variable: Node;
  readonly setters: readonly Node[];
  readonly finished: boolean;
}

/** The calls that `node` is, if they begin at a variable. */
export function chainOn(node: Node): ChainOn | undefined {
  const setters: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'method_invocation') {
    setters.unshift(at);
    at = at.childForFieldName('object');
  }
  if (at?.type !== 'identifier' || setters.length === 0) return undefined;
  const finished = isBuild(setters.at(-1));
  return { variable: at, setters: finished ? setters.slice(0, -1) : setters, finished };
}

/** What the builder in a variable is told after its declaration, in source order. */
export function continuations(block: Node, declarator: Node, name: string): Continuation[] {
  const found: Continuation[] = [];
  let builds = 0;
  for (const use of block.descendantsOfType('identifier', declarator.endPosition)) {
    if (!use || use.text !== name || use.startIndex < declarator.endIndex) continue;
    const top = topOf(use);
    const around = top.parent;
    // `builder = builder.maxAzs(2);` is told of at its right side.
    if (top.id === use.id && isTarget(use)) continue;
    const chain = chainOn(top);
    const stays =
      chain?.finished ||
      around?.type === 'expression_statement' ||
      isTarget(around?.childForFieldName('left'));
    const { conditions, certain } = circumstances(top, block);
    for (const setter of chain?.setters ?? [])
      found.push({ setter, conditions, certain: certain && builds === 0 });
    if (chain?.finished) builds++;
    if (!chain || !stays) found.push({ setter: undefined, conditions: [], certain: false });
  }
  return found;

  function isTarget(node: Node | null | undefined): boolean {
    return (
      node?.parent?.type === 'assignment_expression' &&
      node.text === name &&
      node.parent.childForFieldName('left')?.id === node.id
    );
  }
}

/** The whole chain of calls that begins at `use`. */
function topOf(use: Node): Node {
  let top = use;
  while (top.parent?.type === 'method_invocation' && top.parent.childForFieldName('object')?.id === top.id)
    top = top.parent;
  return top;
}

const harmless =
  /^(?:block|\w*expression_statement|local_variable_declaration|variable_declarator|return_statement|argument_list|method_invocation|assignment_expression|object_creation_expression|parenthesized_expression)$/;

/** What must hold between `block` and a use in it. */
function circumstances(use: Node, block: Node): Pick<Continuation, 'conditions' | 'certain'> {
  const conditions: { condition: Node; holds: boolean }[] = [];
  let certain = true;
  for (let at = use; at.parent && at.parent.id !== block.id; at = at.parent) {
    const { parent } = at;
    const condition = parent.type === 'if_statement' ? parent.childForFieldName('condition') : null;
    if (condition && condition.id !== at.id) {
      const holds = parent.childForFieldName('consequence')?.id === at.id;
      conditions.push({ condition, holds });
    } else if (!condition && !harmless.test(parent.type)) certain = false;
  }
  return { conditions, certain };
}
