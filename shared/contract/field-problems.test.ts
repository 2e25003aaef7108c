import { expect, test } from 'vitest';
import { z } from 'zod';
import { definitionOf } from '../domain/nouns.ts';
import { shown } from '../domain/shown-value.ts';
import { fieldProblems, fieldsFailure } from './field-problems.ts';

function sentences(noun: 'compute' | 'rack' | 'service' | 'assignment' | 'tag', draft: unknown): string[] {
  const definition = definitionOf(noun);
  const parsed = definition.schema.safeParse(draft);
  return fieldProblems(definition, parsed.error?.issues ?? [], draft).map(({ message }) => message);
}

test('each kind of field says in words what it takes', () => {
  expect(
    sentences('compute', { name: '', type: 'toaster', statedCores: -1, statedMemoryMb: 1.5, monthlyCost: 'a lot' }),
  ).toEqual([
    'Name must be text of 1 to 128 characters; "" was given.',
    'Type must be one of baremetal, vps, vm; "toaster" was given.',
    'Stated cores must be a whole number from 0 to 1000000; -1 was given.',
    'Stated memory must be a whole number, at least 0; 1.5 was given.',
    'Monthly cost must be an amount such as 1234.50, not negative; "a lot" was given.',
  ]);
});

test('references name what they may point at', () => {
  expect(sentences('assignment', { serviceId: 1, computeId: 2, allocated: {} })).toEqual([
    'Service must be the name or id of a service; 1 was given.',
    'Compute must be the name or id of a compute; 2 was given.',
  ]);
  expect(sentences('tag', { objectId: null, key: 'a' })).toEqual([
    'Object must be the name or id of something that has a name; null was given.',
  ]);
});

test('inside a structured field the place is named too', () => {
  const feeds = [{ name: 'A', volts: 230, amps: 16, phases: 2 }];
  expect(sentences('rack', { name: 'R1', roomId: 'Hall 1', feeds })).toEqual([
    'Power feeds (0.phases) must be of the right form; 2 was given.',
  ]);
  expect(sentences('service', { name: 's', minSpec: [] })).toEqual([
    'Minimum must be a set of keys with values; [] was given.',
  ]);
  expect(sentences('rack', { name: 'R1', roomId: 'Hall 1', feeds: 'none' })).toEqual([
    'Power feeds must be a list; "none" was given.',
  ]);
});

test('the first problem is the message; a missing value is E_REQUIRED', () => {
  const definition = definitionOf('rack');
  const parsed = definition.schema.safeParse({ heightU: 99 });
  const failure = fieldsFailure(fieldProblems(definition, parsed.error?.issues ?? [], { heightU: 99 }));
  expect(failure.code).toBe('E_REQUIRED');
  expect(failure.message).toBe('Name must be text of 1 to 128 characters; nothing was given. 2 more to mend.');
  expect(failure.fields?.map(({ path }) => path)).toEqual(['name', 'roomId', 'heightU']);
});

test('without a noun the key itself is named, and long values are cut', () => {
  expect(shown('x'.repeat(200))).toHaveLength(78);
  expect(
    fieldProblems(null, [{ code: 'too_big', maximum: 200, origin: 'string', path: ['query'], message: '' }], {
      query: 'x',
    }),
  ).toEqual([
    {
      path: 'query',
      message: 'query must be at most 200 characters long; "x" was given.',
      value: 'x',
      allowed: 'at most 200 characters long',
    },
  ]);
});

test.each([
  ['a number without a limit', 10n ** 20n, '100000000000000000000 was given'],
  ['what holds itself', selfHolding(), 'something that cannot be written was given'],
])('%s, which a port carries and JSON does not, is told too', (_what, given, told) => {
  const input = { count: given };
  const issues = z.object({ count: z.number() }).safeParse(input).error?.issues ?? [];
  expect(fieldProblems(null, issues, input)[0]?.message).toContain(told);
});

test('of a hundred thousand wrong entries a hundred are listed', () => {
  const input = { refs: Array.from({ length: 100_000 }, () => 1) };
  const issues = z.object({ refs: z.array(z.string()) }).safeParse(input).error?.issues ?? [];
  expect(issues).toHaveLength(100_000);
  expect(fieldProblems(null, issues, input)).toHaveLength(100);
});

function selfHolding(): unknown {
  const list: unknown[] = [];
  list.push(list);
  return list;
}
