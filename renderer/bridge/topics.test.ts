import { describe, expect, it } from 'vitest';
import { isAffected, nounsRead } from './topics.ts';

const key = (...channel: string[]) => [channel, { type: 'query' }];

describe('nounsRead', () => {
  it('counts the nouns a list refers to', () => {
    expect(nounsRead(['row', 'list'])).toEqual(new Set(['row', 'room', 'tag', 'customField', 'customValue']));
  });

  it('counts what derived columns are computed from', () => {
    expect(nounsRead(['compute', 'list'])?.has('assignment')).toBe(true);
    expect(nounsRead(['compute', 'list'])?.has('rack')).toBe(true);
  });

  it('looks at addresses again when a compute gets or loses one', () => {
    for (const noun of ['ipAssignment', 'prefix', 'compute'])
      expect(nounsRead(['ipAddress', 'list'])?.has(noun)).toBe(true);
    expect(nounsRead(['portAssignment', 'list'])?.has('service')).toBe(true);
  });

  it('knows the special channels of a noun', () => {
    expect(nounsRead(['compute', 'services'])).toEqual(new Set(['compute', 'assignment', 'service']));
  });

  it('draws a rack anew when its reservations or cables change', () => {
    const read = nounsRead(['rack', 'elevation']);
    for (const noun of ['rackReservation', 'port', 'cable', 'zone', 'placement']) expect(read?.has(noun)).toBe(true);
  });

  it('takes a channel it does not know for one that reads everything', () => {
    expect(nounsRead(['history', 'groups'])).toBeNull();
    expect(nounsRead(['compute', 'previewRemove'])).toBeNull();
  });
});

describe('isAffected', () => {
  it('keeps a list that no changed noun is part of', () => {
    expect(isAffected(key('site', 'list'), ['service'])).toBe(false);
    expect(isAffected(key('site', 'list'), ['service', 'site'])).toBe(true);
  });

  it('leaves queries alone that did not come from the engine', () => {
    expect(isAffected(['preferences'], ['site'])).toBe(false);
  });
});
