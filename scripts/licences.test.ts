import { expect, test } from 'vitest';

import { licenceOf, packageFolders } from './licences.mjs';
import { fromRoot } from './paths.mjs';

test('modules are gathered by their package, ours and those of the bundler left out', () => {
  const modules = [
    fromRoot('renderer/app/main.tsx'),
    fromRoot('node_modules/zod/v4/core/schemas.js'),
    fromRoot('node_modules/zod/v4/core/util.js'),
    fromRoot('node_modules/@mantine/core/esm/index.mjs'),
    `\0${fromRoot('node_modules/react/index.js')}`,
    '\0rolldown/runtime.js',
    'virtual:nothing',
  ];
  expect(packageFolders(modules)).toEqual(
    ['zod', '@mantine/core', 'react'].map((name) => fromRoot('node_modules', name)),
  );
});

test('a package tells its name, version, licence and the text of it', () => {
  const licence = licenceOf(fromRoot('node_modules', 'better-sqlite3'));
  expect(licence).toMatchObject({ name: 'better-sqlite3', version: '13.2.0', licence: 'MIT' });
  expect(licence.text).toMatch(/^The MIT License|^MIT License/i);
});

test('a folder without a licence is not shipped', () => {
  expect(() => licenceOf(fromRoot('bench', 'bare'))).toThrow('names no licence: it may not be shipped.');
});
