import { site } from '../../shared/domain/site.ts';
import type { NounDefinition } from '../../shared/domain/noun.ts';
import { openNew, type WriteDatabase } from '../db/connection.ts';
import { APPLICATION_ID } from '../db/file-header.ts';
import { newId } from '../db/identifier.ts';
import { migrate } from '../db/migrate.ts';
import { Writer } from '../db/writer.ts';

/** Makes a closed workspace of an older format with sites in it and their history. */
export async function makeOlderWorkspace(file: string, version: number, sites: readonly string[]): Promise<void> {
  const database = openNew(file);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, version);
  const definition = asOfThen(database, site);
  const writer = new Writer(database, [], { committed: () => undefined, stopped: () => undefined });
  await writer.run({ kind: 'edit', label: 'Create sites', actor: 'tester' }, (context) => {
    for (const name of sites) context.insert(definition, { id: newId(), name });
  });
  database.close();
}

/** The noun with the fields that it had in the format of the database. */
function asOfThen(database: WriteDatabase, definition: NounDefinition): NounDefinition {
  const columns = database
    .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
    .pluck()
    .all(definition.table);
  return { ...definition, fieldList: definition.fieldList.filter(({ column }) => columns.includes(column)) };
}
