import { describe, expect, it } from 'vitest';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { conflictsOf } from './conflicts.ts';

const site = findNoun('site');
if (!site) throw new Error('no site');

const record = (region: string | null, provider: string | null) => ({ id: 's1', name: 'North', region, provider });

describe('conflictsOf', () => {
  it('asks only about fields changed differently on both sides', () => {
    const newest = { record: record('eu-2', 'Hoster'), references: {} };
    const patch = { region: 'eu-3', provider: 'Hoster', name: 'North hall' };
    expect(conflictsOf(site, { record: record('eu-1', null) }, newest, patch)).toEqual([
      { key: 'region', label: 'Region', mine: 'eu-3', theirs: 'eu-2' },
    ]);
  });

  it('finds nothing where the other side changed other fields', () => {
    const newest = { record: record('eu-1', 'Hoster'), references: {} };
    expect(conflictsOf(site, { record: record('eu-1', null) }, newest, { region: 'eu-3' })).toEqual([]);
  });

  it('shows an emptied field as such', () => {
    const newest = { record: record(null, null), references: {} };
    expect(conflictsOf(site, { record: record('eu-1', null) }, newest, { region: 'eu-3' })[0]?.theirs).toBe('(empty)');
  });
});
