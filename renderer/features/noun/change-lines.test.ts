import { describe, expect, it } from 'vitest';
import { changeLines } from './change-lines.ts';

describe('changeLines', () => {
  it('shows only fields that changed, with their labels and units', () => {
    const before = { id: 'c1', name: 'db-1', statedMemoryMb: 65_536, owner: null };
    const after = { id: 'c1', name: 'db-1', statedMemoryMb: 131_072, owner: 'data' };
    expect(changeLines({ noun: 'compute', before, after })).toEqual([
      { label: 'Stated memory', field: 'statedMemoryMb', before: '64 GB', after: '128 GB' },
      { label: 'Owner', field: 'owner', before: null, after: 'data' },
    ]);
  });

  it('names what references point at and leaves out the owner', () => {
    const after = { serviceId: 's1', computeId: 'c1', quantity: 2 };
    expect(changeLines({ noun: 'assignment', before: null, after }, { s1: 'api' }, 'c1')).toEqual([
      { label: 'Service', field: 'serviceId', before: null, after: 'api' },
      { label: 'Quantity', field: 'quantity', before: null, after: '2' },
    ]);
  });

  it('names what a text field remembers by its id', () => {
    const after = { rackId: 'r1', raw: 'SN-1' };
    expect(changeLines({ noun: 'observation', before: null, after }, { r1: 'D01' })).toEqual([
      { label: 'Rack', field: null, before: null, after: 'D01' },
      { label: 'Read', field: null, before: null, after: 'SN-1' },
    ]);
  });

  it('shows a noun it does not know by its keys', () => {
    expect(changeLines({ noun: 'later', before: null, after: { size: { a: 1 } } })).toEqual([
      { label: 'size', field: null, before: null, after: '{"a":1}' },
    ]);
  });
});
