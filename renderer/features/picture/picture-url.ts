import { client } from '../../bridge/client.ts';
import { blobOf } from '../journal/files.ts';

/** A picture never changes under its id, so each is fetched once and its address is kept as long as the window. */
const urls = new Map<string, Promise<string>>();
const blobs = new Map<string, Blob>();

/** An address the window may show, `blob:…`; the page's policy allows no other pictures than its own. */
export function pictureUrl(id: string): Promise<string> {
  const known = urls.get(id);
  if (known) return known;
  const made = client.picture.content({ id }).then(({ base64, mediaType }) => {
    const blob = blobOf(base64, mediaType);
    const url = URL.createObjectURL(blob);
    blobs.set(url, blob);
    return url;
  });
  urls.set(id, made);
  made.catch(() => urls.delete(id));
  return made;
}

/** A picture by its id. */
export async function pictureBlob(id: string): Promise<Blob> {
  const blob = blobs.get(await pictureUrl(id));
  if (!blob) throw new Error('A picture could not be read.');
  return blob;
}

/** The pictures behind such addresses as `data:` addresses, for files that are to stand alone. */
export async function pictureData(addresses: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const read = async (address: string): Promise<readonly [string, string][]> => {
    const blob = blobs.get(address);
    return blob ? [[address, await dataAddress(blob)]] : [];
  };
  return new Map((await Promise.all([...new Set(addresses)].map(read))).flat());
}

function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('loadend', () => {
      if (typeof reader.result === 'string') resolve(reader.result);
      else reject(new Error('A picture of the drawing could not be read.'));
    });
    reader.readAsDataURL(blob);
  });
}
