/** What holds for the repository as a whole and no compiler checks. */
import { deepEqual } from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';

const repository = resolve(import.meta.dirname, '..', '..');
const mostLines = 400;

/** Each layer, and what it may import besides itself. As in server/ARCHITECTURE.md. */
const layers: Readonly<Record<string, readonly string[]>> = {
  text: [],
  model: ['text'],
  aws: ['model', 'text'],
  read: ['aws', 'model', 'text'],
  notes: ['aws', 'model', 'text'],
  rules: ['aws', 'model', 'text'],
  // The types of rules/rule.ts; the linter cannot tell one file of a layer from another.
  write: ['rules', 'read', 'aws', 'model', 'text'],
  guard: ['rules', 'model', 'text'],
  report: ['write', 'rules', 'notes', 'read', 'aws', 'model', 'text'],
  features: ['report', 'write', 'rules', 'notes', 'read', 'aws', 'model', 'text'],
  host: ['features', 'report', 'write', 'rules', 'notes', 'read', 'aws', 'model', 'text'],
  main: ['host', 'features', 'report', 'guard', 'write', 'rules', 'notes', 'read', 'aws', 'model', 'text'],
};

const sources = globSync(['client/**/*.ts', 'server/**/*.{ts,mjs}', 'test/**/*.ts'], {
  cwd: repository,
  ignore: ['**/node_modules/**'],
}).sort();

function textOf(file: string): string {
  return readFileSync(join(repository, file), 'utf8');
}

/** The files of ours that `file` imports, relative to the repository; `import()` and types included. */
function importsOf(file: string): string[] {
  const specifiers = textOf(file).matchAll(
    /^\s*(?:import|export)\b[^'";]*?['"](\.[^'"]+\.(?:ts|json))['"]|\bimport\(\s*['"](\.[^'"]+)['"]/gm,
  );
  return [...specifiers].map(([, still, dynamic]) =>
    relative(repository, join(repository, dirname(file), still ?? dynamic ?? ''))
      .split(sep)
      .join('/'),
  );
}

describe('The repository', () => {
  it(`has no source file of more than ${mostLines} lines`, () => {
    deepEqual(
      sources.filter((file) => textOf(file).split('\n').length - 1 > mostLines),
      [],
    );
  });

  it('has layers that import one way', () => {
    const wrong: string[] = [];
    for (const file of sources) {
      const [, layer = ''] = /^server\/(\w+)\//.exec(file) ?? [];
      const allowed = layers[layer];
      if (!allowed) continue;
      for (const imported of importsOf(file)) {
        const [, other = ''] = /^server\/(\w+)\//.exec(imported) ?? [];
        const fine =
          other === layer ||
          allowed.includes(other) ||
          (imported === 'server/protocol.ts' && ['features', 'host', 'notes', 'main'].includes(layer));
        if (!fine) wrong.push(`${file} imports ${imported}`);
      }
    }
    deepEqual(wrong, []);
  });

  it('keeps VS Code in the client, and the client to the protocol', () => {
    const wrong: string[] = [];
    for (const file of sources.filter((source) => /^(client|server)\//.test(source))) {
      const text = textOf(file);
      const client = file.startsWith('client/');
      if (!client && /from 'vscode(-languageclient.*)?'/.test(text)) wrong.push(`${file} imports vscode`);
      if (!client) continue;
      for (const imported of importsOf(file)) {
        const fine =
          imported.startsWith('client/') ||
          imported === 'server/protocol.ts' ||
          imported === 'server/text/localized.ts';
        if (!fine) wrong.push(`${file} imports ${imported}`);
      }
    }
    deepEqual(wrong, []);
  });

  it('leaves files and processes to the edge of the server', () => {
    const edge = /^server\/(main|build)\/|^server\/host\/node\w*\.ts$/;
    deepEqual(
      sources.filter(
        (file) => file.startsWith('server/') && !edge.test(file) && /from 'node:/.test(textOf(file)),
      ),
      [],
    );
  });
});

describe('The extension manifest', () => {
  const manifest = textOf('package.json');
  const used = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key ?? ''))].sort();

  for (const file of ['package.nls.json', 'package.nls.ja.json']) {
    it(`finds every text in ${file}, and no other is there`, () => {
      const texts = JSON.parse(textOf(file)) as Record<string, string>;
      deepEqual(Object.keys(texts).sort(), used);
      deepEqual(
        Object.entries(texts).filter(([, text]) => text.trim() === ''),
        [],
      );
    });
  }

  it('describes every setting and names every command by such a text', () => {
    const { contributes } = JSON.parse(manifest) as {
      contributes: {
        configuration: { properties: Record<string, { description?: string; markdownDescription?: string }> };
        commands: { command: string; title: string }[];
      };
    };
    const translated = (text: string | undefined): boolean => /^%.+%$/.test(text ?? '');
    deepEqual(
      Object.entries(contributes.configuration.properties)
        .filter(([, { description, markdownDescription }]) => !translated(description ?? markdownDescription))
        .map(([name]) => name),
      [],
    );
    deepEqual(
      contributes.commands.filter(({ title }) => !translated(title)).map(({ command }) => command),
      [],
    );
  });

  for (const file of ['package.nls.json', 'package.nls.ja.json']) {
    it(`has the pages of the walkthrough that ${file} names`, () => {
      const texts = Object.entries(JSON.parse(textOf(file)) as Record<string, string>);
      const pages = texts.filter(([key]) => /^walkthrough\..*\.media$/.test(key)).map(([, page]) => page);
      deepEqual(
        pages.filter((page) => !existsSync(join(repository, page))),
        [],
      );
    });
  }
});
