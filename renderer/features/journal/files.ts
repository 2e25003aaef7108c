import { ATTACHMENT_BYTES, ATTACHMENT_TYPES, ATTACHMENTS_AT_ONCE } from '../../../shared/domain/attachment.ts';
import { formatBytes } from '../../ui/format.ts';

/** A file that goes with an entry: its bytes are read when the entry is written. */
export interface ChosenFile {
  readonly key: string;
  readonly file: File;
}

/** What a file chooser offers. */
export const ACCEPTED = ATTACHMENT_TYPES.map(({ value }) => value).join(',');

/** Why a file cannot go with an entry, or null. The engine looks at the bytes themselves too. */
export function refusalOfFile({ name, size, type }: Pick<File, 'name' | 'size' | 'type'>): string | null {
  if (!ATTACHMENT_TYPES.some(({ value }) => value === type))
    return `${name} is none of: ${ATTACHMENT_TYPES.map(({ label }) => label).join(', ')}.`;
  if (size > ATTACHMENT_BYTES)
    return `${name} has ${formatBytes(size)}; attachments of at most ${formatBytes(ATTACHMENT_BYTES)} are taken.`;
  return size === 0 ? `${name} is empty.` : null;
}

export interface Choice {
  readonly files: readonly ChosenFile[];
  /** A sentence for each file that was left out. */
  readonly refusals: readonly string[];
}

/** Adds files to those chosen; the same file twice counts once. */
export function withFiles(chosen: readonly ChosenFile[], added: readonly File[]): Choice {
  const refusals = added.flatMap((file) => refusalOfFile(file) ?? []);
  const good = added.filter((file) => refusalOfFile(file) === null);
  const fresh = good.map((file) => ({ key: `${file.name} ${file.size} ${file.lastModified}`, file }));
  const all = [...new Map([...chosen, ...fresh].map((one) => [one.key, one])).values()];
  const over = all.slice(ATTACHMENTS_AT_ONCE);
  const tooMany = over.map(
    ({ file }) => `${file.name} is one too many: an entry is written with at most ${ATTACHMENTS_AT_ONCE} files.`,
  );
  return { files: all.slice(0, ATTACHMENTS_AT_ONCE), refusals: [...refusals, ...tooMany] };
}

/** The bytes of a file as base64. */
export function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      const [, base64 = ''] = (typeof reader.result === 'string' ? reader.result : '').split(',', 2);
      resolve(base64);
    });
    reader.addEventListener('error', () => reject(new Error(`${file.name} cannot be read.`)));
    reader.readAsDataURL(file);
  });
}

/** Bytes from base64, as a picture or file that the window can show. */
export function blobOf(base64: string, mediaType: string): Blob {
  return new Blob([Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))], { type: mediaType });
}
