import { describe, expect, it } from 'vitest';
import { repeatedLines, scannedLines } from './serial-scan.ts';

describe('repeatedLines', () => {
  it('marks the later of two equal lines and not the empty ones', () => {
    expect(repeatedLines(['SN1', '', 'sn1 ', '', 'SN2'])).toEqual(new Set([2]));
  });
});

describe('scannedLines', () => {
  it('reads a pasted column and a burst that ends with Enter', () => {
    expect(scannedLines('SN1\r\nSN2\n\nSN3\tSN4; SN5\n')).toEqual(['SN1', 'SN2', 'SN3', 'SN4', 'SN5']);
  });
});
