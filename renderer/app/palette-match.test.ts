import { describe, expect, it } from 'vitest';
import type { Action } from '../ui/actions.ts';
import { matchingActions } from './palette-match.ts';

const action = (label: string, group = 'General'): Action => ({ id: label, label, group, run: () => undefined });
const labels = (text: string, ...actions: Action[]) => matchingActions(actions, text).map((entry) => entry.label);

describe('matchingActions', () => {
  it('wants every word, in any order', () => {
    expect(labels('device new', action('New device type'), action('New rack'))).toEqual(['New device type']);
  });

  it('puts labels that begin with the text first', () => {
    expect(labels('re', action('Verify records'), action('Redo'))).toEqual(['Redo', 'Verify records']);
  });

  it('keeps groups together and an action once', () => {
    const given = [
      action('New rack', 'New'),
      action('Go to Racks', 'Go to'),
      action('New rack row', 'New'),
      action('New rack', 'New'),
    ];
    expect(labels('rack', ...given)).toEqual(['New rack', 'New rack row', 'Go to Racks']);
  });
});
