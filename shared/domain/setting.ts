import { defineNoun, type RowOf } from './noun.ts';
import { choice, defaulting, json, text } from './field.ts';
import { scoreShapeSchema, shapeProblems, type ScoreShape } from './score-shape.ts';

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
    scoreShape: defaulting(
      json(scoreShapeSchema, {
        label: 'A good fit',
        help: 'How full a compute should be after placing; every plan that says nothing else is judged by it',
        form: 'target, classic, pack, spread, or points with a utilisation and a score',
      }),
      'target',
    ),
  },
  check: (record) => {
    const shape = record['scoreShape'] as ScoreShape;
    return typeof shape === 'string' ? [] : shapeProblems(shape, 'scoreShape');
  },
});

export type Setting = RowOf<typeof setting>;

export const SETTING_ID = 'workspace';
