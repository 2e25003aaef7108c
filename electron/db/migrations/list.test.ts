import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { NOUN_LIST } from '../../../shared/domain/nouns.ts';
import { openMemory } from '../connection.ts';
import { migrate, userVersion } from '../migrate.ts';
import { columnsOf } from '../record-codec.ts';
import { databaseAt, schemaText } from '../testing/databases.ts';
import { MIGRATIONS, NEWEST_VERSION } from './list.ts';

describe('the list of steps', () => {
  test('is numbered upwards and ends in the newest format', () => {
    const versions = MIGRATIONS.map((step) => step.version);
    expect(versions).toEqual(versions.toSorted((left, right) => left - right));
    expect(new Set(versions).size).toBe(versions.length);
    expect(NEWEST_VERSION).toBe(versions.at(-1));
  });

  test.each(MIGRATIONS.map(({ version, name }) => [`${String(version).padStart(4, '0')}-${name}`]))(
    '%s has a file of its own and a test of its own',
    (name) => {
      expect(existsSync(join(import.meta.dirname, `${name}.ts`))).toBe(true);
      expect(existsSync(join(import.meta.dirname, `${name}.test.ts`))).toBe(true);
    },
  );

  test('leads from every older format to the same schema', () => {
    const newest = databaseAt(NEWEST_VERSION);
    for (const { version } of MIGRATIONS) {
      const database = databaseAt(version);
      migrate(database);
      expect(userVersion(database)).toBe(NEWEST_VERSION);
      for (const { table } of NOUN_LIST) expect(schemaText(database, table)).toBe(schemaText(newest, table));
    }
  });
});

test('pending steps are all applied or none: a failing step leaves the format before', () => {
  const database = openMemory();
  migrate(database, 10);
  const steps = [
    ...MIGRATIONS.slice(0, 2),
    {
      version: 21,
      name: 'broken',
      up: () => {
        throw new Error('the disk is full');
      },
    },
  ];
  expect(() => migrate(database, 21, steps)).toThrow('the disk is full');
  expect(userVersion(database)).toBe(10);
  expect(schemaText(database, 'site')).toBe('');
  expect(schemaText(database, 'object')).not.toBe('');
});

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
}

/** Kinds that SQLite keeps as numbers; every other kind is text. */
const NUMBERS: ReadonlySet<string> = new Set(['integer', 'flag']);

describe.each(NOUN_LIST.map((definition) => [definition.noun, definition] as const))(
  'the table of %s',
  (_, definition) => {
    const database = databaseAt(NEWEST_VERSION);
    const columns = database
      .prepare<[string], Column>('SELECT name, type, "notnull" FROM pragma_table_info(?)')
      .all(definition.table);

    test('is strict and has a column for each field, and no other', () => {
      expect(schemaText(database, definition.table)).toMatch(/\) STRICT, WITHOUT ROWID$/);
      expect(columns.map(({ name }) => name).toSorted()).toEqual(columnsOf(definition).toSorted());
    });

    test('keeps each field in its type, empty only where the definition allows it', () => {
      for (const field of definition.fieldList) {
        const column = columns.find(({ name }) => name === field.column);
        expect({ field: field.key, type: column?.type, required: column?.notnull === 1 }).toEqual({
          field: field.key,
          type: NUMBERS.has(field.meta.kind) ? 'INTEGER' : 'TEXT',
          required: !field.schema.safeParse(null).success,
        });
      }
    });
  },
);
