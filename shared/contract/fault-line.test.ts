import { expect, test } from 'vitest';
import { faultKind, faultLine, faultPlaces } from './fault-line.ts';

test('a fault is told by its kind and places; what it says and where the program lies are left out', () => {
  const error = new SyntaxError('Unexpected token in "secret-host-17"');
  error.stack = [
    'SyntaxError: Unexpected token in "secret-host-17"',
    '    at JSON.parse (<anonymous>)',
    '    at readRow (/home/ada/rackwright/out/main/engine.js:120:7)',
    '    at async Writer.run (C:\\Users\\ada\\app\\writer.js:9:1)',
    '    at app://rackwright/assets/index-abc.js:3:14',
  ].join('\n');
  expect(faultPlaces(error)).toEqual(['readRow engine.js:120:7', 'Writer.run writer.js:9:1', 'index-abc.js:3:14']);
  expect(faultLine(error)).toBe('SyntaxError < readRow engine.js:120:7 < Writer.run writer.js:9:1 < index-abc.js:3:14');
});

test('a code of SQLite or the system is part of the kind', () => {
  expect(faultKind(Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR' }))).toBe('Error SQLITE_IOERR');
  expect(faultKind('thrown text')).toBe('string');
});
