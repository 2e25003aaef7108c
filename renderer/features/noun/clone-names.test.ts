import { describe, expect, it } from 'vitest';
import { cloneNames, namesIn } from './clone-names.ts';

describe('cloneNames', () => {
  it('counts on and keeps leading zeros', () => {
    expect(cloneNames('db-08', 3)).toEqual(['db-09', 'db-10', 'db-11']);
  });

  it('begins at 2 for a name without a number', () => {
    expect(cloneNames('gateway', 2)).toEqual(['gateway-2', 'gateway-3']);
  });

  it('takes the next networks of the same size and the next addresses', () => {
    expect(cloneNames('10.0.255.0/24', 2)).toEqual(['10.1.0.0/24', '10.1.1.0/24']);
    expect(cloneNames('2001:db8::ffff', 1)).toEqual(['2001:db8::1:0']);
    // 255.255.255.254/31 is the last of its size.
    expect(cloneNames('255.255.255.254/31', 2)).toEqual([]);
  });
});

describe('namesIn', () => {
  it('leaves out blank lines and spaces at the ends', () => {
    expect(namesIn(' a \n\n b\n')).toEqual(['a', 'b']);
  });
});
