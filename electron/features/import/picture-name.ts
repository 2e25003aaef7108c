export interface PictureName {
  readonly slug: string;
  readonly face: 'front' | 'rear';
  /** The folder around it, which in the library is called after the manufacturer. */
  readonly folder: string;
}

const PICTURE = /\.(?:png|jpe?g|webp|gif|bmp|svg|tiff?)$/i;
const NAMED = /^(?<slug>.+)\.(?<face>front|rear)\.[a-z]+$/i;

function partsOf(path: string): readonly string[] {
  return path.split(/[\\/]/);
}

/** Whether a file is a picture of a device type: by its folder `elevation-images`, or by a name such as `slug.front.png`. */
export function isTypePicture(path: string): boolean {
  const parts = partsOf(path);
  const name = parts.at(-1) ?? '';
  if (!PICTURE.test(name) || parts.includes('module-images')) return false;
  return parts.includes('elevation-images') || NAMED.test(name);
}

/** What the library says by the name of a picture; null where it names no face. */
export function readPictureName(path: string): PictureName | null {
  const parts = partsOf(path);
  const groups = NAMED.exec(parts.at(-1) ?? '')?.groups;
  if (!groups?.['slug']) return null;
  const face = groups['face']?.toLowerCase() === 'rear' ? 'rear' : 'front';
  return { slug: groups['slug'], face, folder: parts.at(-2) ?? '' };
}
