import { describe, expect, it } from 'vitest';
import { cloneNames, namesIn } from './clone-names.ts';

describe('cloneNames', () => {
  it('counts on and keeps leading zeros', () => {
    expect(cloneNames('db-08', 3)).toEqual(['db-09', 'db-10', 'db-11']);
  });

  it('begins at 2 for a name without a number', () => {
    expect(cloneNames('gateway', 2)).toEqual(['gateway-2', 'gateway-3']);
  });
});

describe('namesIn', () => {
  it('leaves out blank lines and spaces at the ends', () => {
    expect(namesIn(' a \n\n b\n')).toEqual(['a', 'b']);
  });
});
