import { defineNoun, type RowOf } from './noun.ts';
import { choice, defaulting, text } from './field.ts';

/** The one row of workspace-wide choices; its id is always SETTING_ID. */
export const setting = defineNoun({
  noun: 'setting',
  label: 'Workspace setting',
  plural: 'Workspace settings',
  help: 'Choices that hold for everybody who opens this workspace.',
  table: 'setting',
  naturalKey: [],
  fields: {
    coresCount: defaulting(
      choice(
        [
          { value: 'cores', label: 'CPU cores' },
          { value: 'threads', label: 'Hardware threads' },
        ],
        { label: 'Cores are counted as' },
      ),
      'cores',
    ),
    currency: defaulting(text({ label: 'Currency', max: 3 }), 'EUR'),
  },
});

export type Setting = RowOf<typeof setting>;

export const SETTING_ID = 'workspace';
