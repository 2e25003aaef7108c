import { join, resolve } from 'node:path';

export const repositoryRoot = resolve(import.meta.dirname, '..');

/** @param {string[]} segments path segments below the repository's root */
export function fromRoot(...segments) {
  return join(repositoryRoot, ...segments);
}

/** Where real data lies: RACKWRIGHT_DATA, else `../shared/data` beside the checkout. It may be absent. */
export const dataFolder = resolve(process.env['RACKWRIGHT_DATA'] ?? fromRoot('..', 'shared', 'data'));
