// Which packages a build holds, and under which licences: from the bundler's own list of modules. Vite's plugin of
// electron.vite.config.ts; the About box shows what it writes.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Licence
 * @property {string} name
 * @property {string} version empty for what has none of its own
 * @property {string} licence SPDX expression
 * @property {string} text
 */

export const LICENCE_FILE = 'licences.json';

/** Fonts are files of ours, not packages. @type {Readonly<Record<string, string>>} */
const FONTS = { Inter: 'inter-LICENSE.txt', 'JetBrains Mono': 'jetbrains-mono-LICENSE.txt' };

/** @param {string} root @returns {Licence[]} */
function fontLicences(root) {
  return Object.entries(FONTS).map(([name, file]) => {
    const text = readFileSync(join(root, 'assets', 'fonts', file), 'utf8').trim();
    return { name, version: '', licence: 'OFL-1.1', text };
  });
}

/** The folders of the packages that these modules belong to, each once. @param {readonly string[]} moduleIds */
export function packageFolders(moduleIds) {
  const folders = moduleIds.flatMap((id) => {
    const match = /^(?:\0?)(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'));
    return match?.[1] === undefined ? [] : [match[1]];
  });
  return [...new Set(folders)].filter((folder) => existsSync(join(folder, 'package.json')));
}

/** @param {string} folder @returns {Licence} @throws for a package without a licence */
export function licenceOf(folder) {
  const manifest = /** @type {{ name: string, version: string, license?: string }} */ (
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  );
  if (!manifest.license) throw new Error(`${manifest.name} in ${folder} names no licence: it may not be shipped.`);
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
  return { name: manifest.name, version: manifest.version, licence: manifest.license, text };
}

/**
 * Writes the licences of what a build holds beside it.
 * @param {string} root the checkout: where this file lies is not where electron-vite runs it
 * @param {{ packages?: string[], fonts?: boolean }} [more] packages shipped without being bundled; our fonts
 * @returns {import('vite').Plugin}
 */
export function licencesPlugin(root, { packages = [], fonts = false } = {}) {
  return {
    name: 'rackwright-licences',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
      const folders = [...packageFolders(modules), ...packages.map((name) => join(root, 'node_modules', name))];
      const licences = [...folders.map(licenceOf), ...(fonts ? fontLicences(root) : [])];
      const sorted = licences.toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
      this.emitFile({ type: 'asset', fileName: LICENCE_FILE, source: JSON.stringify(sorted) });
    },
  };
}
