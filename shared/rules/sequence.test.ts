import { describe, expect, test } from 'vitest';
import { expandSequence, isSequence, namesByPattern } from './sequence.ts';

describe('expandSequence', () => {
  test('keeps the zeros of the first number', () => {
    const names = expandSequence('srv[001-040]');
    expect(names).toMatchObject({ ok: true });
    expect(names.ok && names.value.length).toBe(40 - 1 + 1);
    expect(names.ok && [names.value[0], names.value[9], names.value.at(-1)]).toEqual(['srv001', 'srv010', 'srv040']);
  });

  test.each([
    ['rack[a-c]', ['racka', 'rackb', 'rackc']],
    ['rack[A-B]-u', ['rackA-u', 'rackB-u']],
    ['s[1,3,5-6]', ['s1', 's3', 's5', 's6']],
    ['r[1-2]s[1-2]', ['r1s1', 'r1s2', 'r2s1', 'r2s2']],
    ['[9-11]', ['9', '10', '11']],
    ['plain', ['plain']],
    ['x[$&]', ['x$&']],
  ])('%s', (text, names) => {
    expect(expandSequence(text)).toEqual({ ok: true, value: names });
  });

  test.each([
    ['srv[9-1]', 'runs backwards'],
    ['srv[]', 'an empty place'],
    ['srv[1,,2]', 'an empty place'],
    ['srv[1-999999]', 'too far'],
    ['srv[1-1000][1-1000]', 'more than 100000'],
  ])('%s is refused', (text, why) => {
    const names = expandSequence(text);
    expect(names.ok ? '' : names.message).toContain(why);
  });

  test('an open bracket is a text, not a sequence', () => {
    expect([isSequence('srv[1-3'), isSequence('srv[1-3]')]).toEqual([false, true]);
    expect(expandSequence('srv[1-3')).toEqual({ ok: true, value: ['srv[1-3'] });
  });
});

describe('namesByPattern', () => {
  test.each([
    ['srv{n}', 2, 9, ['srv9', 'srv10']],
    ['srv{n:3}-x', 2, 9, ['srv009-x', 'srv010-x']],
    ['srv[1-5]', 2, 1, ['srv1', 'srv2']],
    ['one', 1, 1, ['one']],
  ])('%s for %i machines', (pattern, count, first, names) => {
    expect(namesByPattern(pattern, count, first)).toEqual({ ok: true, value: names });
  });

  test('too few names are refused with both numbers', () => {
    const names = namesByPattern('srv[1-5]', 6);
    expect(names.ok ? '' : names.message).toContain('gives 5 names and 6 are needed');
  });
});
