import { describe, expect, it } from 'vitest';
import { blockerText, groupQuery, groupText, readGrouping, shareText } from './capacity-text.ts';

describe('words of the capacity views', () => {
  it('rounds shares and shows a dash where nothing is known', () => {
    expect(shareText(0.625)).toBe('63 %');
    expect(shareText(null)).toBe('–');
  });

  it('reads the grouping from an address, a tag too, and falls back to the site', () => {
    expect(readGrouping('rack')).toBe('rack');
    expect(readGrouping('tag:env')).toBe('tag:env');
    expect(readGrouping('tag:')).toBe('site');
    expect(readGrouping(undefined)).toBe('site');
  });

  it('names groups and blockers', () => {
    expect(groupText('type', 'baremetal')).toBe('Bare metal');
    expect(groupText('tag:env', null)).toBe('no env');
    expect(blockerText('vram')).toBe('GPU memory');
    expect(blockerText('state')).toBe('Not active');
  });

  it('asks the fleet for a group where the query language can', () => {
    expect(groupQuery('provider', 'Digital Realty')).toBe('provider:"Digital Realty"');
    expect(groupQuery('tag:env', 'prod')).toBe('env="prod"');
    expect(groupQuery('rack', 'A01')).toBeNull();
  });
});
