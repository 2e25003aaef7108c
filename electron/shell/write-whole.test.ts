import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { safeFileName, writeWhole } from './write-whole.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-whole-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

test('a file takes the place of the one before, and nothing is left beside it', async () => {
  const file = join(folder, 'racks.pdf');
  writeFileSync(file, 'before');
  await writeWhole(file, new Uint8Array([37, 80, 68, 70]));
  expect(readFileSync(file, 'latin1')).toBe('%PDF');
  expect(readdirSync(folder)).toEqual(['racks.pdf']);
});

test('what cannot be put in its place leaves nothing half written', async () => {
  const taken = join(folder, 'racks.pdf');
  mkdirSync(join(taken, 'inside'), { recursive: true });
  await expect(writeWhole(taken, 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(readdirSync(folder)).toEqual(['racks.pdf']);
  expect(readdirSync(taken)).toEqual(['inside']);
});

test.each([
  ['A03 A05.pdf', 'A03 A05.pdf'],
  ['row 1/A03: spare?.pdf', 'row 1-A03- spare-.pdf'],
])('%s is the file %s', (name, file) => {
  expect(safeFileName(name)).toBe(file);
});
