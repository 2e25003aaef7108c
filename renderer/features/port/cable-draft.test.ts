import { describe, expect, it } from 'vitest';
import { draftOf, NO_CABLE, readCable } from './cable-draft.ts';

describe('readCable', () => {
  it('leaves empty fields unsaid', () => {
    expect(readCable(NO_CABLE)).toEqual({
      ok: true,
      value: { type: null, colour: null, lengthMm: null, label: null, status: 'connected' },
    });
  });

  it('reads a length in metres into millimetres: 2.5 m are 2500 mm', () => {
    const read = readCable({ ...NO_CABLE, type: 'cat6a', colour: ' blue ', length: '2.5 m' });
    expect(read.ok && read.value).toMatchObject({ type: 'cat6a', colour: 'blue', lengthMm: 2500 });
  });

  it('shows a stored cable so that reading it changes nothing', () => {
    const stored = { type: 'smf', colour: null, lengthMm: 12_345, label: 'C-7', status: 'planned' } as const;
    const read = readCable(draftOf(stored));
    expect(read.ok && read.value).toEqual(stored);
  });

  it('refuses a length that is none', () => {
    expect(readCable({ ...NO_CABLE, length: 'long' }).ok).toBe(false);
  });
});
