import { describe, expect, it } from 'vitest';
import { amountText, blockerText, groupQuery, groupText, readGrouping, shareText } from './capacity-text.ts';

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

  it('keeps amounts short: 46677376 / 1024 / 1024 = 44.5 TB of memory, 2562296 / 1000 = 2562.3 TB = 2.6 PB', () => {
    expect(amountText(46_677_376, 'MB')).toBe('44.5 TB');
    expect(amountText(2_562_296, 'GB')).toBe('2.6 PB');
    expect(amountText(512, 'MB')).toBe('512 MB');
    expect(amountText(2268, 'cores')).toBe('2,268');
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
