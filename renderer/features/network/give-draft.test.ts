import { describe, expect, it } from 'vitest';
import { NOTHING_GIVEN, readGive, type GiveDraft } from './give-draft.ts';

const read = (draft: Partial<GiveDraft>) => readGive({ ...NOTHING_GIVEN, ...draft });

describe('what is given out', () => {
  it('is the next of a prefix, reserved where no compute gets it', () => {
    expect(read({ prefix: 'p', count: '3', isPrimary: true })).toEqual({
      ok: true,
      allocate: { prefix: 'p', count: 3, interfaceName: null, isPrimary: false },
    });
    expect(read({ prefix: 'p', compute: 'c', interfaceName: ' eth0 ', isPrimary: true })).toEqual({
      ok: true,
      allocate: { prefix: 'p', count: 1, compute: 'c', interfaceName: 'eth0', isPrimary: true },
    });
  });

  it('is an address that is typed, in its one form, also where no prefix holds it', () => {
    expect(read({ by: 'typed', address: ' 2001:DB8:0::1 ' })).toEqual({
      ok: true,
      allocate: { address: '2001:db8::1', alone: true, interfaceName: null, isPrimary: false },
    });
  });

  it('is one on record for a compute', () => {
    expect(read({ by: 'recorded', recorded: 'a', compute: 'c' })).toEqual({
      ok: true,
      assign: { computeId: 'c', ipAddressId: 'a', interfaceName: null, isPrimary: false },
    });
    expect(read({ by: 'recorded', recorded: 'a' })).toEqual({ ok: false, message: null });
  });

  it.each([
    [{ prefix: 'p', count: '0' }, 'How many must be a whole number from 1 to 1000.'],
    [{ prefix: 'p', count: '1.5' }, 'How many must be a whole number from 1 to 1000.'],
    [{ by: 'typed', address: '10.0.0.300' } as const, '"10.0.0.300" is no IPv4 or IPv6 address'],
    [{ by: 'typed', address: '10.0.0.1, 10.0.0.2' } as const, 'One address at a time'],
  ])('is refused in a sentence: %j', (draft, message) => {
    const reading = read(draft);
    expect(reading.ok ? '' : reading.message).toContain(message);
  });
});
