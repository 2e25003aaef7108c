import { describe, expect, it } from 'vitest';
import { keysOf } from './keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey', boolean>> = {}) =>
  keysOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held });

describe('keysOf', () => {
  it('calls Ctrl and Cmd both mod', () => {
    expect(press('k', { ctrlKey: true })).toBe('mod+k');
    expect(press('k', { metaKey: true })).toBe('mod+k');
  });

  it('names Shift only beside mod', () => {
    expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('mod+shift+z');
    expect(press('?', { shiftKey: true })).toBe('?');
  });

  it('names the space bar', () => {
    expect(press(' ')).toBe('space');
  });
});
