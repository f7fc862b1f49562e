/** Go: statements and declarations. What they import and their expressions are next door. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { withSmallLetter } from '../../../../aws/cdkGo.ts';
import type { Body, Declaration, Expression, Placed, Statement } from '../../syntax.ts';
import { CommentedStatements, type Unplaced } from '../commented.ts';
import { headOf, viewed } from '../counting.ts';
import type { CdkLanguage } from '../language.ts';
import type { KnownStatements } from '../statements.ts';
import { Declarations, fieldsOf, receiverOf, specsOf } from './declarations.ts';
import { ExpressionReader } from './expressions.ts';
import { emptyProps } from './literals.ts';
import { PackageNames, readImports } from './names.ts';
import { readNames, readParameters } from './patterns.ts';
import { firstOf, placed } from './reading.ts';
import { repaired } from './repair.ts';

export const go: CdkLanguage = {
  grammars: { go: 'go' },
  mentionsCdk: /"github\.com\/aws\/aws-cdk-go\//,
  memberName: withSmallLetter,
  repaired,
  read(root, text, known) {
    const packages = new PackageNames(root);
    const declared = new Declarations(root);
    // What a name means depends on what is imported and on the types of the file.
    known.readUnder(packages.signature + declared.signature);
    return new StatementReader(text, known, packages, declared).program(root);
  },
};

/** Reads statements; `start` is always where the enclosing statement starts, which offsets count from. */
class StatementReader {
  private readonly statements: CommentedStatements;
  private readonly declared: Declarations;
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(text: string, known: KnownStatements, packages: PackageNames, declared: Declarations) {
    this.statements = new CommentedStatements(text, known);
    this.declared = declared;
    this.expressions = new ExpressionReader(text, packages, declared, {
      body: (node, start) => this.body(node, start),
      comment: (node, start) => this.statements.comment(node, start),
    });
  }

