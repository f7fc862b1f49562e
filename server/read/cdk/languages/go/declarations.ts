/** What a Go file declares that decides what its expressions mean: types, methods, and functions for pointers. */
import type { Node } from '@vscode/tree-sitter-wasm';
import { withSmallLetter } from '../../../../aws/cdkGo.ts';

/** A field of a structure. */
export interface Field {
  readonly name: string;
  readonly type: Node | null;
  /** True for a type that stands for itself: what it has, the structure has. */
  readonly embedded: boolean;
}

export class Declarations {
  /** Tells what the methods of a file mean: their names, and what they call what they are called on. */
  readonly signature: string;
  private readonly specs = new Map<string, Node>();
  private readonly types = new Map<string, Node>();
  private readonly methods = new Map<string, Node[]>();
  private readonly names = new Set<string>();
  private readonly pointers = new Set<string>();

  constructor(root: Node) {
    const receivers: unknown[] = [];
    for (const child of root.namedChildren) {
      if (child?.type === 'type_declaration') {
        for (const spec of specsOf(child)) {
          const type = spec.childForFieldName('type');
          const name = spec.childForFieldName('name')?.text ?? '';
          this.specs.set(name, spec);
          if (type) this.types.set(name, type);
        }
      } else if (child?.type === 'method_declaration') {
        const { name, type } = receiverOf(child);
        const method = child.childForFieldName('name')?.text ?? '';
        receivers.push([name, type, method]);
        this.methods.set(type, [...(this.methods.get(type) ?? []), child]);
        this.names.add(withSmallLetter(method));
      } else if (child?.type === 'function_declaration' && givesPointer(child)) {
        this.pointers.add(child.childForFieldName('name')?.text ?? '');
      }
    }
    const structures = [...this.types].map(([name, type]) => [
      name,
      type.type === 'struct_type' ? type.text : type.type,
    ]);
    this.signature = JSON.stringify([receivers, structures, [...this.pointers]]);
  }

  /** What a type of the file is made of, through other names for it; a type that it does not declare is itself. */
  resolved(type: Node | null): Node | null {
    let at = type;
    for (let steps = 0; at && steps < 8; steps++) {
      if (at.type === 'pointer_type') at = at.namedChildren[0] ?? null;
      else if (at.type === 'type_identifier' && this.types.has(at.text)) at = this.types.get(at.text) ?? null;
      else break;
    }
    return at;
  }

  /** Where a type is declared. */
  specOf(type: string): Node | undefined {
    return this.specs.get(type);
  }

  /** The methods of a type. */
  methodsOf(type: string): readonly Node[] {
    return this.methods.get(type) ?? [];
  }

  /** The types that methods are for. */
  get withMethods(): readonly string[] {
    return [...this.methods.keys()];
  }

  /** Whether the file has a method of this name, as TypeScript would call it. */
  isMethod(name: string): boolean {
    return this.names.has(name);
  }

  /** Whether a function of the file gives a pointer to what it is given. */
  isPointerTo(name: string): boolean {
    return this.pointers.has(name);
  }

  /** Whether a type of the file is a structure with methods: what a class is elsewhere. */
  isClass(type: string): boolean {
    return this.types.get(type)?.type === 'struct_type' && this.methods.has(type);
  }
}

/** The single declarations of `type ( … )`. */
export function specsOf(declaration: Node): Node[] {
  return declaration.namedChildren.filter(
    (child): child is Node => child?.type === 'type_spec' || child?.type === 'type_alias',
  );
}

/** The fields of a structure, in order. */
export function fieldsOf(structure: Node): readonly Field[] {
  const [list] = structure.namedChildren;
  return (list?.namedChildren ?? []).flatMap((field): Field[] => {
    if (field?.type !== 'field_declaration') return [];
    const type = field.childForFieldName('type');
    const names = field.childrenForFieldName('name');
    if (names.length) {
      return names.map((each) => ({ name: withSmallLetter(each?.text ?? ''), type, embedded: false }));
    }
    const name = /(\w+)$/.exec(type?.text ?? '')?.[1] ?? '';
    return [{ name: withSmallLetter(name), type, embedded: true }];
  });
}

/** What a method calls what it is called on, and the type of that. */
export function receiverOf(method: Node): { readonly name: string | undefined; readonly type: string } {
  const receiver = method
    .childForFieldName('receiver')
    ?.namedChildren.find((child) => child?.type === 'parameter_declaration');
  const type = receiver?.childForFieldName('type')?.text ?? '';
  return { name: receiver?.childForFieldName('name')?.text, type: /(\w+)/.exec(type)?.[1] ?? '' };
}

/** Whether a function is `func pointer(value T) *T { return &value }`. */
function givesPointer(declaration: Node): boolean {
  const [parameter] =
    /^\((\w+) [^,]+\)$/.exec(declaration.childForFieldName('parameters')?.text ?? '')?.slice(1) ?? [];
  const body = declaration.childForFieldName('body');
  return parameter !== undefined && body?.text.replace(/\s+/g, '') === `{return&${parameter}}`;
}
