import { describe, expect, it } from 'vitest';
import { hrefOf, objectHref, parseLocation } from './location.ts';

describe('parseLocation', () => {
  it('reads back what hrefOf wrote, awkward characters included', () => {
    const query = { q: 'name:db-* and state:active', open: 'a/b?c' };
    expect(parseLocation(hrefOf(['fleet', 'com/pute'], query))).toEqual({ path: ['fleet', 'com/pute'], query });
  });

  it('takes an empty or unreadable address for the start', () => {
    expect(parseLocation('')).toEqual({ path: [], query: {} });
    expect(parseLocation('#/%E0%A4%A')).toEqual({ path: [], query: {} });
  });
});

describe('objectHref', () => {
  it('opens a page where a noun has one, else the panel of its list', () => {
    expect(objectHref('compute', 'c1')).toBe('#/compute/c1');
    expect(objectHref('equipment', 'e1')).toBe('#/equipment/e1');
    expect(objectHref('site', 's1')).toBe('#/racks/site?open=s1');
    expect(objectHref('tag', 't1')).toBeNull();
  });
});
