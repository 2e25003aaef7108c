import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeUtf8, readTextFile } from './file-text.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rackwright-text-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('bytes', () => {
  const bytes = (...parts: (string | number)[]): Buffer =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.of(part))));

  it('drops a byte order mark and keeps line endings', () => {
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 'a: é\r\n'))).toEqual({ ok: true, text: 'a: é\r\n' });
  });

  it.each([
    ['a lone Latin-1 byte', bytes('a: 1\nb: caf', 0xe9, '\nc: 2\n'), 2],
    ['a character cut off by the end', bytes('a: 1\nb: 2\nc: ', 0xe2, 0x82), 3],
    ['UTF-16', Buffer.from('\ufeffa: 1\n', 'utf16le'), 1],
  ])('refuses %s', (_name, content, line) => {
    expect(decodeUtf8(content)).toEqual({ ok: false, line, reason: 'The file is not UTF-8 text.' });
  });
});

describe('files', () => {
  it('reads text', async () => {
    writeFileSync(join(folder, 'a.yaml'), 'a: 1');
    expect(await readTextFile(join(folder, 'a.yaml'))).toEqual({ ok: true, text: 'a: 1' });
  });

  it('refuses a file above the limit by its size', async () => {
    writeFileSync(join(folder, 'a.yaml'), Buffer.alloc(2_500_001, 'x'));
    expect(await readTextFile(join(folder, 'a.yaml'), 2_500_000)).toEqual({
      ok: false,
      line: null,
      reason: 'The file has 2.5 MB; files of at most 2.5 MB are read.',
    });
  });

  it('refuses what is gone, a folder and, without waiting for a writer, a pipe', async () => {
    expect(await readTextFile(join(folder, 'gone'))).toMatchObject({ reason: 'There is no such file or folder.' });
    expect(await readTextFile(folder)).toMatchObject({ reason: 'The file is no regular file.' });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    expect(await readTextFile(join(folder, 'pipe'))).toMatchObject({ reason: 'The file is no regular file.' });
  });
});
