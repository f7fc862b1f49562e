/** TypeScript and JavaScript, with or without JSX: statements and imports. Expressions are next door. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { WHOLE } from '../../scopes.ts';
import type { Body, Declaration, Expression, Import, Pattern, Placed, Statement } from '../../syntax.ts';
import { CommentedStatements, type Unplaced } from '../commented.ts';
import { headOf, viewed } from '../counting.ts';
import type { CdkLanguage } from '../language.ts';
import type { KnownStatements } from '../statements.ts';
import { ExpressionReader } from './expressions.ts';
import { givenAway, readImports, readRequired, reexports, requiredModule } from './imports.ts';
import { readParameters, readPattern } from './patterns.ts';
import { stringText } from './text.ts';

export const typescript: CdkLanguage = {
  grammars: {
    typescript: 'typescript',
    typescriptreact: 'tsx',
    javascript: 'tsx',
    javascriptreact: 'tsx',
  },
  mentionsCdk: /['"](?:aws-cdk-lib|@aws-cdk\/)/,
  statementEnd: ';',
  read(root, text, known) {
    return new StatementReader(text, known).body(root, 0);
  },
};

/** Reads statements; `start` is always where the enclosing statement starts, which offsets count from. */
class StatementReader {
  private readonly statements: CommentedStatements;
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(text: string, known: KnownStatements) {
    this.statements = new CommentedStatements(text, known);
    this.expressions = new ExpressionReader(text, {
      body: (node, start) => this.body(node, start),
      result: (node, start) => [
        {
          start: node.startIndex - start,
          statement: this.statements.result(node, (at, from) => this.expressions.read(at, from)),
        },
      ],
      comment: (node, start) => this.statements.comment(node, start),
    });
  }

  /** The statements that are children of `node`; what could not be parsed is looked through. */
  body(node: Node | null, start: number): Body {
    if (!node || this.depth > 60) return [];
    this.depth++;
    const found: Placed[] = [];
    const children = node.type === 'expression_statement' || !isContainer(node) ? [node] : node.namedChildren;
    for (const child of children) {
      if (!child) continue;
      if (child.isError) found.push(...this.body(child, start));
      else found.push({ start: child.startIndex - start, statement: this.statement(child) });
    }
    this.depth--;
    return found;
  }

  private statement(node: Node): Statement {
    return this.statements.at(node, () => this.read(node, node.startIndex));
  }

  private read(node: Node, start: number): Unplaced {
    switch (node.type) {
      case 'comment':
        this.statements.comment(node, start);
        return { kind: 'comment' };
      case 'import_statement':
        return { kind: 'import', imports: readImports(node) };
      case 'export_statement':
        return this.exported(node, start);
      case 'lexical_declaration':
      case 'variable_declaration':
        return this.variables(node, start);
      case 'return_statement': {
        const [value] = node.namedChildren;
        return { kind: 'return', value: this.expressions.read(value ?? null, start) };
      }
      case 'if_statement':
        return {
          kind: 'branch',
          test: this.expressions.read(node.childForFieldName('condition'), start),
          yes: this.body(node.childForFieldName('consequence'), start),
          no: this.body(node.childForFieldName('alternative'), start),
        };
      case 'for_in_statement': {
        const right = this.expressions.read(node.childForFieldName('right'), start);
        return {
          kind: 'loop',
          variable: this.pattern(node.childForFieldName('left'), start),
          items: node.childForFieldName('operator')?.type === 'in' ? viewed(right, 'keys') : right,
          parts: [],
          body: this.body(node.childForFieldName('body'), start),
        };
      }
      case 'for_statement':
      case 'while_statement':
      case 'do_statement':
        return {
          kind: 'loop',
          ...this.head(node, start),
          body: this.body(node.childForFieldName('body'), start),
        };
      case 'break_statement':
      case 'continue_statement':
        return { kind: 'leave', ends: node.type === 'break_statement' };
      case 'switch_statement':
      case 'try_statement':
      case 'labeled_statement':
      case 'finally_clause':
      case 'statement_block':
        return { kind: 'block', maybe: false, parts: [], body: this.body(node, start) };
      case 'switch_body':
      case 'switch_case':
      case 'switch_default':
      case 'catch_clause':
        return { kind: 'block', maybe: true, parts: [], body: this.body(node, start) };
      case 'class_declaration':
      case 'abstract_class_declaration':
      case 'class':
        return {
          kind: 'class',
          name: node.childForFieldName('name')?.text,
          base: this.baseClass(node, start),
          parts: node.namedChildren
            .filter((child) => child?.type === 'class_heritage')
            .map((child) => this.expressions.read(child, start)),
          body: this.body(node.childForFieldName('body'), start),
        };
      case 'enum_declaration':
        return { kind: 'variables', declarations: [this.enumeration(node, start)] };
      case 'function_declaration':
      case 'generator_function_declaration':
      case 'method_definition':
        return {
          kind: 'function',
          name: node.childForFieldName('name')?.text,
          parameters: readParameters(node.childForFieldName('parameters'), start, (value) =>
            this.expressions.read(value, start),
          ),
          parts: this.types(node.childForFieldName('parameters'), start),
          body: this.body(node.childForFieldName('body'), start),
        };
      case 'public_field_definition':
      case 'field_definition': {
        const value = node.childForFieldName('value');
        return {
          kind: 'field',
          name: (node.childForFieldName('name') ?? node.childForFieldName('property'))?.text ?? '',
          value: value ? this.expressions.read(value, start) : undefined,
          parts: this.types(node, start),
        };
      }
      case 'expression_statement': {
        // Beside what could not be parsed, all that could be is looked at.
        const broken = node.namedChildren.some((child) => child?.isError);
        const value = broken
          ? this.expressions.others(node, start)
          : this.expressions.read(node.namedChildren[0] ?? null, start);
        const given = broken ? [] : givenAway(value);
        return given.length ? variables(given) : { kind: 'expression', value };
      }
      default:
        return { kind: 'expression', value: this.expressions.read(node, start) };
    }
  }

