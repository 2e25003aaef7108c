import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

import { expect, test } from 'vitest';
import { z } from 'zod';

import { fromRoot } from './paths.mjs';

const FOLDERS = ['docs', 'electron', 'bench'];

interface Link {
  readonly file: string;
  readonly target: string;
}

function markdownFiles(): readonly string[] {
  const below = FOLDERS.flatMap((folder) =>
    readdirSync(fromRoot(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.md'))
      .map((name) => fromRoot(folder, name)),
  );
  return [...below, fromRoot('README.md'), fromRoot('CHANGELOG.md')];
}

/** Links and pictures to files of ours; those in code are examples. */
function linksIn(file: string): readonly Link[] {
  const text = readFileSync(file, 'utf8')
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/`[^`]*`/g, '');
  return [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => ({ file, target }))
    .filter(({ target }) => !/^[a-z]+:/.test(target));
}

/** The anchors that a Markdown file's headings make, as GitHub does. */
function anchorsOf(file: string): readonly string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function leadsNowhere({ file, target }: Link): boolean {
  const [path = '', anchor] = target.split('#');
  const wanted = path === '' ? file : resolve(dirname(file), path);
  if (!existsSync(wanted)) return true;
  return anchor !== undefined && !anchorsOf(wanted).includes(anchor);
}

const files = markdownFiles();
const links = files.flatMap(linksIn);

test('every link and picture of the documents leads to a file, and to a heading in it', () => {
  expect(links.length).toBeGreaterThan(30);
  const broken = links.filter(leadsNowhere).map(({ file, target }) => `${relative(fromRoot(), file)}: ${target}`);
  expect(broken).toEqual([]);
});

test('every picture is shown somewhere, and every page of the guide and of the formats is led to', () => {
  const reached = new Set(links.map(({ file, target }) => resolve(dirname(file), target.split('#', 1)[0] ?? '')));
  const wanted = ['images', 'guide', 'formats'].flatMap((folder) =>
    readdirSync(fromRoot('docs', folder)).map((name) => fromRoot('docs', folder, name)),
  );
  const lost = wanted.filter((file) => !reached.has(file) && !reached.has(dirname(file)));
  expect(lost.map((file) => relative(fromRoot(), file))).toEqual([]);
});

test('the tests that the security list names exist', () => {
  const text = readFileSync(fromRoot('docs', 'security.md'), 'utf8');
  const named = [...text.matchAll(/`([\w./-]+\.(?:e2e|test|measure)\.ts)`/g)].map(([, file = '']) => file);
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((file) => !existsSync(join(fromRoot(), file)))).toEqual([]);
});

test('every dependency is looked at in the security list', () => {
  const manifest = z
    .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')));
  const [, text = ''] = readFileSync(fromRoot('docs', 'security.md'), 'utf8').split('## Dependencies');
  const named = new Set(text.match(/@?[\w-]+(\/[\w-]+)?/g));
  const names = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !named.has(name))).toEqual([]);
});
