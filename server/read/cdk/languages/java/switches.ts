/** `switch` as a value. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Expression } from '../../syntax.ts';

/** Reads expressions; offsets count from `start`. */
interface ExpressionsOf {
  read(node: Node | null | undefined, start: number): Expression;
  /** What is in a node that is not evaluated itself. */
  others(node: Node, start: number): Expression;
}

/** `switch (stage) { case "prod" -> 2; default -> 1; }` as one condition after the other. */
export function readSwitch(node: Node, start: number, expressions: ExpressionsOf): Expression {
  const at = { start: node.startIndex - start, end: node.endIndex - start };
  const rules = node
    .childForFieldName('body')
    ?.namedChildren.filter((child) => !/comment$/.test(child?.type ?? ''));
  const arms = (rules ?? []).map((rule) => rule && armOf(rule));
  // What blocks yield is not followed.
  if (!arms.every((arm) => arm !== undefined && arm !== null)) return expressions.others(node, start);
  const otherwise = arms.find(({ labels }) => labels.length === 0)?.value;
  const tested = node.childForFieldName('condition');
  return arms
    .filter(({ labels }) => labels.length > 0)
    .reduceRight<Expression>(
      (no, { label, labels, value }) => {
        const [only, ...others] = labels;
        const isOne = others.length === 0 && !/pattern|guard/.test(only?.type ?? '');
        const test: Expression = {
          start: label.startIndex + 'case '.length - start,
          end: label.endIndex - start,
          kind: 'operation',
          operator: isOne ? '==' : 'is',
          left: expressions.read(tested, start),
          right: isOne ? expressions.read(only, start) : expressions.others(label, start),
        };
        return { ...at, kind: 'conditional', test, yes: expressions.read(value, start), no };
      },
      otherwise ? expressions.read(otherwise, start) : { ...at, kind: 'other', parts: [] },
    );
}

interface Arm {
  readonly label: Node;
  /** What it is for; nothing for what is left. */
  readonly labels: readonly Node[];
  readonly value: Node;
}

/** `case "prod" -> 2`; undefined where its value is not one expression. */
function armOf(rule: Node): Arm | undefined {
  const parts = rule.namedChildren.filter(
    (child): child is Node => child !== null && !/comment$/.test(child.type),
  );
  const [label, result] = parts;
  const [value] = result?.namedChildren ?? [];
  const isValue = rule.type === 'switch_rule' && result?.type === 'expression_statement';
  if (!isValue || rule.hasError || !label || !value) return undefined;
  return { label, labels: label.namedChildren.filter((each) => each !== null), value };
}
