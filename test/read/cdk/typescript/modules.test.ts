import { strict as assert } from 'node:assert';
import { languageOf } from '../../../../server/host/languages.ts';
import { cdkReader } from '../../../../server/read/cdk/index.ts';
import { importsIn } from '../../../../server/read/index.ts';
import { severalFiles } from '../../../support/severalFiles.ts';
import { loadCdk, resource, show } from '../support.ts';

const root = 'file:///repository/';

/** What `apps/shop/stack.ts` takes from the file that it calls `specifier`, among files that each give their path. */
function taken(specifier: string, text: string): string {
  const others = [...severalFiles(text)].map(([path, content]) => ({
    uri: root + path.replaceAll('@', '%40'),
    languageId: languageOf(path),
    text: /json$/.test(path) ? content : `export const path = '${path}'; export default path;`,
  }));
  const main = {
    uri: `${root}apps/shop/stack.ts`,
    languageId: 'typescript',
    text: `import * as sqs from 'aws-cdk-lib/aws-sqs';\nimport { path } from '${specifier}';\nimport all from '${specifier}';\nnew sqs.CfnQueue(this, 'It', { queueName: path, kmsMasterKeyId: all });`,
  };
  const template = cdkReader.read(main, undefined, others);
  cdkReader.forget(main.uri);
  assert.ok(template);
  const [, name, whole] =
    /QueueName: (.*), KmsMasterKeyId: (.*) \}/.exec(show(resource(template, 'It').properties)) ?? [];
  assert.equal(name, whole);
  return String(name).replaceAll('"', '');
}

const shop = (options: string, rest = ''): string =>
  `--- apps/shop/tsconfig.json\n{ ${rest} "compilerOptions": { ${options} } }\n`;

const files = ['apps/shop/src/sizes.ts', 'libs/sizes/index.ts', 'libs/@all/sizes.ts', 'libs/deep/sizes.js']
  .map((path) => `--- ${path}\n`)
  .join('');

