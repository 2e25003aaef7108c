import { describe, expect, it } from 'vitest';
import { Unreadable } from '../noun/form-values.ts';
import { resourceSpec, resourceTexts } from './resource-draft.ts';

describe('resourceSpec', () => {
  it('reads amounts with units and leaves out what is empty', () => {
    expect(resourceSpec({ cores: '4', memory: '16 GB', nvme: '1.92 TB', gpu: ' ' })).toEqual({
      cores: 4,
      memory: 16_384,
      nvme: 1920,
    });
  });

  it('keeps what was typed when one amount cannot be read', () => {
    const texts = { cores: '4', memory: 'lots' };
    const spec = resourceSpec(texts);
    expect(spec).toBeInstanceOf(Unreadable);
    expect(resourceTexts(spec)).toEqual(texts);
  });
});

describe('resourceTexts', () => {
  it('shows stored amounts in the units people write', () => {
    expect(resourceTexts({ cores: 2, memory: 4096 })).toEqual({ cores: '2', memory: '4 GB' });
  });
});