  /** The whole file; methods, which stand anywhere in it, are put into the classes that structures are elsewhere. */
  program(root: Node): Body {
    const found = [...this.body(root, 0)];
    for (const type of this.declared.withMethods) {
      const spec = this.declared.specOf(type);
      const [first] = this.declared.methodsOf(type);
      const at = spec ?? first;
      if (at) found.push({ start: at.startIndex, statement: this.class(type, spec, at.startIndex) });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  /** The statements in `node`; what could not be parsed is looked through. */
  private body(node: Node | null, start: number): Body {
    if (!node || this.depth > 60) return [];
    this.depth++;
    const found: Placed[] = [];
    for (const child of node.namedChildren) {
      if (!child || child.type === 'method_declaration') continue;
      if (child.isError || child.type === 'statement_list') found.push(...this.body(child, start));
      else found.push(this.placed(child, start));
    }
    this.depth--;
    return found;
  }

  private placed(node: Node, start: number): Placed {
    const statement = this.statements.at(node, () => this.read(node, node.startIndex));
    return { start: node.startIndex - start, statement };
  }

  private read(node: Node, start: number): Unplaced {
    switch (node.type) {
      case 'comment':
        this.statements.comment(node, start);
        return { kind: 'comment' };
      case 'import_declaration':
        return { kind: 'import', imports: readImports(node) };
      case 'const_declaration':
      case 'var_declaration':
      case 'short_var_declaration':
        return { kind: 'variables', declarations: this.declarations(node, start) };
      case 'type_declaration': {
        const parts = specsOf(node).flatMap((spec) =>
          this.expressions.typesIn(spec.childForFieldName('type'), start),
        );
        return { kind: 'block', maybe: false, parts, body: [] };
      }
      case 'function_declaration':
      case 'method_declaration':
        return this.function(node, start);
      case 'return_statement':
        return { kind: 'return', value: this.returned(node, start) };
      case 'if_statement':
        return this.initialized(node, start, () => this.branch(node, start));
      case 'for_statement':
        return this.loop(node, start);
      case 'expression_switch_statement':
      case 'type_switch_statement':
      case 'select_statement':
        return this.initialized(node, start, () => this.cases(node, start));
      case 'expression_case':
      case 'type_case':
      case 'default_case':
      case 'communication_case':
        return {
          kind: 'block',
          maybe: true,
          parts: this.conditions(node, start),
          body: this.body(
            node.namedChildren.findLast((child) => child?.type === 'statement_list') ?? null,
            start,
          ),
        };
      case 'break_statement':
      case 'continue_statement':
        return { kind: 'leave', ends: node.type === 'break_statement' };
      case 'block':
      case 'labeled_statement':
        return { kind: 'block', maybe: false, parts: [], body: this.body(node, start) };
      case 'assignment_statement':
        return { kind: 'expression', value: this.assignments(node, start) };
      case 'inc_statement':
      case 'dec_statement': {
        const target = this.expressions.read(firstOf(node), start);
        const at = placed(node, start);
        return {
          kind: 'expression',
          value: {
            ...at,
            kind: 'assignment',
            target,
            value: { ...at, kind: 'literal', value: 1 },
            plain: false,
          },
        };
      }
      case 'expression_statement':
      case 'go_statement':
      case 'defer_statement': {
        const [only, ...others] = node.namedChildren;
        const value = others.length
          ? this.expressions.others(node, start)
          : this.expressions.read(only, start);
        return { kind: 'expression', value };
      }
      default:
        return { kind: 'expression', value: this.expressions.read(node, start) };
    }
  }

  /** `const ( … )`, `var x, y = 1, 2`, `x, err := f()`. */
  private declarations(node: Node, start: number): Declaration[] {
    if (node.type === 'short_var_declaration') {
      const names = node.childForFieldName('left')?.namedChildren ?? [];
      return this.declarationsOf(names, node.childForFieldName('right'), start, null);
    }
    return node.namedChildren.flatMap((child): Declaration[] => {
      if (child?.type === 'comment') this.statements.comment(child, start);
      if (child?.type === 'var_spec_list') return this.declarations(child, start);
      if (child?.type !== 'const_spec' && child?.type !== 'var_spec') return [];
      const type = child.childForFieldName('type');
      return this.declarationsOf(
        child.childrenForFieldName('name'),
        child.childForFieldName('value'),
        start,
        type,
      );
    });
  }

  private declarationsOf(
    names: readonly (Node | null)[],
    values: Node | null,
    start: number,
    type: Node | null,
  ): Declaration[] {
    const parts = this.expressions.typesIn(type, start);
    const given = values ? this.expressions.all(values.namedChildren, start) : [];
    if (given.length === names.length) {
      return names.map((name, index) => ({
        pattern: readNames([name], start, [[]]),
        value: given[index],
        parts: index === 0 ? parts : [],
      }));
    }
    const paths = names.map((_, index) => [String(index)]);
    const [only, ...others] = given;
    if (!only) {
      // A structure of props begins empty; constants that have no value of their own go on counting.
      const value = emptyProps(type, start, this.expressions);
      return [{ pattern: readNames(names, start, value ? [[]] : paths), value, parts }];
    }
    const isResult = only.kind === 'call' && others.length === 0;
    const value: Expression = isResult ? only : { ...only, kind: 'other', parts: given };
    return [{ pattern: readNames(names, start, isResult ? paths : []), value, parts }];
  }

  /** `a = 1`, `a += 1`; several at once are each an assignment. */
  private assignments(node: Node, start: number): Expression {
    const at = placed(node, start);
    const targets = this.expressions.all(node.childForFieldName('left')?.namedChildren ?? [], start);
    const values = this.expressions.all(node.childForFieldName('right')?.namedChildren ?? [], start);
    const plain = node.childForFieldName('operator')?.type === '=';
    const parts = targets.map((target, index): Expression => {
      const value = targets.length === values.length ? values[index] : undefined;
      // What is taken apart is looked at once.
      const rest: Expression = { ...at, kind: 'other', parts: index === 0 ? values : [] };
      return { ...at, kind: 'assignment', target, value: value ?? rest, plain };
    });
    const [only, ...others] = parts;
    return only && others.length === 0 ? only : { ...at, kind: 'other', parts };
  }

  /** A value, or several as an object of them. */
  private returned(node: Node, start: number): Expression {
    const list = firstOf(node);
    const at = placed(list ?? node, start);
    const values = list ? this.expressions.all(list.namedChildren, start) : [];
    const [only, ...others] = values;
    if (!only) return { kind: 'name', name: 'undefined', start: at.end, end: at.end };
    if (others.length === 0) return only;
    const properties = values.map((value, index) => {
      const { start: keyStart } = value;
      return { ...value, kind: 'property' as const, key: String(index), keyStart, keyEnd: keyStart, value };
    });
    return { ...at, kind: 'object', properties, open: false };
  }

  private function(node: Node, start: number): Unplaced {
    const parameters = node.childForFieldName('parameters');
    const name = node.childForFieldName('name')?.text;
    const isMethod = node.type === 'method_declaration';
    this.expressions.receiver = isMethod ? receiverOf(node).name : undefined;
    const types = [parameters, node.childForFieldName('result')];
    const statement: Unplaced = {
      kind: 'function',
      name: isMethod && name ? withSmallLetter(name) : name,
      parameters: readParameters(parameters, start),
      parts: types.flatMap((each) => this.expressions.typesIn(each, start)),
      body: this.body(node.childForFieldName('body'), start),
    };
    this.expressions.receiver = undefined;
    return statement;
  }

  /** A structure with its methods; what it is made with, its fields are. */
  private class(type: string, spec: Node | undefined, start: number): Statement {
    const structure = spec && this.declared.isClass(type) ? spec.childForFieldName('type') : undefined;
    const fields = structure ? fieldsOf(structure) : [];
    const embedded = fields.find((each) => each.embedded)?.type;
    const at = { start: 0, end: 0 };
    const made: Statement = {
      kind: 'function',
      name: 'constructor',
      parameters: [
        fields.map(({ name }) => ({ ...at, name, path: [name], otherwise: undefined, field: true })),
      ],
      parts: [],
      body: [],
      length: 0,
      comments: [],
    };
    const methods = this.declared.methodsOf(type).map((each) => this.placed(each, start));
    return {
      kind: 'class',
      name: type,
      base: embedded ? this.expressions.typeName(embedded, start) : undefined,
      parts: [],
      body: [{ start: 0, statement: made }, ...methods],
      length: spec ? spec.endIndex - spec.startIndex : 0,
      comments: [],
    };
  }

  /** `if x := f(); x { … }`: what begins it belongs to it alone. */
  private initialized(node: Node, start: number, read: () => Unplaced): Unplaced {
    const initializer = node.childForFieldName('initializer');
    if (!initializer) return read();
    const length = node.endIndex - node.startIndex;
    const statement = { ...read(), length, comments: [] } as Statement;
    const body = [this.placed(initializer, start), { start: 0, statement }];
    return { kind: 'block', maybe: false, parts: [], body };
  }

  private branch(node: Node, start: number): Unplaced {
    const alternative = node.childForFieldName('alternative');
    return {
      kind: 'branch',
      test: this.expressions.read(node.childForFieldName('condition'), start),
      yes: this.body(node.childForFieldName('consequence'), start),
      no:
        alternative?.type === 'if_statement'
          ? [this.placed(alternative, start)]
          : this.body(alternative, start),
    };
  }

  private cases(node: Node, start: number): Unplaced {
    const cases = node.namedChildren.filter((child): child is Node => /_case$/.test(child?.type ?? ''));
    const body = cases.map((each) => this.placed(each, start));
    return { kind: 'block', maybe: false, parts: this.conditions(node, start), body };
  }

  /** What a `switch` or one of its cases looks at. */
  private conditions(node: Node, start: number): Expression[] {
    const value = node.childForFieldName('value');
    return value ? [this.expressions.read(value, start)] : [];
  }

  private loop(node: Node, start: number): Unplaced {
    const body = this.body(node.childForFieldName('body'), start);
    const clause = node.namedChildren.find((child) => child?.type !== 'block' && child?.type !== 'comment');
    if (clause?.type === 'range_clause') {
      const names = clause.childForFieldName('left')?.namedChildren ?? [];
      const right = this.expressions.read(clause.childForFieldName('right'), start);
      // The first name is the index.
      const variable = readNames(names, start, [['0'], ['1']]);
      const isNumber = right.kind === 'literal' && typeof right.value === 'number';
      if (!isNumber) return { kind: 'loop', variable, items: viewed(right, 'entries'), parts: [], body };
      const from: Expression = { ...right, value: 0 };
      const items: Expression = { ...placed(clause, start), kind: 'range', from, to: right };
      return { kind: 'loop', variable: readNames(names, start, [[]]), items, parts: [], body };
    }
    const [initializer, next] = ['initializer', 'update'].map((field) => clause?.childForFieldName(field));
    const names = initializer?.childForFieldName('left')?.namedChildren ?? [];
    const values = this.expressions.all(initializer?.childForFieldName('right')?.namedChildren ?? [], start);
    const declarations = names.map((name, at): Declaration => {
      return { pattern: readNames([name], start, [[]]), value: values[at], parts: [] };
    });
    const condition = clause?.type === 'for_clause' ? clause.childForFieldName('condition') : clause;
    const after = next && { text: next.text, expression: this.expressions.others(next, start) };
    const head = headOf(declarations, this.expressions.read(condition, start), after ?? undefined);
    return { kind: 'loop', ...head, body };
  }
}
