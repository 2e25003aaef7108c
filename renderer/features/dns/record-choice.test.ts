import { describe, expect, it } from 'vitest';
import { choiceInput, placeOf, proposedChoice } from './record-choice.ts';

const ONE = [{ id: 'a', value: '192.0.2.1' }];
const TWO = [...ONE, { id: 'b', value: '192.0.2.2' }];

describe('the place of a record', () => {
  it('is in one form, the zone itself being @', () => {
    expect(placeOf(' WWW.Example.com. ', 'a', '')).toEqual({ name: 'www.example.com', type: 'A', zone: null });
    expect(placeOf('@', 'mx', 'Example.com')).toEqual({ name: 'example.com', type: 'MX', zone: 'example.com' });
  });

  it('is nowhere while name or type is none', () => {
    expect(placeOf('', 'A', 'example.com')).toBeNull();
    expect(placeOf('www.example.com', 'nonsense', '')).toBeNull();
    expect(placeOf('@', 'A', '')).toBeNull();
  });
});

describe('beside values that are there', () => {
  it('the only one is replaced unless a further one is asked for', () => {
    expect(proposedChoice(ONE)).toBe('a');
    expect(choiceInput(ONE, 'a')).toEqual({ oldValue: '192.0.2.1' });
    expect(choiceInput(ONE, 'further')).toEqual({ further: true });
  });

  it('of several the person says which', () => {
    expect(proposedChoice(TWO)).toBeNull();
    expect(choiceInput(TWO, null)).toBeNull();
    expect(choiceInput(TWO, 'b')).toEqual({ oldValue: '192.0.2.2' });
  });

  it('nothing is asked where there is none', () => {
    expect(choiceInput([], null)).toEqual({});
  });
});
