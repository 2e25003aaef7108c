import { describe, expect, test } from 'vitest';
import type { FieldMeta } from '../domain/field.ts';
import { readCell, readTags } from './grid-cell.ts';

function meta(kind: FieldMeta['kind'], more: Partial<FieldMeta> = {}): FieldMeta {
  return { kind, label: 'Field', required: false, ...more };
}

const STATES = [{ value: 'active', label: 'In use' }];

describe('readCell', () => {
  test.each([
    [meta('integer'), ' 1 200 ', 1200],
    [meta('integer', { unit: 'MB' }), '64 GB', 64 * 1024],
    [meta('integer', { unit: 'MB' }), '512', 512],
    [meta('integer', { unit: 'GB' }), '3.84 TB', 3840],
    // A number alone is in the unit shown: kg and U, not g and half U.
    [meta('integer', { unit: 'g' }), '28.6', 28_600],
    [meta('integer', { unit: 'halfU' }), '1.5', 3],
    [meta('choice', { choices: STATES }), 'IN USE', 'active'],
    [meta('choice', { choices: STATES }), 'other', 'other'],
    [meta('flag'), 'Yes', true],
    [meta('flag'), '', false],
    [meta('money'), "1'250.5 EUR", '1250.50'],
    [meta('json'), '{"cores": 4}', { cores: 4 }],
    [meta('text'), ' a ', 'a'],
    [meta('multiline'), ' a\n', ' a\n'],
    [meta('text'), '  ', null],
  ])('%o reads %j', (field, cell, value) => {
    expect(readCell(field, cell)).toEqual({ ok: true, value });
  });

  test.each([
    [
      meta('integer', { minimum: 1, maximum: 9 }),
      '1,200',
      'Field must be a whole number from 1 to 9; "1,200" was given.',
    ],
    [meta('flag'), 'perhaps', 'Field must be yes or no; "perhaps" was given.'],
    [meta('json'), '{cores', 'Field must be JSON; "{cores" was given.'],
  ])('%o refuses %j', (field, cell, message) => {
    expect(readCell(field, cell)).toMatchObject({ ok: false, message });
  });
});

test('tags are separated by commas, semicolons or lines', () => {
  expect(readTags('role=web, env = prod;\n lonely, =x')).toEqual({ role: 'web', env: 'prod', lonely: '', '': 'x' });
});
