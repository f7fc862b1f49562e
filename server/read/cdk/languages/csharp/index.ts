/** C#: statements. Names and expressions are next door. */
import type { Node } from '@vscode/tree-sitter-wasm';
import type { Body, Declaration, Expression, Placed, Statement } from '../../syntax.ts';
import { CommentedStatements, type Unplaced } from '../commented.ts';
import { headOf, viewed } from '../counting.ts';
import type { CdkLanguage } from '../language.ts';
import type { KnownStatements } from '../statements.ts';
import { declaredIn } from './declared.ts';
import { ExpressionReader } from './expressions.ts';
import { camelCase, FileNames } from './names.ts';
import { readParameters, readTarget, readVariable } from './parameters.ts';
import { repaired } from './repair.ts';
import { getterValue, inner, resultOf, targetAndValue } from './shapes.ts';

export const csharp: CdkLanguage = {
  grammars: { csharp: 'c-sharp' },
  mentionsCdk: /\bAmazon\.CDK\b/,
  repaired,
  read(root, text, known) {
    const names = new FileNames(text, declaredIn(root));
    // What a name means depends on what is imported and declared.
    known.readUnder(names.signature);
    const imports = { kind: 'import', imports: names.imports, length: 0, comments: [] } as const;
    return [{ start: 0, statement: imports }, ...new StatementReader(text, known, names).body(root, 0)];
  },
};

/** Reads statements; `start` is always where the enclosing statement starts, which offsets count from. */
class StatementReader {
  private readonly statements: CommentedStatements;
  private readonly names: FileNames;
  private readonly expressions: ExpressionReader;
  private depth = 0;

  constructor(text: string, known: KnownStatements, names: FileNames) {
    this.statements = new CommentedStatements(text, known);
    this.names = names;
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
    const found: Placed[] = [];
    for (const child of containers.has(node.type) ? node.namedChildren : [node]) {
      if (!child || child.startIndex === child.endIndex || isNoCode(child)) continue;
      if (child.type === 'using_directive') found.push(this.using(child, start));
      else if (child.isError || isOnlyAround(child, node)) found.push(...this.body(child, start));
      else found.push({ start: child.startIndex - start, statement: this.statement(child) });
    }
    this.depth--;
    return found;
  }

  /** What it names depends on the whole file, which is why it is read each time. */
  private using(node: Node, start: number): Placed {
    const imports = this.names.importsOf(node.text);
    const length = node.endIndex - node.startIndex;
    return { start: node.startIndex - start, statement: { kind: 'import', imports, length, comments: [] } };
  }

  private statement(node: Node): Statement {
    return this.statements.at(node, () => this.read(node, node.startIndex));
  }

