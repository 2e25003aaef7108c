import { describe, expect, it } from 'vitest';
import { pointersIn } from './pointers.ts';

describe('pointersIn', () => {
  it('finds what fields of one noun point at, each once', () => {
    const after = { serviceId: 's1', computeId: 'c1' };
    const changes = [
      { noun: 'assignment', before: null, after },
      { noun: 'assignment', before: after, after: { ...after, computeId: 'c2' } },
    ];
    expect(pointersIn(changes)).toEqual([
      { noun: 'service', id: 's1' },
      { noun: 'compute', id: 'c1' },
      { noun: 'compute', id: 'c2' },
    ]);
  });

  it('leaves out references to any named object, and nouns it does not know', () => {
    expect(pointersIn([{ noun: 'tag', before: null, after: { objectId: 'x' } }])).toEqual([]);
    expect(pointersIn([{ noun: 'later', before: null, after: { serviceId: 's1' } }])).toEqual([]);
  });
});
