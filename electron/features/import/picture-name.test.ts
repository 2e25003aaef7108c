import { expect, test } from 'vitest';
import { isTypePicture, readPictureName } from './picture-name.ts';

test.each([
  ['lib/elevation-images/Dell/dell-r620.front.png', true],
  ['lib/elevation-images/Dell/notes.png', true],
  ['photos/dell-r620.rear.JPG', true],
  ['C:\\lib\\elevation-images\\Dell\\r620.front.svg', true],
  ['photos/front.png', false],
  ['photos/dell-r620.png', false],
  ['lib/module-images/Dell/nic.front.png', false],
  ['lib/elevation-images/Dell/readme.md', false],
])('%s is a picture of a device type: %s', (path, is) => {
  expect(isTypePicture(path)).toBe(is);
});

test.each([
  ['Dell/dell-r620.front.png', { slug: 'dell-r620', face: 'front', folder: 'Dell' }],
  ['HPE/hpe-dl360.gen10.REAR.jpeg', { slug: 'hpe-dl360.gen10', face: 'rear', folder: 'HPE' }],
  ['elevation-images/Dell/notes.png', null],
])('the name of %s is read', (path, name) => {
  expect(readPictureName(path)).toEqual(name);
});
