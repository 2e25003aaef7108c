import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { countTests } from './run-vitest.mjs';

const folder = mkdtempSync(join(tmpdir(), 'rackwright-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CLEAN = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const BROKEN_FILE = { status: 'failed', assertionResults: [] };

test.each([
  { name: 'all passed', report: CLEAN, exitCode: 0, passed: 7, failed: 0 },
  { name: 'two failed', report: { ...CLEAN, numFailedTests: 2 }, exitCode: 1, passed: 7, failed: 2 },
  { name: 'a skipped test does not pass', report: { ...CLEAN, numPendingTests: 1 }, exitCode: 0, passed: 7, failed: 1 },
  {
    name: 'a file that did not load',
    report: { ...CLEAN, testResults: [BROKEN_FILE] },
    exitCode: 1,
    passed: 7,
    failed: 1,
  },
  { name: 'an error outside every test', report: CLEAN, exitCode: 1, passed: 7, failed: 1 },
])('$name', ({ report, exitCode, passed, failed }) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  expect(countTests(path, exitCode)).toEqual({ passed, failed });
});

test('no report at all is a failure', () => {
  expect(countTests(join(folder, 'missing.json'), 1)).toEqual({ passed: 0, failed: 1 });
});
