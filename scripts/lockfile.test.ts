import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';
import { z } from 'zod';

import { fromRoot } from './paths.mjs';

const entrySchema = z.looseObject({
  version: z.string().optional(),
  gypfile: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockfileSchema = z.object({ packages: z.record(z.string(), entrySchema) });
const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  allowScripts: z.record(z.string(), z.boolean()),
});

const lockfileText = readFileSync(fromRoot('package-lock.json'), 'utf8');
const { packages } = lockfileSchema.parse(JSON.parse(lockfileText));
const manifest = manifestSchema.parse(JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')));

test('better-sqlite3 is compiled by no npm: npm 10 reads gypfile, npm 11 allowScripts', () => {
  expect(packages['node_modules/better-sqlite3']?.gypfile).toBe(false);
  expect(manifest.allowScripts['better-sqlite3']).toBe(false);
});

test('the lockfile names no place to download from', () => {
  expect(lockfileText).not.toContain('"resolved"');
  expect(lockfileText).not.toMatch(/\w+:\/\//);
});

test('the lockfile lists every optional binary, as npm 11 demands', () => {
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const listed = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  expect(optional.filter((name) => !listed.has(name))).toEqual([]);
  expect(optional.length).toBeGreaterThan(0);
});

test('every dependency is pinned to one version', () => {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
