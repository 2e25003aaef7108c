import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { walkFiles } from './file-walk.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rackwright-walk-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function put(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), '');
  }
}

async function labels(...paths: string[]): Promise<string[]> {
  const walk = await walkFiles(paths.map((path) => join(folder, path)));
  return walk.files.map((file) => file.label);
}

describe('finding', () => {
  it('lists YAML files of all folders in byte order and counts the others', async () => {
    put('a/z.yaml', 'a/B/x.yml', 'a/B/y.YAML', 'a/b/x.yaml', 'a/README.md', 'a/b/front.png', 'a/.git/config.yaml');
    const walk = await walkFiles([join(folder, 'a')]);
    expect(walk.files.map((file) => file.label)).toEqual(['a/B/x.yml', 'a/B/y.YAML', 'a/b/x.yaml', 'a/z.yaml']);
    expect(walk.files[0]?.path).toBe(join(folder, 'a/B/x.yml'));
    expect(walk).toMatchObject({ ignored: 2, refused: [] });
  });

  it('lists pictures of device types beside the YAML files', async () => {
    put('a/elevation-images/Acme/r1.rear.jpg', 'a/elevation-images/Acme/r1.front.png', 'a/r2.front.png', 'a/logo.png');
    const walk = await walkFiles([join(folder, 'a')]);
    expect(walk.pictures.map((file) => file.label)).toEqual([
      'a/elevation-images/Acme/r1.front.png',
      'a/elevation-images/Acme/r1.rear.jpg',
      'a/r2.front.png',
    ]);
    expect(walk).toMatchObject({ files: [], ignored: 1 });
  });

  it('orders by bytes of UTF-8, where U+E000 stands before an emoji', async () => {
    put('a/\u{1f600}.yaml', 'a/\ue000.yaml', 'a/é.yaml', 'a/z.yaml');
    expect(await labels('a')).toEqual(['a/z.yaml', 'a/é.yaml', 'a/\ue000.yaml', 'a/\u{1f600}.yaml']);
  });

  it('names files below what the chosen paths have in common, each once', async () => {
    put('one/a.yaml', 'two/deep/a.yaml', 'two/deep/b.yaml');
    expect(await labels('two', 'one', 'two/deep/b.yaml')).toEqual(['one/a.yaml', 'two/deep/a.yaml', 'two/deep/b.yaml']);
    expect(await labels('two/deep/a.yaml')).toEqual(['a.yaml']);
  });

  it('finds nothing in an empty folder', async () => {
    mkdirSync(join(folder, 'empty'));
    expect(await walkFiles([join(folder, 'empty')])).toEqual({ files: [], pictures: [], refused: [], ignored: 0 });
  });
});

describe('refusing', () => {
  it('says that a path does not exist', async () => {
    put('a.yaml');
    const walk = await walkFiles([join(folder, 'a.yaml'), join(folder, 'gone')]);
    expect(walk.files).toHaveLength(1);
    expect(walk.refused).toEqual([{ file: 'gone', line: null, reason: 'There is no such file or folder.' }]);
  });

  it('does not follow a link out of the folder, nor read what a link inside names twice', async () => {
    put('outside/secret.yaml', 'a/real.yaml');
    symlinkSync(join(folder, 'outside/secret.yaml'), join(folder, 'a/out.yaml'));
    symlinkSync(join(folder, 'a/real.yaml'), join(folder, 'a/again.yaml'));
    symlinkSync(join(folder, 'nowhere.yaml'), join(folder, 'a/broken.yaml'));
    symlinkSync(join(folder, 'outside'), join(folder, 'a/folder'));
    symlinkSync(join(folder, 'a'), join(folder, 'a/loop'));
    const walk = await walkFiles([join(folder, 'a')]);
    expect(walk.files.map((file) => file.label)).toEqual(['a/real.yaml']);
    expect(walk.refused.map((file) => file.file).toSorted()).toEqual(['a/broken.yaml', 'a/out.yaml']);
    expect(walk.refused[0]?.reason).toContain('link');
    // again.yaml, folder and loop
    expect(walk.ignored).toBe(3);
  });

  it('follows a link that was itself chosen', async () => {
    put('real/x.yaml');
    symlinkSync(join(folder, 'real'), join(folder, 'chosen'));
    expect(await labels('chosen')).toEqual(['chosen/x.yaml']);
    expect(await labels('chosen', 'real')).toEqual(['chosen/x.yaml']);
  });

  it('refuses a pipe with the name of a YAML file', async () => {
    // Windows has no pipes among its files.
    if (process.platform === 'win32') return;
    mkdirSync(join(folder, 'a'));
    execFileSync('mkfifo', [join(folder, 'a/pipe.yaml'), join(folder, 'a/pipe')]);
    expect(await walkFiles([join(folder, 'a')])).toEqual({
      files: [],
      pictures: [],
      ignored: 1,
      refused: [
        {
          file: 'a/pipe.yaml',
          line: null,
          reason: 'The file is a device, pipe or socket; only regular files are read.',
        },
      ],
    });
  });

  it('refuses to go beyond the limit of files', async () => {
    put('a/1.yaml', 'a/2.yaml', 'a/3.md');
    await expect(walkFiles([join(folder, 'a')], { maximumFiles: 2 })).rejects.toMatchObject({
      failure: { code: 'E_LIMIT_MAX', message: 'More than 2 files were chosen; import them in parts.' },
    });
  });

  it('stops when cancelled', async () => {
    put('a/1.yaml');
    await expect(walkFiles([join(folder, 'a')], { signal: AbortSignal.abort() })).rejects.toMatchObject({
      failure: { code: 'E_CANCELLED' },
    });
  });
});
