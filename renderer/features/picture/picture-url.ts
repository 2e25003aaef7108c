import { client } from '../../bridge/client.ts';
import { blobOf } from '../journal/files.ts';

/** A picture never changes under its id, so each is fetched once and its address is kept as long as the window. */
const urls = new Map<string, Promise<string>>();

/** An address the window may show, `blob:…`; the page's policy allows no other pictures than its own. */
export function pictureUrl(id: string): Promise<string> {
  const known = urls.get(id);
  if (known) return known;
  const made = client.picture
    .content({ id })
    .then(({ base64, mediaType }) => URL.createObjectURL(blobOf(base64, mediaType)));
  urls.set(id, made);
  made.catch(() => urls.delete(id));
  return made;
}
