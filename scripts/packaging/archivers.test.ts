import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { fromRoot } from '../paths.mjs';
import { canMakeDeb } from './archivers.mjs';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archivers-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function run(tool: string, words: readonly string[]) {
  return spawnSync(process.execPath, [fromRoot('scripts', 'packaging', tool), ...words], { encoding: 'utf8' });
}

test('a tar is compressed as 7-Zip would be asked to', () => {
  writeFileSync(join(folder, 'in.tar'), 'rack '.repeat(1000));
  const { status } = run('7za.mjs', ['a', '-bd', '-mx=9', join(folder, 'out.tar.gz'), join(folder, 'in.tar')]);
  expect(status).toBe(0);
  expect(String(gunzipSync(readFileSync(join(folder, 'out.tar.gz'))))).toBe('rack '.repeat(1000));
});

test('anything else that 7-Zip does is refused', () => {
  const { status, stderr } = run('7za.mjs', ['x', 'archive.7z']);
  expect(status).toBe(2);
  expect(stderr).toContain('ELECTRON_BUILDER_7ZIP_PATH');
});

/** As electron-builder calls fpm. */
function debArguments(file: string): readonly string[] {
  const words =
    `-s dir --force -t deb -d libgtk-3-0 -d libnss3 --deb-compression gz --architecture amd64 --name rackwright
    --version 0.1.0-beta --vendor Authors --maintainer Authors --url https://rackwright.invalid/`.split(/\s+/);
  return [
    ...words,
    '--description',
    'Inventory\n Where it fits.',
    '--after-install',
    join(folder, 'install.sh'),
    '--package',
    file,
    `${join(folder, 'app')}/=/opt/Rackwright`,
    `${join(folder, 'app', 'rackwright')}=/usr/share/applications/rackwright.desktop`,
  ];
}

// On a system without dpkg-deb npm run package makes none, and says nothing of it.
test('a deb holds the files, the dependencies and the script that were asked for', () => {
  const file = join(folder, 'rackwright.deb');
  mkdirSync(join(folder, 'app', 'resources'), { recursive: true });
  writeFileSync(join(folder, 'app', 'rackwright'), 'program', { mode: 0o755 });
  writeFileSync(join(folder, 'app', 'resources', 'app.asar'), 'archive');
  writeFileSync(join(folder, 'install.sh'), '#!/bin/sh\n');
  expect(run('fpm.mjs', debArguments(file)).status).toBe(canMakeDeb ? 0 : 1);
  if (!canMakeDeb) return;
  const facts = spawnSync('dpkg-deb', ['--field', file], { encoding: 'utf8' }).stdout;
  expect(facts).toContain('Package: rackwright\nVersion: 0.1.0~beta\nArchitecture: amd64\n');
  expect(facts).toContain('Depends: libgtk-3-0, libnss3\n');
  expect(facts).toContain('Description: Inventory\n Where it fits.\n');
  const content = spawnSync('dpkg-deb', ['--contents', file], { encoding: 'utf8' }).stdout;
  expect(content).toMatch(/-rwxr-xr-x root\/root .* \.\/opt\/Rackwright\/rackwright\n/);
  expect(content).toContain('./opt/Rackwright/resources/app.asar');
  expect(content).toMatch(/-rw-r--r-- root\/root .* \.\/usr\/share\/applications\/rackwright\.desktop\n/);
  expect(spawnSync('dpkg-deb', ['--info', file], { encoding: 'utf8' }).stdout).toContain('postinst');
});
