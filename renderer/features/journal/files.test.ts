import { expect, test } from 'vitest';
import { refusalOfFile, withFiles } from './files.ts';

function photo(name: string, lastModified = 1): File {
  return new File(['x'], name, { type: 'image/jpeg', lastModified });
}

test('a file that is too large, empty or of another kind is refused with a sentence', () => {
  expect(refusalOfFile({ name: 'a.jpg', size: 10_000_000, type: 'image/jpeg' })).toBeNull();
  expect(refusalOfFile({ name: 'a.jpg', size: 12_340_000, type: 'image/jpeg' })).toBe(
    'a.jpg has 12.3 MB; attachments of at most 10 MB are taken.',
  );
  expect(refusalOfFile({ name: 'a.pdf', size: 0, type: 'application/pdf' })).toBe('a.pdf is empty.');
  expect(refusalOfFile({ name: 'a.svg', size: 9, type: 'image/svg+xml' })).toBe(
    'a.svg is none of: JPEG photo, PNG picture, WebP picture, PDF.',
  );
});

test('a file chosen twice counts once, and the eleventh is one too many', () => {
  const first = withFiles([], [photo('a.jpg'), photo('a.jpg'), photo('a.jpg', 2)]);
  expect(first.files.map(({ file }) => [file.name, file.lastModified])).toEqual([
    ['a.jpg', 1],
    ['a.jpg', 2],
  ]);
  // 2 + 9 = 11 files, of which 10 are taken.
  const more = withFiles(
    first.files,
    Array.from({ length: 9 }, (_, index) => photo(`b${index}.jpg`)),
  );
  expect(more.files).toHaveLength(10);
  expect(more.refusals).toEqual(['b8.jpg is one too many: an entry is written with at most 10 files.']);
});
