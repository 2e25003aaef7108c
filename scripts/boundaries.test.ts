import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';

import configuration from '../.dependency-cruiser.mjs';
import { findViolations } from './boundaries.mjs';
import { runTool } from './processes.mjs';
import { ALLOWED_IMPORTS, FORBIDDEN_IMPORTS } from './testing/boundary-cases.ts';
import { IPC_MAIN_FILE, layOutBoundaryFolder } from './testing/boundary-folder.ts';

const lintReport = z.object({
  diagnostics: z.array(z.object({ code: z.string(), filename: z.string(), message: z.string() })),
});

type Finding = { readonly file: string; readonly text: string };

let folder: string;
let crossings: Finding[];
let lintFindings: Finding[];

beforeAll(async () => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'rackwright-boundaries-')));
  layOutBoundaryFolder(folder);
  const { violations } = await findViolations(folder, ['shared', 'electron', 'renderer', 'e2e', 'bench']);
  crossings = violations.map(({ rule, from }) => ({ file: from, text: rule }));
  const { output } = await runTool('oxlint', ['--format', 'json'], { cwd: folder, quiet: true });
  lintFindings = lintReport
    .parse(JSON.parse(output))
    .diagnostics.filter(({ code }) => code.includes('no-restricted-imports'))
    .map(({ filename, message }) => ({ file: filename, text: message }));
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('dependency-cruiser', () => {
  test.each(FORBIDDEN_IMPORTS)('$rule stops $specifier in $file', ({ rule, file }) => {
    expect(crossings).toContainEqual({ file, text: rule });
  });

  test('every rule has an import that proves it', () => {
    const proven = new Set(FORBIDDEN_IMPORTS.map(({ rule }) => rule));
    expect(configuration.forbidden.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  test.each(ALLOWED_IMPORTS)('%s may import %s', (file) => {
    expect(crossings.filter((crossing) => crossing.file === file)).toEqual([]);
  });
});

describe('oxlint', () => {
  const stopped = FORBIDDEN_IMPORTS.filter(({ oxlint }) => oxlint);

  test.each(stopped)('stops $specifier in $file', ({ file, specifier }) => {
    expect(
      lintFindings.filter((finding) => finding.file === file && finding.text.includes(`'${specifier}'`)),
    ).not.toEqual([]);
  });

  test('stops ipcMain outside electron/channels.ts', () => {
    expect(lintFindings.map(({ file }) => file)).toContain(IPC_MAIN_FILE);
  });

  test.each(ALLOWED_IMPORTS)('lets %s import %s', (file) => {
    expect(lintFindings.filter((finding) => finding.file === file)).toEqual([]);
  });
});
