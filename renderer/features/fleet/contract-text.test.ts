import { describe, expect, it } from 'vitest';
import { dueText, dueTone, groupingOf } from './contract-text.ts';

describe('groupingOf', () => {
  it('takes plain groupings as they are and a tag once it is named', () => {
    expect(groupingOf('region', 'env')).toBe('region');
    expect(groupingOf('tag', ' env ')).toBe('tag:env');
    expect(groupingOf('tag', ' ')).toBeNull();
  });
});

describe('a date that is due', () => {
  it.each([
    [-3, '3 days ago', 'bad'],
    [0, 'today', 'attention'],
    [1, 'in 1 day', 'attention'],
    [30, 'in 30 days', 'attention'],
    [31, 'in 31 days', 'neutral'],
  ])('%i days left', (days, text, tone) => {
    expect([dueText(days), dueTone(days)]).toEqual([text, tone]);
  });
});
