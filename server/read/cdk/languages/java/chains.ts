/** Chains of builder calls: `Vpc.Builder.create(this, "Vpc").maxAzs(2).build()`. */
import type { Node } from '@vscode/tree-sitter-wasm';

/** A builder with what it is told. */
export interface Chain {
  /** The class that is built. */
  readonly built: Node;
  /** The arguments of `create`; undefined for structures of props, which have no place in a scope. */
  readonly created: Node | undefined;
  readonly setters: readonly Node[];
  /** Between the calls. */
  readonly comments: readonly Node[];
  readonly finished: boolean;
}

/** Longer chains are made by programs. */
const MOST_STEPS = 400;

/** The builder that `node` is, finished or not. */
export function chainOf(node: Node): Chain | undefined {
  const steps: Node[] = [];
  const comments: Node[] = [];
  let at: Node | null = node;
  while (at?.type === 'method_invocation' && steps.length < MOST_STEPS) {
    steps.unshift(at);
    for (const child of at.namedChildren) if (child && /comment$/.test(child.type)) comments.unshift(child);
    at = at.childForFieldName('object');
  }
  const made = at?.type === 'object_creation_expression' ? builtOf(at.childForFieldName('type')) : undefined;
  const [first] = steps;
  const start = first?.childForFieldName('name')?.text;
  const built = made ?? (start === 'create' ? builtOf(at) : start === 'builder' ? at : undefined);
  if (!built || !/identifier|field_access/.test(built.type)) return undefined;
  const setters = made ? steps : steps.slice(1);
  const finished = isBuild(setters.at(-1));
  // What is called on what was built tells the builder nothing.
  if (setters.slice(0, -1).some(isBuild)) return undefined;
  return {
    built,
    created: !made && start === 'create' ? (first?.childForFieldName('arguments') ?? undefined) : undefined,
    setters: finished ? setters.slice(0, -1) : setters,
    comments,
    finished,
  };
}

/** Whether a call ends a chain. */
export function isBuild(call: Node | undefined): boolean {
  return (
    call?.childForFieldName('name')?.text === 'build' &&
    call.childForFieldName('arguments')?.namedChildCount === 0
  );
}

/** `Vpc` of `Vpc.Builder`, or a `Builder` that is imported by itself. */
function builtOf(node: Node | null): Node | undefined {
  if (!node) return undefined;
  if (/^(?:type_)?identifier$/.test(node.type)) return node.text === 'Builder' ? node : undefined;
  const parts = node.namedChildren;
  return parts.at(-1)?.text === 'Builder' && parts.length === 2 ? (parts[0] ?? undefined) : undefined;
}