  private read(node: Node, start: number): Unplaced {
    const read = (field: string): Expression => this.expressions.read(node.childForFieldName(field), start);
    const body = (field: string): Body => this.body(node.childForFieldName(field), start);
    switch (node.type) {
      case 'comment':
        this.statements.comment(node, start);
        return { kind: 'comment' };
      case 'local_declaration_statement':
      case 'variable_declaration':
        return { kind: 'variables', declarations: this.declarations(node, start) };
      case 'field_declaration':
        return this.fields(node, start);
      case 'variable_declarator':
        return this.field(node, start);
      case 'property_declaration':
        return this.property(node, start);
      case 'return_statement': {
        const end = node.endIndex - start;
        const [value] = inner(node);
        const nothing: Expression = { kind: 'name', name: 'undefined', start: end, end };
        return {
          kind: 'return',
          value: value ? this.expressions.read(value, start, resultOf(value)) : nothing,
        };
      }
      case 'if_statement':
        return { kind: 'branch', test: read('condition'), yes: body('consequence'), no: body('alternative') };
      case 'foreach_statement':
        return {
          kind: 'loop',
          variable: readVariable(node.childForFieldName('left'), start),
          items: viewed(read('right'), 'enumerated'),
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
      case 'block':
      case 'try_statement':
      case 'finally_clause':
      case 'switch_statement':
      case 'using_statement':
      case 'lock_statement':
      case 'fixed_statement':
      case 'unsafe_statement':
      case 'checked_statement':
      case 'labeled_statement':
        return { kind: 'block', maybe: false, parts: [], body: this.inner(node, start) };
      case 'switch_section':
      case 'catch_clause':
      case 'preproc_if':
      case 'preproc_elif':
      case 'preproc_else':
        return { kind: 'block', maybe: true, parts: [], body: this.inner(node, start) };
      case 'class_declaration':
      case 'struct_declaration':
      case 'record_declaration':
      case 'interface_declaration':
        return this.class(node, start);
      case 'enum_declaration':
        return { kind: 'variables', declarations: this.enumeration(node, start) };
      case 'constructor_declaration':
      case 'method_declaration':
      case 'local_function_statement':
        return this.function(node, start);
      case 'expression_statement': {
        const [value] = inner(node);
        // Beside what could not be parsed, all that could be is looked at.
        const broken = node.namedChildren.some((child) => child?.isError);
        return {
          kind: 'expression',
          value: broken ? this.expressions.others(node, start) : this.expressions.read(value, start),
        };
      }
      case 'arrow_expression_clause': {
        const [value] = inner(node);
        return { kind: 'return', value: this.expressions.read(value, start, resultOf(value)) };
      }
      default:
        return { kind: 'expression', value: this.expressions.read(node, start) };
    }
  }

  /** The statements in a statement, without what decides whether they run. */
  private inner(node: Node, start: number): Body {
    return node.namedChildren.flatMap((child): Body => {
      const isCode =
        child &&
        (containers.has(child.type) ||
          /(?:_statement|_section|_clause|_declaration|^comment|^preproc_el(?:if|se))$/.test(child.type)) &&
        !/^(?:when_clause|catch_filter_clause)$/.test(child.type);
      return isCode ? this.body(child, start) : [];
    });
  }

  private declarations(node: Node, start: number): Declaration[] {
    const declaration =
      node.type === 'variable_declaration'
        ? node
        : node.namedChildren.find((child) => child?.type === 'variable_declaration');
    const type = declaration?.childForFieldName('type');
    const declarators =
      declaration?.namedChildren.filter((child) => child?.type === 'variable_declarator') ?? [];
    return declarators.flatMap((declarator, index): Declaration[] => {
      if (!declarator) return [];
      const [target, value] = targetAndValue(declarator);
      return [
        {
          pattern: readTarget(target, start),
          value: value ? this.expressions.read(value, start, type?.text) : undefined,
          parts: index === 0 ? this.expressions.types(type, start) : [],
        },
      ];
    });
  }

  /** The fields that are declared together. */
  private fields(node: Node, start: number): Unplaced {
    const declaration = node.namedChildren.find((child) => child?.type === 'variable_declaration');
    const declarators =
      declaration?.namedChildren.filter((child) => child?.type === 'variable_declarator') ?? [];
    return {
      kind: 'block',
      maybe: false,
      parts: this.expressions.types(declaration?.childForFieldName('type'), start),
      body: declarators.flatMap((each) => (each ? this.body(each, start) : [])),
    };
  }

  private field(node: Node, start: number): Unplaced {
    const [target, value] = targetAndValue(node);
    const name = target ? this.names.fieldKey(target.text) : '';
    const type = this.names.typeOfMember(target?.text ?? '');
    return {
      kind: 'field',
      name,
      value: value ? this.expressions.read(value, start, type) : undefined,
      parts: [],
    };
  }

  /** A property is a field; one that is computed in several steps is looked through. */
  private property(node: Node, start: number): Unplaced {
    const name = node.childForFieldName('name')?.text ?? '';
    const type = node.childForFieldName('type');
    const parts = this.expressions.types(type, start);
    const accessors = node.childForFieldName('accessors');
    const given = node.childForFieldName('value') ?? getterValue(accessors);
    const blocks = given ? [] : (accessors?.descendantsOfType('block') ?? []);
    if (blocks.length > 0) {
      const body = blocks.flatMap((each) => this.body(each, start));
      return { kind: 'function', name: undefined, parameters: [], parts, body };
    }
    const value = given?.type === 'arrow_expression_clause' ? inner(given)[0] : given;
    return {
      kind: 'field',
      name: this.names.fieldKey(name),
      value: value ? this.expressions.read(value, start, type?.text) : undefined,
      parts,
    };
  }

  private class(node: Node, start: number): Unplaced {
    const bases = node.namedChildren.find((child) => child?.type === 'base_list');
    const [base] = bases ? inner(bases) : [];
    const parameters = node.namedChildren.find((child) => child?.type === 'parameter_list');
    const passed = bases?.namedChildren.find((child) => child?.type === 'argument_list');
    const creation = parameters ? [this.primaryConstructor(parameters, passed ?? null, start)] : [];
    return {
      kind: 'class',
      name: node.childForFieldName('name')?.text,
      bareFields: true,
      base: base && base.type !== 'argument_list' ? this.expressions.type(base, start) : undefined,
      parts: this.expressions.types(bases, start),
      body: [...creation, ...this.body(node.childForFieldName('body'), start)],
    };
  }

  /** The constructor that a class or a record declares with its name: its parameters become fields. */
  private primaryConstructor(parameters: Node, passed: Node | null, start: number): Placed {
    const from = parameters.startIndex;
    const statement = this.statements.complete(parameters, () => ({
      kind: 'function',
      name: 'constructor',
      parameters: readParameters(
        parameters,
        from,
        (value) => this.expressions.read(value, from),
        (name) => this.names.fieldKey(name),
      ),
      parts: this.expressions.types(parameters, from),
      body: passed ? [this.baseCall(passed, from)] : [],
    }));
    return { start: from - start, statement };
  }

  private function(node: Node, start: number): Unplaced {
    const parameters = node.childForFieldName('parameters');
    const types = ['returns', 'type'].flatMap((field) =>
      this.expressions.types(node.childForFieldName(field), start),
    );
    const parts = [...types, ...this.expressions.types(parameters, start)];
    const body = node.childForFieldName('body');
    const isStatic = node.namedChildren.some(
      (child) => child?.type === 'modifier' && child.text === 'static',
    );
    const isConstructor = node.type === 'constructor_declaration';
    // What a method without a body does is decided elsewhere.
    if (!body || (isConstructor && isStatic))
      return { kind: 'block', maybe: !body, parts, body: this.body(body, start) };
    const initializer = node.namedChildren.find((child) => child?.type === 'constructor_initializer');
    const passed = initializer?.namedChildren.find((child) => child?.type === 'argument_list');
    const isBase = initializer?.children.some((child) => child?.type === 'base');
    const above = passed && isBase ? [this.baseCall(passed, start)] : [];
    return {
      kind: 'function',
      name: isConstructor ? 'constructor' : camelCase(node.childForFieldName('name')?.text ?? ''),
      parameters: readParameters(parameters, start, (value) => this.expressions.read(value, start)),
      parts: passed && !isBase ? [...parts, this.expressions.others(passed, start)] : parts,
      body: [...above, ...this.body(body, start)],
    };
  }

  /** `base(…)` as the call that it is. */
  private baseCall(list: Node, start: number): Placed {
    const from = list.startIndex;
    const statement = this.statements.complete(list, () => {
      const { positional, named, ...parentheses } = this.expressions.passed(list, from);
      const at = { start: 0, end: list.endIndex - from };
      const callee: Expression = { kind: 'name', name: 'super', start: 0, end: 0 };
      const given = [...positional, ...named.map(({ value }) => value)];
      return { kind: 'expression', value: { ...at, kind: 'call', callee, arguments: given, ...parentheses } };
    });
    return { start: from - start, statement };
  }

  /** An enum is a constant with its members; what they are worth matters to nobody. */
  private enumeration(node: Node, start: number): Declaration[] {
    return [{ pattern: readTarget(node.childForFieldName('name'), start), value: undefined, parts: [] }];
  }

  private head(node: Node, start: number) {
    const [initial, next] = [node.childForFieldName('initializer'), node.childForFieldName('update')];
    return headOf(
      initial?.type === 'variable_declaration' ? this.declarations(initial, start) : [],
      this.expressions.read(node.childForFieldName('condition'), start),
      next ? { text: next.text, expression: this.expressions.read(next, start) } : undefined,
    );
  }
}

const containers = new Set([
  'compilation_unit',
  'namespace_declaration',
  'declaration_list',
  'global_statement',
  'block',
  'switch_body',
  'preproc_if',
  'preproc_elif',
  'preproc_else',
  'ERROR',
]);

/** What says nothing about the program: its imports are known already. */
function isNoCode({ type }: Node): boolean {
  return noCode.test(type);
}

const noCode =
  /^(?:extern_alias_directive|file_scoped_namespace_declaration|global_attribute|attribute_list|modifier|empty_statement|identifier|qualified_name|preproc_(?!if|el)\w+)$/;

/** Whether a node adds nothing to what is in it: a namespace, or `#if` around declarations. */
function isOnlyAround({ type }: Node, parent: Node): boolean {
  if (/^(?:namespace_declaration|global_statement|declaration_list)$/.test(type)) return true;
  return (
    type.startsWith('preproc_') && /^(?:compilation_unit|declaration_list|preproc_\w+)$/.test(parent.type)
  );
}
