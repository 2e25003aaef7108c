import { describe, expect, it } from 'vitest';
import type { QueryProposal } from '../../../shared/contract/workspace.ts';
import { completedQuery, leadingProposal, opensByItself } from './query-completion.ts';

const STATE: QueryProposal = { kind: 'field', label: 'state', insert: 'state=' };

describe('completedQuery', () => {
  it('replaces the word and leaves the rest, with the cursor behind what was put in', () => {
    expect(completedQuery('sta and env=prod', { from: 0, to: 3 }, STATE)).toEqual({
      text: 'state= and env=prod',
      cursor: 6,
    });
  });
});

describe('opensByItself', () => {
  it.each(['s', 'state=', 'a and sta', 'tag:env=', 'in:'])('in "%s"', (text) => {
    expect(opensByItself(text, text.length)).toBe(true);
  });
  it.each(['', 'state=active ', '(', 'a and '])('not after "%s"', (text) => {
    expect(opensByItself(text, text.length)).toBe(false);
  });
  it('goes by the cursor, not by the end', () => {
    expect(opensByItself('sta and x', 3)).toBe(true);
    expect(opensByItself('sta and x', 4)).toBe(false);
  });
});

describe('leadingProposal', () => {
  it('is the first one where it begins as typed', () => {
    expect(leadingProposal([STATE], 'St')).toBe(0);
    expect(leadingProposal([{ kind: 'value', label: 'Own metal', insert: '"Own metal"' }], '"ow')).toBe(0);
  });
  it('is none where nothing is typed, or something else', () => {
    expect(leadingProposal([STATE], '')).toBeNull();
    expect(leadingProposal([STATE], 'ate')).toBeNull();
    expect(leadingProposal([], 's')).toBeNull();
  });
});
