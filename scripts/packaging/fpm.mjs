#!/usr/bin/env node
// In fpm's place, for what electron-builder asks of it for a .deb: a tree of files, a control file, two scripts, dpkg-deb.
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

const text = /** @type {const} */ ({ type: 'string', default: '' });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    source: { ...text, short: 's' },
    target: { ...text, short: 't' },
    depends: { type: 'string', multiple: true, default: [], short: 'd' },
    'deb-recommends': { type: 'string', multiple: true, default: [] },
    force: { type: 'boolean' },
    'deb-compression': { type: 'string', default: 'gz' },
    'deb-priority': { type: 'string', default: 'optional' },
    architecture: text,
    'after-install': text,
    'after-remove': text,
    description: text,
    version: text,
    package: text,
    name: text,
    maintainer: text,
    vendor: text,
    url: text,
    category: { type: 'string', default: 'utils' },
    license: text,
  },
});

function control() {
  const lines = [
    `Package: ${values.name}`,
    `Version: ${values.version.replaceAll('-', '~')}`,
    `Architecture: ${values.architecture}`,
    `Maintainer: ${values.maintainer}`,
    `Section: ${values.category}`,
    `Priority: ${values['deb-priority']}`,
    ...(values.depends.length > 0 ? [`Depends: ${values.depends.join(', ')}`] : []),
    ...(values['deb-recommends'].length > 0 ? [`Recommends: ${values['deb-recommends'].join(', ')}`] : []),
    `Description: ${descriptionLines().join('\n ')}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** The first line is the synopsis; an empty line within is written as a dot. */
function descriptionLines() {
  return values.description
    .trim()
    .split('\n')
    .map((line) => line.trim() || '.');
}

/** `FILE=/target` or `FOLDER/=/target` @param {string} mapping @param {string} root */
function place(mapping, root) {
  const cut = mapping.indexOf('=/');
  const [source, target] = [mapping.slice(0, cut), join(root, mapping.slice(cut + 1))];
  mkdirSync(dirname(target), { recursive: true });
  cpSync(source, target, { recursive: true, preserveTimestamps: true });
  if (statSync(target).isFile()) chmodSync(target, 0o644);
}

/** @param {string} script @param {string} target */
function placeScript(script, target) {
  if (script === '') return;
  writeFileSync(target, readFileSync(script));
  chmodSync(target, 0o755);
}

if (values.target !== 'deb') {
  console.error(`Only deb is made here; install fpm and name it in CUSTOM_FPM_PATH.`);
  process.exit(2);
}
const root = mkdtempSync(join(tmpdir(), 'rackwright-deb-'));
try {
  chmodSync(root, 0o755);
  mkdirSync(join(root, 'DEBIAN'));
  writeFileSync(join(root, 'DEBIAN', 'control'), control());
  placeScript(values['after-install'], join(root, 'DEBIAN', 'postinst'));
  placeScript(values['after-remove'], join(root, 'DEBIAN', 'postrm'));
  for (const mapping of positionals) place(mapping, root);
  const compression = values['deb-compression'].replace(/^gz$/, 'gzip');
  const options = ['--root-owner-group', `-Z${compression}`, '--build', root, values.package];
  process.exitCode = spawnSync('dpkg-deb', options, { stdio: 'inherit' }).status ?? 1;
} finally {
  rmSync(root, { recursive: true, force: true });
}
