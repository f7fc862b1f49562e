import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Value } from '../../server/model/value.ts';
import { compileSchema, type Schema, type Verdict } from '../../server/rules/schema.ts';
import { either, hidden, hideOne, type Json, nothing, reference, templateOf, value } from './values.ts';

const template = templateOf({ Key: ['AWS::KMS::Key', {}], Queue: ['AWS::SQS::Queue', {}] });

function verdict(schema: Schema, data: Json): Verdict {
  return compileSchema(schema)(value(data), template);
}

function check(schema: Schema, ...cases: readonly (readonly [data: Json, expected: Verdict])[]): void {
  for (const [data, expected] of cases) assert.equal(verdict(schema, data), expected, JSON.stringify(data));
}

describe('the keywords of rule blocks', () => {
  it('type takes numbers in text for numbers, as CloudFormation does', () => {
    check(
      { type: 'integer' },
      ['22', true],
      [22, true],
      ['x', false],
      [2.5, false],
      [[], false],
      [hidden, undefined],
    );
    check({ type: ['array', 'boolean'] }, [[], true], ['true', true], ['yes', false], [{}, false]);
    check({ type: 'object' }, [{}, true], ['a', false], [reference('Key'), undefined]);
    check({ type: 'string' }, ['a', true], [1, true], [{}, false]);
    check({ type: 'number' }, ['1.5', true], ['', false]);
  });

  it('const and enum compare scalars as text', () => {
    check({ const: 22 }, ['22', true], [22, true], [23, false], [[], false], [hidden, undefined]);
    check({ const: true }, ['true', true], [false, false]);
    check({ enum: ['a', 1] }, ['a', true], ['1', true], ['b', false]);
  });

  it('minimum and maximum speak of numbers only', () => {
    check(
      { minimum: 5, maximum: 7 },
      [5, true],
      ['7', true],
      [4, false],
      [8, false],
      ['x', true],
      [hidden, undefined],
    );
  });

  it('minLength and maxLength count characters', () => {
    check({ minLength: 2, maxLength: 3 }, ['ab', true], ['𠮷𠮷𠮷', true], ['a', false], ['abcd', false]);
  });

  it('pattern finds its match anywhere and takes no time over evil ones', () => {
    check({ pattern: '^dc2\\.' }, ['dc2.large', true], ['ra3.large', false], [[], true], [hidden, undefined]);
    check({ pattern: '^(a+)+$' }, [`${'a'.repeat(5000)}b`, false]);
  });

  it('required and properties', () => {
    check(
      { required: ['A'] },
      [{ A: 1 }, true],
      [{}, false],
      [{ A: nothing }, false],
      [{ A: hidden }, undefined],
    );
    check({ required: ['A'] }, [{ A: reference('Key') }, true], ['text', true], [hidden, undefined]);
    check(
      { properties: { A: { const: 1 } } },
      [{ A: 1 }, true],
      [{ A: 2 }, false],
      [{}, true],
      [{ A: hidden }, undefined],
    );
    const open: Value = { kind: 'map', span: { start: 0, end: 1 }, entries: [], open: true };
    check({ required: ['A'] }, [open, undefined]);
  });

  it('items, contains and their number', () => {
    check(
      { items: { const: 1 } },
      [[1, 1], true],
      [[1, 2], false],
      [[1, hidden], undefined],
      [[2, hidden], false],
    );
    check(
      { contains: { const: 1 } },
      [[2, 1], true],
      [[2], false],
      [[2, hidden], undefined],
      [[1, hidden], true],
    );
    check({ minItems: 2 }, [[1, 2], true], [[1], false], [[1, nothing], false], [[1, hidden], undefined]);
    check({ maxItems: 1 }, [[1], true], [[1, 2], false], [[1, nothing], true], [[1, hidden], undefined]);
    const open: Value = { kind: 'list', span: { start: 0, end: 1 }, items: [value(1)], open: true };
    check({ items: { const: 1 } }, [open, undefined]);
    check({ contains: { const: 2 } }, [open, undefined]);
    check({ contains: { const: 1 } }, [open, true]);
    check({ minItems: 1, maxItems: 1 }, [open, undefined]);
  });

  it('allOf, anyOf, not and if', () => {
    check({ allOf: [{ minimum: 1 }, { maximum: 3 }] }, [2, true], [4, false], [hidden, undefined]);
    check({ anyOf: [{ const: 1 }, { const: 2 }] }, [2, true], [3, false]);
    check({ not: { const: 1 } }, [2, true], [1, false], [hidden, undefined]);
    const conditional: Schema = {
      if: { properties: { Kind: { const: 'a' } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword's name in JSON Schema
      then: { required: ['A'] },
      else: { required: ['B'] },
    };
    check(
      conditional,
      [{ Kind: 'a', A: 1 }, true],
      [{ Kind: 'b', A: 1 }, false],
      [{ Kind: hidden, A: 1, B: 1 }, true],
    );
    check(conditional, [{ Kind: hidden }, false], [{ Kind: hidden, A: 1 }, undefined]);
  });

  it('refersTo follows references within the template', () => {
    check(
      { refersTo: 'AWS::KMS::*' },
      [reference('Key'), true],
      [reference('Queue'), false],
      [reference('Elsewhere'), undefined],
      ['arn:aws:kms:::key/1', undefined],
    );
  });

  it('decides a choice only where all branches agree', () => {
    check(
      { const: 1 },
      [either('C', 1, '1'), true],
      [either('C', 1, 2), undefined],
      [either('C', 2, 3), false],
    );
    check({ required: ['A'] }, [{ A: either('C', 1, nothing) }, undefined]);
  });

  it('never flips when something known is hidden', () => {
    fc.assert(
      fc.property(schemas, data, fc.nat(), (schema, whole, seed) => {
        const known = compileSchema(schema)(value(whole), template);
        const less = compileSchema(schema)(hideOne(value(whole), seed), template);
        assert.ok(less === undefined || less === known, `${known} became ${less}`);
      }),
      { numRuns: 3000 },
    );
  });
});

const scalars = fc.oneof(
  fc.constantFrom('a', 'b', 'aws:kms', '1', '22'),
  fc.integer({ min: 0, max: 3 }),
  fc.boolean(),
);

const { data } = fc.letrec<{ data: Json }>((tie) => ({
  data: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalars,
    fc.constantFrom<Json>(hidden, nothing, reference('Key'), either('C', 'a', 'b'), either('C', 1, nothing)),
    fc.array(tie('data'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('A', 'B', 'C'), tie('data'), { maxKeys: 3 }),
  ),
}));

const { schema: schemas } = fc.letrec<{ schema: Schema }>((tie) => {
  const inner = tie('schema');
  return {
    schema: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ const: scalars }),
      fc.record({ enum: fc.array(scalars, { maxLength: 3 }) }),
      fc.record({ type: fc.constantFrom('string', 'number', 'integer', 'boolean', 'array', 'object') }),
      fc.record({ minimum: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ maxLength: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ pattern: fc.constantFrom('^a', '[0-9]') }),
      fc.record({ required: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }) }),
      fc.record({ minItems: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ maxItems: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ refersTo: fc.constantFrom('AWS::KMS::Key', 'AWS::SQS::Queue') }),
      fc.record({ properties: fc.dictionary(fc.constantFrom('A', 'B'), inner, { maxKeys: 2 }) }),
      fc.record({ items: inner }),
      fc.record({ contains: inner }),
      fc.record({ not: inner }),
      fc.record({ allOf: fc.array(inner, { maxLength: 2 }) }),
      fc.record({ anyOf: fc.array(inner, { minLength: 1, maxLength: 2 }) }),
      // biome-ignore lint/suspicious/noThenProperty: the keyword's name in JSON Schema
      fc.record({ if: inner, then: inner, else: inner }),
    ) as fc.Arbitrary<Schema>,
  };
});
