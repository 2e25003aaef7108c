import { expect, test } from 'vitest';
import { temporaryWorkspace } from '../testing/temporary-workspace.ts';
import type { ReadDatabase } from './connection.ts';

function pragma(database: ReadDatabase, name: string): unknown {
  return database.pragma(name, { simple: true });
}

test('both connections write through to the disk, trust no schema, check cells and references', () => {
  const { reader, writer } = temporaryWorkspace().session.workspace;
  for (const database of [reader, writer]) {
    if (!database) throw new Error('The workspace is not open for writing.');
    expect(pragma(database, 'journal_mode')).toBe('wal');
    expect(pragma(database, 'synchronous')).toBe(2);
    expect(pragma(database, 'trusted_schema')).toBe(0);
    expect(pragma(database, 'cell_size_check')).toBe(1);
    expect(pragma(database, 'foreign_keys')).toBe(1);
  }
});

test('the reader cannot write, and the writer cannot be made to trust a forged schema', () => {
  const { reader, writer } = temporaryWorkspace().session.workspace;
  expect(() => reader.exec('DELETE FROM setting')).toThrow('readonly');
  writer?.pragma('writable_schema = ON');
  expect(() => writer?.exec("UPDATE sqlite_schema SET sql = 'forged'")).toThrow('may not be modified');
});
