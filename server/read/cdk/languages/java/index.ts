/** Java: statements. Names and expressions are next door. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Body, Declaration, Expression, Placed, Statement } from '../../syntax.ts';
import { CommentedStatements, type Unplaced } from '../commented.ts';
import { headOf } from '../counting.ts';
import type { CdkLanguage } from '../language.ts';
import type { KnownStatements } from '../statements.ts';
import { ExpressionReader, isComment } from './expressions.ts';
import { FileNames, importsOf } from './names.ts';
import { named, readParameters } from './parameters.ts';
import { repaired } from './repair.ts';

export const java: CdkLanguage = {
  grammars: { java: 'java' },
  mentionsCdk: /\bsoftware\.amazon\.awscdk\b/,
  repaired,
  read(root, text, known) {
    const names = new FileNames(root, text);
    // What a name means depends on what is imported.
    known.readUnder(names.signature);
    const imports = { kind: 'import', imports: names.imports, length: 0, comments: [] } as const;
    return [{ start: 0, statement: imports }, ...new StatementReader(text, known, names).body(root, 0)];
  },
};

/** Reads statements; `start` is always where the enclosing statement starts, which offsets count from. */
class StatementReader {
  private readonly statements: CommentedStatements;
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(text: string, known: KnownStatements, names: FileNames) {
    this.statements = new CommentedStatements(text, known);
    this.expressions = new ExpressionReader(text, names, {
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

  /** The statements that are children of `node`, or `node` itself; what could not be parsed is looked through. */
  body(node: Node | null, start: number): Body {
    if (!node || this.depth > 60) return [];
    this.depth++;
    const isContainer = containers.has(node.type);
    const found = isContainer
      ? this.expressions.builders.within(node, () => this.children(node, start))
      : [this.placed(node, start)];
    this.depth--;
    return found;
  }

  private children(node: Node, start: number): Body {
    return node.namedChildren.flatMap((child): Body => {
      if (!child || child.type === 'switch_label') return [];
      return child.isError ? this.body(child, start) : [this.placed(child, start)];
    });
  }

  private placed(node: Node, start: number): Placed {
    return { start: node.startIndex - start, statement: this.statement(node) };
  }

  private statement(node: Node): Statement {
    const { builders } = this.expressions;
    if (builders.isShared(node))
      return this.statements.complete(node, () => this.read(node, node.startIndex));
    return this.statements.at(node, () => this.read(node, node.startIndex));
  }

  private read(node: Node, start: number): Unplaced {
    const read = (field: string): Expression => this.expressions.read(node.childForFieldName(field), start);
    const body = (field: string): Body => this.body(node.childForFieldName(field), start);
    switch (node.type) {
      case 'line_comment':
      case 'block_comment':
        this.statements.comment(node, start);
        return { kind: 'comment' };
      case 'package_declaration':
      case 'import_declaration':
        return { kind: 'import', imports: importsOf(node) };
      case 'local_variable_declaration':
        return { kind: 'variables', declarations: this.declarations(node, start) };
      case 'field_declaration':
      case 'constant_declaration':
        return this.fields(node, start);
      case 'return_statement': {
        const end = node.endIndex - start;
        const [value] = node.namedChildren;
        const nothing: Expression = { kind: 'name', name: 'undefined', start: end, end };
        return { kind: 'return', value: value ? this.expressions.read(value, start) : nothing };
      }
      case 'if_statement':
        return { kind: 'branch', test: read('condition'), yes: body('consequence'), no: body('alternative') };
      case 'enhanced_for_statement':
        return {
          kind: 'loop',
          variable: named(node.childForFieldName('name'), start),
          items: read('value'),
          parts: this.expressions.types(node.childForFieldName('type'), start),
          body: body('body'),
        };
      case 'for_statement':
      case 'while_statement':
      case 'do_statement':
        return {
          kind: 'loop',
          ...this.head(node, start),
          body: body('body'),
        };
      case 'break_statement':
      case 'continue_statement':
        return { kind: 'leave', ends: node.type === 'break_statement' };
      case 'try_statement':
      case 'try_with_resources_statement':
      case 'switch_expression':
      case 'labeled_statement':
      case 'synchronized_statement':
      case 'finally_clause':
      case 'static_initializer':
      case 'block':
        return { kind: 'block', maybe: false, parts: [], body: this.inner(node, start) };
      case 'switch_block_statement_group':
      case 'switch_rule':
      case 'catch_clause':
        return { kind: 'block', maybe: true, parts: [], body: this.inner(node, start) };
      case 'class_declaration':
      case 'interface_declaration':
      case 'record_declaration':
      case 'enum_declaration':
        return this.class(node, start);
      case 'constructor_declaration':
      case 'compact_constructor_declaration':
      case 'method_declaration':
        return this.function(node, start);
      case 'enum_constant':
        return {
          kind: 'field',
          name: node.childForFieldName('name')?.text ?? '',
          value: undefined,
          parts: [],
        };
      case 'explicit_constructor_invocation':
        return { kind: 'expression', value: this.constructorCall(node, start) };
      case 'expression_statement': {
        const [value] = node.namedChildren.filter((child) => child && !isComment(child));
        // `builder = builder.maxAzs(2);` gives it no other value.
        if (this.expressions.builders.holds(value?.childForFieldName('left')))
          return {
            kind: 'expression',
            value: this.expressions.read(value?.childForFieldName('right'), start),
          };
        // Beside what could not be parsed, all that could be is looked at.
        const broken = node.namedChildren.some((child) => child?.isError);
        return {
          kind: 'expression',
          value: broken ? this.expressions.others(node, start) : this.expressions.read(value, start),
        };
      }
      default:
        return { kind: 'expression', value: this.expressions.read(node, start) };
    }
  }

  /** What is in the blocks of a statement, and before them. */
  private inner(node: Node, start: number): Body {
    return node.namedChildren.flatMap((child): Body => {
      if (!child || child.type === 'switch_label' || child.type === 'catch_formal_parameter') return [];
      return this.body(child, start);
    });
  }

  private declarations(node: Node, start: number): Declaration[] {
    const type = node.childForFieldName('type');
    return node.childrenForFieldName('declarator').flatMap((declarator, index): Declaration[] => {
      const value = declarator?.childForFieldName('value');
      if (!declarator) return [];
      return [
        {
          pattern: named(declarator.childForFieldName('name'), start),
          value: value ? this.expressions.read(value, start) : undefined,
          parts: index === 0 ? this.expressions.types(type, start) : [],
        },
      ];
    });
  }

  private head(node: Node, start: number) {
    const [init, next] = [node.childForFieldName('init'), node.childForFieldName('update')];
    return headOf(
      init?.type === 'local_variable_declaration' ? this.declarations(init, start) : [],
      this.expressions.read(node.childForFieldName('condition'), start),
      next ? { text: next.text, expression: this.expressions.read(next, start) } : undefined,
    );
  }

  /** A field, or a block of fields that are declared together. */
  private fields(node: Node, start: number): Unplaced {
    const fields = this.declarations(node, start).map(({ pattern, value, parts }): Unplaced => {
      return { kind: 'field', name: pattern[0]?.name ?? '', value, parts };
    });
    const [only, ...others] = fields;
    if (only && others.length === 0) return only;
    const body = fields.map((each) => ({ start: 0, statement: this.statements.complete(node, () => each) }));
    return { kind: 'block', maybe: false, parts: [], body };
  }

  private class(node: Node, start: number): Unplaced {
    const { types } = this.expressions;
    const superclass = node.childForFieldName('superclass');
    const [base] = this.expressions.types(superclass, start);
    const parts = [superclass, node.childForFieldName('interfaces')].flatMap((each) =>
      types.call(this.expressions, each, start),
    );
    const inside = this.body(node.childForFieldName('body'), start);
    const components = node.type === 'record_declaration' ? node.childForFieldName('parameters') : null;
    const creation: Placed[] = components
      ? [{ start: components.startIndex - start, statement: this.recordConstructor(components) }]
      : [];
    return {
      kind: 'class',
      name: node.childForFieldName('name')?.text,
      bareFields: true,
      base: base?.kind === 'type' ? base.name : undefined,
      parts,
      body: [...creation, ...inside],
    };
  }

  /** The constructor that a record has by itself: it makes its parameters fields. */
  private recordConstructor(parameters: Node): Statement {
    return this.statements.complete(parameters, () => ({
      kind: 'function',
      name: 'constructor',
      parameters: readParameters(parameters, parameters.startIndex, true),
      parts: this.expressions.types(parameters, parameters.startIndex),
      body: [],
    }));
  }

  private function(node: Node, start: number): Unplaced {
    const parameters = node.childForFieldName('parameters');
    const types = [node.childForFieldName('type'), parameters].flatMap((each) =>
      this.expressions.types(each, start),
    );
    const body = node.childForFieldName('body');
    // What a method without a body does is decided elsewhere.
    if (!body) return { kind: 'block', maybe: true, parts: types, body: [] };
    const isMethod = node.type === 'method_declaration';
    return {
      kind: 'function',
      name: isMethod ? node.childForFieldName('name')?.text : 'constructor',
      parameters: readParameters(parameters, start),
      parts: types,
      body: this.body(body, start),
    };
  }

  /** `super(…)`; what `this(…)` gives another constructor is only one of the things that it may be given. */
  private constructorCall(node: Node, start: number): Expression {
    const passed = node.childForFieldName('arguments');
    const callee = node.childForFieldName('constructor');
    const given = passed ? this.expressions.others(passed, start) : undefined;
    if (callee?.type !== 'super') return given ?? this.expressions.others(node, start);
    return {
      kind: 'call',
      start: node.startIndex - start,
      end: node.endIndex - start,
      callee: this.expressions.read(callee, start),
      arguments: given?.kind === 'other' ? given.parts : [],
      argumentsStart: (passed?.startIndex ?? node.endIndex) - start,
      argumentsEnd: (passed?.endIndex ?? node.endIndex) - start,
    };
  }
}

const containers = new Set([
  'program',
  'block',
  'constructor_body',
  'class_body',
  'interface_body',
  'enum_body',
  'enum_body_declarations',
  'switch_block',
  'ERROR',
]);