  /** What a file gives to others. Everything it declares can be imported by its name, so only other names matter. */
  private exported(node: Node, start: number): Unplaced {
    const source = node.childForFieldName('source');
    const clause = node.namedChildren.find((child) => child?.type === 'export_clause');
    if (source) return { kind: 'import', imports: reexports(node, clause, stringText(source)) };
    const given: [name: string, value: Expression][] = [];
    for (const each of clause?.namedChildren ?? []) {
      const alias = each?.childForFieldName('alias')?.text;
      const value = each?.childForFieldName('name');
      if (alias && value) given.push([alias, { ...placed(value, start), kind: 'name', name: value.text }]);
    }
    if (clause) return variables(given);
    const { children } = node;
    const isDefault = children.some((child) => child?.type === 'default');
    const declared = node.childForFieldName('declaration');
    const whole = children.some((child) => child?.type === '=') ? node.namedChildren.at(-1) : undefined;
    const value = whole ?? (isDefault ? node.childForFieldName('value') : undefined);
    if (value) return variables([[whole ? WHOLE : 'default', this.expressions.read(value, start)]]);
    const body = this.body(node, start);
    const name = isDefault ? declared?.childForFieldName('name') : undefined;
    if (!name) return { kind: 'block', maybe: false, outer: true, parts: [], body };
    const named = variables([['default', { ...placed(name, start), kind: 'name', name: name.text }]]);
    const statement = { ...named, length: 0, comments: [] } as Statement;
    const last = { start: node.endIndex - start, statement };
    return { kind: 'block', maybe: false, outer: true, parts: [], body: [...body, last] };
  }

  private variables(node: Node, start: number): Unplaced {
    const imports: Import[] = [];
    const declarations: Declaration[] = [];
    for (const child of node.namedChildren) {
      if (child?.type === 'comment') this.statements.comment(child, start);
      if (child?.type !== 'variable_declarator') continue;
      const pattern = child.childForFieldName('name');
      const value = child.childForFieldName('value');
      const required = value && requiredModule(value);
      if (required) imports.push(...readRequired(pattern, required));
      declarations.push({
        pattern: required ? [] : this.pattern(pattern, start),
        value: value ? this.expressions.read(value, start) : undefined,
        parts: this.types(child, start),
      });
    }
    // `const a = 1, b = require('c')` does not happen; where it does, `a` is unknown.
    return imports.length ? { kind: 'import', imports } : { kind: 'variables', declarations };
  }

  private head(node: Node, start: number) {
    const [initializer, next] = [node.childForFieldName('initializer'), node.childForFieldName('increment')];
    const initial = initializer && this.variables(initializer, start);
    return headOf(
      initial?.kind === 'variables' ? initial.declarations : [],
      this.expressions.read(node.childForFieldName('condition'), start),
      next ? { text: next.text, expression: this.expressions.read(next, start) } : undefined,
    );
  }

  /** An enum is a constant with its members. */
  private enumeration(node: Node, start: number): Declaration {
    const name = node.childForFieldName('name');
    const body = node.childForFieldName('body');
    return {
      pattern: this.pattern(name, start),
      value: body ? this.expressions.enumeration(body, start) : undefined,
      parts: [],
    };
  }

  private pattern(node: Node | null, start: number): Pattern {
    return readPattern(node, start, (value) => this.expressions.read(value, start));
  }

  private baseClass(node: Node, start: number): Expression | undefined {
    const heritage = node.namedChildren.find((child) => child?.type === 'class_heritage');
    const extended = heritage?.namedChildren.find((child) => child?.type === 'extends_clause');
    const value = extended?.childForFieldName('value');
    return value ? this.expressions.read(value, start) : undefined;
  }

  private types(node: Node | null, start: number) {
    return (node?.descendantsOfType(['type_annotation']) ?? [])
      .slice(0, 20)
      .map((each) => this.expressions.read(each, start));
  }
}

const containers = new Set([
  'program',
  'statement_block',
  'class_body',
  'switch_statement',
  'switch_body',
  'switch_case',
  'switch_default',
  'try_statement',
  'catch_clause',
  'finally_clause',
  'else_clause',
  'labeled_statement',
  'export_statement',
  'expression_statement',
  'ERROR',
]);

function isContainer(node: Node): boolean {
  return containers.has(node.type);
}

/** Names for values. */
function variables(given: readonly (readonly [name: string, value: Expression])[]): Unplaced {
  const declarations = given.map(([name, value]) => {
    const { start, end } = value;
    return {
      pattern: [{ name, start, end, path: [], otherwise: undefined, field: false }],
      value,
      parts: [],
    };
  });
  return { kind: 'variables', declarations };
}

function placed({ startIndex, endIndex }: Node, start: number): { start: number; end: number } {
  return { start: startIndex - start, end: endIndex - start };
}
