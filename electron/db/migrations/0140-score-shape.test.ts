import { expect, test } from 'vitest';
import { migrate } from '../migrate.ts';
import { databaseAt, schemaText } from '../testing/databases.ts';

test('step 140 keeps the settings and judges by the target, as before', () => {
  const database = databaseAt(110);
  database.prepare("UPDATE setting SET cores_count = 'threads', currency = 'USD'").run();
  migrate(database, 140);
  expect(database.prepare('SELECT * FROM setting').all()).toEqual([
    { id: 'workspace', cores_count: 'threads', currency: 'USD', score_shape: '"target"' },
  ]);
  expect(schemaText(database, 'setting')).toContain('score_shape TEXT NOT NULL');
});
