import { expect, test } from 'vitest';
import { FailureError } from './failure.ts';
import { refuseUnreasonableInput } from './payload-limits.ts';

function nested(levels: number): unknown {
  return JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);
}

function refusal(input: unknown): string {
  try {
    refuseUnreasonableInput(input);
  } catch (error) {
    if (error instanceof FailureError) return error.failure.message;
    throw error;
  }
  return '';
}

function keys(count: number): unknown {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, 1]));
}

test.each([
  // One list is level 0: 101 lists reach level 100.
  ['101 lists in each other', nested(101), ''],
  ['102 lists in each other', nested(102), 'nested deeper than the 100 levels'],
  ['1,000 keys', keys(1000), ''],
  ['1,001 keys', { inside: keys(1001) }, 'has 1001 keys in one place; at most 1000'],
  ['bytes', { file: new Uint8Array(3) }, 'holds bytes'],
  ['a list of 200,000', { refs: Array.from({ length: 200_000 }, () => 'x') }, ''],
  ['nothing', undefined, ''],
])('%s', (_what, input, message) => {
  expect(refusal(input)).toContain(message);
  expect(refusal(input) === '').toBe(message === '');
});

test('what holds itself is refused, not followed for ever', () => {
  const list: unknown[] = [];
  list.push(list);
  expect(refusal({ list })).toContain('nested deeper');
});
