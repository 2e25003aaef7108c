import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { licenceSchema, type Licence } from '../../shared/contract/shell.ts';

/** Each of the three builds lists what it holds (scripts/licences.mjs). */
const BUILDS = ['main', 'preload', 'renderer'];

/** The licences of everything this program was built from, each package once, by name. */
export async function readLicences(): Promise<Licence[]> {
  const lists = await Promise.all(BUILDS.map(listOf));
  const byPackage = new Map(lists.flat().map((licence) => [`${licence.name} ${licence.version}`, licence]));
  return [...byPackage.values()].toSorted((left, right) => left.name.localeCompare(right.name, 'en'));
}

/** A program that runs from Vite's server has no lists. */
async function listOf(build: string): Promise<Licence[]> {
  const file = join(import.meta.dirname, '..', build, 'licences.json');
  const text = await readFile(file, 'utf8').catch(() => '[]');
  return z.array(licenceSchema).parse(JSON.parse(text));
}
