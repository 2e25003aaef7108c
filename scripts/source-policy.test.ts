import { readFileSync, readdirSync } from 'node:fs';
import { extname, relative } from 'node:path';

import { describe, expect, test } from 'vitest';

import { fromRoot } from './paths.mjs';

const FOLDERS = ['shared', 'electron', 'renderer', 'e2e', 'bench', 'scripts', 'docs', '.ci'];
const ROOT_FILES = ['package.json', 'electron-builder.yml', 'electron.vite.config.ts', 'vitest.config.ts'];
const READ = new Set(['.ts', '.tsx', '.mjs', '.json', '.yml', '.md', '.css', '.html', '']);

/** Each pattern is put together from parts, so that this file does not match itself. */
const FORBIDDEN_TEXT = [
  { what: "the switch that takes Chromium's sandbox away", pattern: ['--no', 'sandbox'].join('-') },
  { what: 'a lint suppression', pattern: ['(ox', 'es)lint-disable'].join('|') },
  { what: 'a type suppression', pattern: ['@ts-(ignore', 'expect-error', 'nocheck)'].join('|') },
  { what: 'a skipped or focused test', pattern: ['\\b(test|it|describe)[.](skip', 'only', 'todo)\\('].join('|') },
  { what: "a package registry's address", pattern: ['registry[.]', '(npmjs|yarnpkg)'].join('') },
] as const;

function sourceFiles(): string[] {
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(fromRoot(folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && READ.has(extname(entry.name)))
      .map((entry) => relative(fromRoot(), `${entry.parentPath}/${entry.name}`)),
  );
  return [...below, ...ROOT_FILES];
}

/** Text of a person never becomes a pattern of JavaScript's, which may take for ever: shared/rules/query/regex-match.ts. */
const PATTERN_FROM_TEXT = ['\\bRegExp', '\\('].join('');

describe('no file holds', () => {
  const texts = sourceFiles().map((file) => ({ file, text: readFileSync(fromRoot(file), 'utf8') }));

  test.each(FORBIDDEN_TEXT)('$what', ({ pattern }) => {
    const found = texts.filter(({ text }) => new RegExp(pattern).test(text)).map(({ file }) => file);
    expect(found).toEqual([]);
  });

  test('a regular expression made of text, outside tests', () => {
    const shipped = texts.filter(
      ({ file }) => /^(shared|electron|renderer)\//.test(file) && !/\.test\.|\/testing\//.test(file),
    );
    const found = shipped.filter(({ text }) => new RegExp(PATTERN_FROM_TEXT).test(text)).map(({ file }) => file);
    expect(found).toEqual([]);
  });

  test('an offer to throw a workspace away, in what is shipped', () => {
    const shipped = texts.filter(({ file }) => /^(shared|electron|renderer)\//.test(file) && !/\.test\./.test(file));
    const offer = /\b(delete|erase|reset|wipe|discard)\s+(all\s+|the\s+|your\s+)*(data|workspace|database|history)\b/i;
    expect(shipped.filter(({ text }) => offer.test(text)).map(({ file }) => file)).toEqual([]);
    expect('Delete data and restart').toMatch(offer);
  });

  // Items 9, 10 and 15 of Electron's checklist, and the places where item 3's isolation could be undone.
  test.each([
    'experimentalFeatures',
    'enableBlinkFeatures',
    'openExternal',
    'executeJavaScript',
    'nodeIntegration: true',
  ])('%s, in what is shipped', (word) => {
    const shipped = texts.filter(({ file }) => /^(shared|electron|renderer)\//.test(file));
    expect(shipped.filter(({ text }) => text.includes(word)).map(({ file }) => file)).toEqual([]);
  });

  test('a second place that makes windows', () => {
    const makers = texts.filter(
      ({ file, text }) => file.startsWith('electron/') && text.includes('new BrowserWindow('),
    );
    expect(makers.map(({ file }) => file)).toEqual(['electron/shell/window.ts']);
  });

  test('nothing unread: the files are found', () => {
    expect(texts.length).toBeGreaterThan(100);
  });
});
