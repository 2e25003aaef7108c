import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../testing/temporary-folder.ts';
import { LogFile } from './log-file.ts';

const LINE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z \S/;

test('each event is one line with its moment, whatever it says', () => {
  const folder = join(temporaryFolder(), 'logs');
  const log = new LogFile(folder);
  log.write('started: Rackwright 0.1.0');
  log.write('two\nlines\r\nof one event');
  expect(readdirSync(folder)).toEqual(['rackwright.log']);
  const lines = readFileSync(join(folder, 'rackwright.log'), 'utf8').trimEnd().split('\n');
  expect(lines).toEqual(log.lines());
  expect(lines.map((line) => line.slice(25))).toEqual(['started: Rackwright 0.1.0', 'two ⏎ lines ⏎ of one event']);
  for (const line of lines) expect(line).toMatch(LINE);
});

test('a full file gives way to a new one, and one before it is kept: never more than two of a megabyte', () => {
  const folder = temporaryFolder();
  const log = new LogFile(folder);
  const text = 'x'.repeat(9_975);
  // 25 characters of time and a line feed make each line 10,001 bytes: a file holds 100 of them.
  for (let number = 1; number <= 350; number += 1) log.write(String(number).padEnd(9_975, text.slice(3)));
  expect(readdirSync(folder).toSorted()).toEqual(['rackwright.1.log', 'rackwright.log']);
  for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThan(1_020_000);
  const numbers = log.lines().map((line) => Number(/Z (\d+)/.exec(line)?.[1]));
  expect(numbers.at(-1)).toBe(350);
  // Nothing is missing between the oldest line that is kept and the newest.
  expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
  expect(numbers.length).toBeGreaterThan(100);
});

test('a log that cannot be written stops no work', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'logs'), 'a file where the folder should be');
  const log = new LogFile(join(folder, 'logs'));
  log.write('started');
  expect(log.lines()).toEqual([]);
});