describe('Imports of TypeScript', () => {
  before(loadCdk);

  for (const [specifier, expected, what, text] of [
    ['@app/sizes', 'apps/shop/src/sizes.ts', 'a pattern', shop('"paths": { "@app/*": ["./src/*"] }')],
    [
      '~/sizes',
      'apps/shop/src/sizes.ts',
      'a pattern below baseUrl',
      shop('"baseUrl": "src", "paths": { "~/*": ["*"] }'),
    ],
    ['@sizes', 'libs/sizes/index.ts', 'a name', shop('"paths": { "@sizes": ["../../libs/sizes"] }')],
    [
      '@sizes',
      'libs/sizes/index.ts',
      'a name before a pattern',
      shop('"paths": { "@*": ["./src/*"], "@sizes": ["../../libs/sizes/index.ts"] }'),
    ],
    [
      '@app/deep/sizes.js',
      'libs/deep/sizes.js',
      'the longest pattern',
      shop('"paths": { "@app/*": ["./src/*"], "@app/deep/*": ["../../libs/deep/*"], "@*": ["./*"] }'),
    ],
    [
      '@app/sizes/v1',
      'apps/shop/src/sizes.ts',
      'a pattern with an end',
      shop('"paths": { "@app/*/v1": ["./src/*"] }'),
    ],
    [
      '@app/sizes',
      'libs/@all/sizes.ts',
      'the first path that is there',
      shop('"paths": { "@app/*": ["./none/*", "../../libs/@all/*", "./src/*"] }'),
    ],
    ['src/sizes', 'apps/shop/src/sizes.ts', 'baseUrl alone', shop('"baseUrl": "."')],
    [
      'sizes',
      'apps/shop/src/sizes.ts',
      'baseUrl where no path is there',
      shop('"baseUrl": "src", "paths": { "*": ["node_modules/*"] }'),
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'comments and trailing commas',
      shop('/* ours */ "paths": { "@app/*": ["./src/*",], }, // all'),
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'jsconfig.json',
      shop('"paths": { "@app/*": ["./src/*"] }').replace('tsconfig', 'jsconfig'),
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'a project file that is extended',
      `${shop('', '"extends": "../../tsconfig.base",')}--- tsconfig.base.json\n{ "compilerOptions": { "paths": { "@app/*": ["apps/shop/src/*"] } } }`,
    ],
    [
      '@app/sizes',
      'libs/deep/sizes.js',
      'the last of several that are extended',
      `${shop('', '"extends": ["../../tsconfig.a.json", "../../tsconfig.b.json"],')}--- tsconfig.a.json\n{ "compilerOptions": { "paths": { "@app/*": ["apps/shop/src/*"] } } }\n--- tsconfig.b.json\n{ "compilerOptions": { "paths": { "@app/*": ["libs/deep/*"] } } }`,
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'paths of its own before those that it extends',
      `${shop('"paths": { "@app/*": ["./src/*"] }', '"extends": "../../tsconfig.base.json",')}--- tsconfig.base.json\n{ "compilerOptions": { "paths": { "@app/*": ["libs/deep/*"] } } }`,
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'the folder of the project that extends',
      `${shop('', '"extends": "../../tsconfig.base.json",')}--- tsconfig.base.json\n{ "compilerOptions": { "paths": { "@app/*": ["\${configDir}/src/*"] } } }`,
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'the nearest of several project files',
      `${shop('"paths": { "@app/*": ["./src/*"] }')}--- tsconfig.json\n{ "compilerOptions": { "paths": { "@app/*": ["libs/deep/*"] } } }`,
    ],
    [
      '@app/sizes',
      'libs/deep/sizes.js',
      'a project file further up',
      '--- tsconfig.json\n{ "compilerOptions": { "paths": { "@app/*": ["libs/deep/*"] } } }',
    ],
    [
      '@app/sizes',
      'unknown',
      'nothing that the nearest does not say',
      `${shop('')}--- tsconfig.json\n{ "compilerOptions": { "paths": { "@app/*": ["libs/deep/*"] } } }`,
    ],
    [
      '@app/sizes',
      'unknown',
      'no package that is extended',
      shop('', '"extends": "@shop/tsconfig/tsconfig.json",'),
    ],
    [
      '@app/sizes',
      'unknown',
      'no circle',
      `${shop('', '"extends": "../../tsconfig.json",')}--- tsconfig.json\n{ "extends": "./apps/shop/tsconfig.json" }`,
    ],
    ['@app/none', 'unknown', 'no file that is not there', shop('"paths": { "@app/*": ["./src/*"] }')],
    ['@app/sizes', 'unknown', 'no two stars', shop('"paths": { "@*/*": ["./src/*"] }')],
    [
      '@app/sizes',
      'unknown',
      'nothing of other kinds',
      shop('"baseUrl": 1, "paths": { "@app/*": "./src/*" }', '"extends": [1, null],'),
    ],
    ['@app/sizes', 'unknown', 'nothing without a project file', ''],
    ['@app/sizes', 'unknown', 'nothing of a file that is no JSON', '--- apps/shop/tsconfig.json\nno'],
    [
      '@app/sizes',
      'unknown',
      'nothing of one without end',
      `--- apps/shop/tsconfig.json\n${'['.repeat(50_000)}`,
    ],
    [
      '@app/sizes',
      'apps/shop/src/sizes.ts',
      'what stands before a mistake',
      '--- apps/shop/tsconfig.json\n{ "compilerOptions": { "paths": { "@app/*": ["./src/*"] }, "types": [ ',
    ],
  ] as const) {
    it(`follow ${what} in tsconfig.json`, () =>
      assert.equal(taken(specifier, `${text}\n${files}`), expected));
  }

  it('name the project files that say what they mean', () => {
    const source = (path: string, text: string) => ({ uri: root + path, languageId: languageOf(path), text });
    const uris = ['tsconfig.json', 'shop/tsconfig.json', 'tsconfig.base.json', 'shop/a.ts'].map(
      (each) => root + each,
    );
    const view = { has: (uri: string) => uris.includes(uri), below: () => [], modulePaths: () => undefined };
    const found = (path: string, text: string): unknown =>
      importsIn(source(path, text))?.(view).map((uri) => uri.slice(root.length));
    assert.deepEqual(found('shop/b.ts', "import './a'; import 'aws-cdk-lib'"), [
      'shop/a.ts',
      'shop/tsconfig.json',
    ]);
    assert.deepEqual(found('other/b.js', ''), ['tsconfig.json']);
    assert.deepEqual(found('shop/tsconfig.json', '{ "extends": "../tsconfig.base" }'), [
      'tsconfig.base.json',
    ]);
    assert.deepEqual(found('tsconfig.base.json', '{}'), []);
    assert.equal(found('shop/package.json', '{}'), undefined);
  });
});
