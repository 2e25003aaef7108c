import { readFileSync } from 'node:fs';

import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { z } from 'zod';

import { fromRoot } from '../paths.mjs';
import { builderConfig } from './editions.mjs';

const configSchema = z.object({
  asar: z.literal(true),
  fileAssociations: z.array(z.object({ ext: z.string() })),
  protocols: z.array(z.object({ schemes: z.array(z.string()) })),
  linux: z.object({ target: z.array(z.string()) }),
  mac: z.object({ target: z.array(z.string()) }),
  win: z.object({ target: z.array(z.string()) }),
});

test('the editions differ by one fuse and by the build that is packed', () => {
  const [release, attachable] = [builderConfig('release'), builderConfig('attachable')];
  expect(release.electronFuses['enableNodeCliInspectArguments']).toBe(false);
  expect(attachable).toEqual({
    ...release,
    electronFuses: { ...release.electronFuses, enableNodeCliInspectArguments: true },
    files: release.files.map((set) => (typeof set === 'string' ? set : { ...set, from: 'out' })),
  });
});

test('every platform has its packages, our files and our links', () => {
  const config = configSchema.parse(parse(readFileSync(fromRoot('electron-builder.yml'), 'utf8')));
  expect(config.linux.target).toEqual(['dir', 'tar.gz', 'deb', 'AppImage']);
  expect(config.mac.target).toContain('dmg');
  expect(config.win.target).toContain('nsis');
  expect(config.fileAssociations.map(({ ext }) => ext)).toEqual(['rackwright']);
  expect(config.protocols.flatMap(({ schemes }) => schemes)).toEqual(['rackwright']);
});
