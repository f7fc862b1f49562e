/** Python: statements. What they import and their expressions are next door. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { camelCase } from '../../../../aws/cdkPython.ts';
import { digestOf } from '../../digest.ts';
import { type Body, bodiesOf, type Expression, type Placed, type Statement } from '../../syntax.ts';
import { CommentedStatements, type Unplaced } from '../commented.ts';
import { viewed } from '../counting.ts';
import type { CdkLanguage } from '../language.ts';
import type { KnownStatements } from '../statements.ts';
import { ExpressionReader } from './expressions.ts';
import { LibraryNames, readImports } from './names.ts';
import { readParameters, readTarget } from './patterns.ts';
import { repaired } from './repair.ts';

export const python: CdkLanguage = {
  grammars: { python: 'python' },
  mentionsCdk: /^[ \t]*(?:from|import)[ \t]+aws_cdk\b/m,
  propName: camelCase,
  repaired,
  read(root, text, known) {
    const names = new LibraryNames(root, text);
    // What a call means depends on what is imported.
    known.readUnder(names.signature);
    return withVariables(new StatementReader(text, known, names).body(root, 0), []);
  },
};

/** Reads statements; `start` is always where the enclosing statement starts, which offsets count from. */
class StatementReader {
  private readonly statements: CommentedStatements;
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(text: string, known: KnownStatements, names: LibraryNames) {
    this.statements = new CommentedStatements(text, known, /^#+\s?/);
    this.expressions = new ExpressionReader(text, names, {
      result: (node, value, start) => [this.result(node, value, start)],
      comment: (node, start) => this.statements.comment(node, start),
    });
  }

  /**
   * The statements in `node`; what could not be parsed is looked through.
   * @param direct true in the body of a class itself
   */
  body(node: Node | null, start: number, direct = false): Body {
    if (!node || this.depth > 60) return [];
    this.depth++;
    const found: Placed[] = [];
    for (const child of [...commentsBefore(node), ...node.namedChildren]) {
      if (!child) continue;
      if (child.isError) found.push(...this.body(child, start, direct));
      else found.push({ start: child.startIndex - start, statement: this.statement(child, direct) });
    }
    this.depth--;
    return found;
  }

  private statement(node: Node, direct: boolean): Statement {
    return this.statements.at(node, () => this.read(node, node.startIndex, direct));
  }

  /** What a function without a block gives, as the statement that would say so. */
  private result(node: Node, value: (start: number) => Expression, start: number): Placed {
    const read = (): Unplaced => ({ kind: 'return', value: value(node.startIndex) });
    return { start: node.startIndex - start, statement: this.statements.complete(node, read) };
  }

  private read(node: Node, start: number, direct: boolean): Unplaced {
    switch (node.type) {
      case 'comment':
        this.statements.comment(node, start);
        return { kind: 'comment' };
      case 'import_statement':
      case 'import_from_statement':
        return { kind: 'import', imports: readImports(node) };
      case 'return_statement':
        return { kind: 'return', value: this.returned(node, start) };
      case 'delete_statement':
        return this.deletion(node, start);
      case 'if_statement':
        return this.branch(node, node, alternativesOf(node), start);
      case 'for_statement':
        return this.loop(node, start);
      case 'while_statement':
        return {
          kind: 'loop',
          variable: [],
          items: undefined,
          parts: [this.expressions.read(node.childForFieldName('condition'), start)],
          body: this.body(node.childForFieldName('body'), start),
        };
      case 'break_statement':
      case 'continue_statement':
        return { kind: 'leave', ends: node.type === 'break_statement' };
      case 'with_statement':
        return {
          kind: 'block',
          maybe: false,
          parts: node.namedChildren
            .filter((child) => child?.type === 'with_clause')
            .map((child) => this.expressions.read(child, start)),
          body: this.body(node.childForFieldName('body'), start),
        };
      case 'try_statement':
      case 'match_statement':
      case 'block':
      case 'finally_clause':
        return { kind: 'block', maybe: false, parts: [], body: this.clauses(node, start) };
      case 'except_clause':
      case 'case_clause':
      case 'else_clause':
        return { kind: 'block', maybe: true, parts: [], body: this.clauses(node, start) };
      case 'class_definition':
        return this.class(node, start, []);
      case 'function_definition':
        return this.function(node, start, [], direct);
      case 'decorated_definition':
        return this.decorated(node, start, direct);
      case 'expression_statement':
        return this.expression(node, start, direct);
      default:
        return { kind: 'expression', value: this.expressions.read(node, start) };
    }
  }

  private returned(node: Node, start: number): Expression {
    const [value] = node.namedChildren;
    if (value) return this.expressions.read(value, start);
    const end = node.endIndex - start;
    return { kind: 'name', name: 'undefined', start: end, end };
  }

  /** What is deleted has no value afterwards that is known. */
  private deletion(node: Node, start: number): Unplaced {
    const [target] = node.namedChildren;
    const at = { start: 0, end: node.endIndex - start };
    const value: Expression = { ...at, kind: 'other', parts: [] };
    const deleted = this.expressions.read(target, start);
    return { kind: 'expression', value: { ...at, kind: 'assignment', target: deleted, value, plain: true } };
  }

  /** The blocks of a `try` or a `match`, without what decides between them. */
  private clauses(node: Node, start: number): Body {
    if (node.type === 'block' || node.type === 'module') return this.body(node, start);
    const blocks = node.namedChildren.filter(
      (child) => child && /(?:block|clause|comment)$/.test(child.type),
    );
    const inner = blocks.flatMap((child): Body => {
      if (!child) return [];
      if (child.type === 'block') return this.body(child, start);
      return [{ start: child.startIndex - start, statement: this.statement(child, false) }];
    });
    return inner;
  }

  /** @param owner what has the condition: the statement, or a later `elif` of it */
  private branch(owner: Node, whole: Node, alternatives: readonly Node[], start: number): Unplaced {
    const condition = owner.childForFieldName('condition');
    const yes = this.body(owner.childForFieldName('consequence'), start);
    const [next, ...rest] = alternatives;
    // What a program does when it is run is what it does.
    if (!next && /^__name__ *== *['"]__main__['"]$/.test(condition?.text ?? ''))
      return { kind: 'block', maybe: false, parts: [], body: yes };
    let no: Body = [];
    if (next?.type === 'elif_clause') {
      const from = next.startIndex;
      const inner = this.statements.complete(next, () => this.branch(next, whole, rest, from));
      no = [{ start: from - start, statement: { ...inner, length: whole.endIndex - from } }];
    } else if (next) {
      no = this.body(next.childForFieldName('body'), start);
    }
    return { kind: 'branch', test: this.expressions.read(condition, start), yes, no };
  }

  private loop(node: Node, start: number): Unplaced {
    const left = node.childForFieldName('left');
    const right = node.childForFieldName('right');
    const numbered = enumerated(right);
    return {
      kind: 'loop',
      variable: readTarget(left, start),
      items: numbered
        ? viewed(this.expressions.read(numbered, start), 'entries')
        : (this.range(right, start) ?? this.expressions.read(right, start)),
      parts: [],
      body: this.body(node.childForFieldName('body'), start),
    };
  }

  /** `range(3)`, `range(1, 4)` */
  private range(node: Node | null, start: number): Expression | undefined {
    if (node?.type !== 'call' || node.childForFieldName('function')?.text !== 'range') return undefined;
    const [first, second, ...others] = (node.childForFieldName('arguments')?.namedChildren ?? []).map(
      (each) => this.expressions.read(each, start),
    );
    if (!first || others.length > 0) return undefined;
    const at = { start: node.startIndex - start, end: node.endIndex - start };
    const zero: Expression = { ...at, kind: 'literal', value: 0 };
    return { ...at, kind: 'range', from: second ? first : zero, to: second ?? first };
  }

  private decorated(node: Node, start: number, direct: boolean): Unplaced {
    const definition = node.childForFieldName('definition');
    const decorators = node.namedChildren.filter((child) => child?.type === 'decorator');
    const parts = decorators.map((each) => this.expressions.read(each, start));
    if (definition?.type === 'class_definition') return this.class(definition, start, parts);
    const isStatic = decorators.some((each) => each?.text.startsWith('@staticmethod'));
    if (definition) return this.function(definition, start, parts, direct && !isStatic, direct);
    return { kind: 'block', maybe: true, parts, body: [] };
  }

  private class(node: Node, start: number, parts: Expression[]): Unplaced {
    const [base] = node.childForFieldName('superclasses')?.namedChildren ?? [];
    const extended =
      base && base.type !== 'keyword_argument' ? this.expressions.read(base, start) : undefined;
    const { kind, start: from = 0, end = 0 } = extended ?? {};
    const named = kind === 'name' || kind === 'member';
    return {
      kind: 'class',
      name: node.childForFieldName('name')?.text,
      base: named ? extended : undefined,
      parts: extended
        ? [...parts, named ? { kind: 'type', start: from, end, name: extended } : extended]
        : parts,
      body: this.body(node.childForFieldName('body'), start, true),
    };
  }

  /** @param method whether its first parameter is the object */
  private function(
    node: Node,
    start: number,
    parts: Expression[],
    method: boolean,
    inClass = method,
  ): Unplaced {
    const parameters = node.childForFieldName('parameters');
    const name = node.childForFieldName('name')?.text;
    const body = this.body(node.childForFieldName('body'), start);
    const declared = readParameters(parameters, start, method, (value) =>
      this.expressions.read(value, start),
    );
    const own = declared.flatMap((pattern) => pattern.map((each) => each.name));
    return {
      kind: 'function',
      name: name === '__init__' ? 'constructor' : name && inClass ? camelCase(name) : name,
      parameters: declared,
      parts: [...parts, ...this.types(parameters, start), ...this.types(node, start)],
      body: withVariables(body, [...own, ...outerNames(node.text)]),
    };
  }

  /** The types that are written directly in `node` or its parameters. */
  private types(node: Node | null, start: number): Expression[] {
    const types = (node?.namedChildren ?? []).flatMap((child) =>
      child?.type === 'type' ? [child] : [child?.childForFieldName('type')],
    );
    return types.flatMap((type) => (type?.type === 'type' ? [this.expressions.read(type, start)] : []));
  }

  private expression(node: Node, start: number, direct: boolean): Unplaced {
    const [only] = node.namedChildren;
    const left = only?.type === 'assignment' ? only.childForFieldName('left') : undefined;
    if (direct && only && left?.type === 'identifier') {
      const value = only.childForFieldName('right');
      const type = only.childForFieldName('type');
      return {
        kind: 'field',
        name: camelCase(left.text),
        value: value ? this.expressions.read(value, start) : undefined,
        parts: type ? [this.expressions.read(type, start)] : [],
      };
    }
    const whole = node.namedChildren.length === 1 ? only : undefined;
    return {
      kind: 'expression',
      value: whole ? this.expressions.read(whole, start) : this.expressions.others(node, start),
    };
  }
}

/** Comments above the first statement of a block, which the grammar leaves outside it. */
function commentsBefore(block: Node): Node[] {
  const found: Node[] = [];
  if (block.type !== 'block') return found;
  for (let at = block.previousNamedSibling; at?.type === 'comment'; at = at.previousNamedSibling)
    found.unshift(at);
  return found;
}

function alternativesOf(node: Node): Node[] {
  return node.childrenForFieldName('alternative').filter((child): child is Node => child !== null);
}

/** The items of `enumerate(items)`. */
function enumerated(right: Node | null): Node | undefined {
  if (right?.type !== 'call' || right.childForFieldName('function')?.text !== 'enumerate') return undefined;
  const [items, ...others] = right.childForFieldName('arguments')?.namedChildren ?? [];
  return others.length === 0 ? (items ?? undefined) : undefined;
}

/** The names that a function assigns though they are not its own. */
function outerNames(text: string): string[] {
  return [...text.matchAll(/^[ \t]*(?:global|nonlocal)[ \t]+([\w, \t]+)/gm)].flatMap(([, names = '']) =>
    names.split(',').map((name) => name.trim()),
  );
}

/**
 * A body with its variables declared before everything else: in Python, a name belongs to the whole function in
 * which it is assigned.
 * @param declared names that are declared elsewhere
 */
function withVariables(body: Body, declared: readonly string[]): Body {
  const names = new Set<string>();
  collectAssigned(body, names);
  for (const name of declared) names.delete(name);
  if (names.size === 0) return body;
  const declarations = [...names].map((name) => ({
    pattern: [{ name, path: [], otherwise: undefined, field: false, start: 0, end: 0 }],
    value: undefined,
    parts: [],
  }));
  const start = body[0]?.start ?? 0;
  return [{ start, statement: { kind: 'variables', declarations, length: 0, comments: [] } }, ...body];
}

function collectAssigned(body: Body, names: Set<string>, depth = 0): void {
  if (depth > 60) return;
  for (const { statement } of body) {
    for (const { target } of digestOf(statement).assignments)
      if (target.kind === 'name') names.add(target.name);
    if (statement.kind === 'function' || statement.kind === 'class') continue;
    for (const inner of bodiesOf(statement)) collectAssigned(inner, names, depth + 1);
  }
}
