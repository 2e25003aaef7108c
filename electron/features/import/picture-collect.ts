import { FailureError, fail } from '../../../shared/contract/failure.ts';
import { PICTURE_BYTES } from '../../../shared/domain/picture.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { statementOf } from '../../db/statements.ts';
import { pictureHash } from '../picture/service.ts';
import { readWholeFile } from './file-text.ts';
import type { FoundFile, RefusedFile } from './file-walk.ts';
import type { NetBoxCollection, RepeatedKey } from './netbox-collect.ts';
import { readPictureName, type PictureName } from './picture-name.ts';

interface NamedType {
  readonly manufacturer: string;
  readonly model: string;
}

/** A picture that may be taken in, and the device type it shows. */
export interface CollectedPicture {
  readonly path: string;
  readonly label: string;
  readonly face: 'front' | 'rear';
  readonly type: NamedType;
  readonly sha256: string;
}

export interface PictureCollection {
  /** One per device type and face: of several, the last in byte order. */
  readonly pictures: readonly CollectedPicture[];
  readonly refused: readonly RefusedFile[];
  readonly repeated: readonly RepeatedKey[];
}

interface CollectOptions {
  readonly onProgress?: (done: number) => void;
  readonly signal?: AbortSignal;
}

const HOW_CALLED = 'in the library a picture is called by slug and face, such as dell-poweredge-r620.front.png';

/** Device types of the workspace and of the import by slug, in lower case. */
export function typesBySlug(
  database: ReadDatabase,
  { deviceTypes }: Pick<NetBoxCollection, 'deviceTypes'>,
): ReadonlyMap<string, readonly NamedType[]> {
  const present = statementOf(
    database,
    'SELECT manufacturer, model, slug FROM device_type WHERE slug IS NOT NULL',
  ).all();
  const arriving = [...deviceTypes.values()].map(({ draft }) => draft);
  const byName = new Map<string, NamedType & { readonly slug: string }>();
  for (const { manufacturer, model, slug } of [...(present as (NamedType & { slug: string })[]), ...arriving])
    if (slug) byName.set(`${manufacturer} ${model}`.toLowerCase(), { manufacturer, model, slug });
  return Map.groupBy([...byName.values()], ({ slug }) => slug.toLowerCase());
}

function typeFor(types: ReadonlyMap<string, readonly NamedType[]>, { slug, folder }: PictureName): NamedType | string {
  const found = types.get(slug.toLowerCase()) ?? [];
  const near = found.filter(({ manufacturer }) => manufacturer.toLowerCase() === folder.toLowerCase());
  const [only, ...others] = near.length > 0 ? near : found;
  if (!only) return `No device type has the slug "${slug}"; import its YAML file with it, or first.`;
  if (others.length === 0) return only;
  const names = [only, ...others].map(({ manufacturer, model }) => `${manufacturer} ${model}`);
  return `The slug "${slug}" is that of ${names.join(' and ')}; put the picture into a folder called after its manufacturer.`;
}

async function hashOf(path: string): Promise<{ readonly sha256: string } | string> {
  const read = await readWholeFile(path, PICTURE_BYTES);
  if (!read.ok) return read.reason;
  try {
    return { sha256: pictureHash(read.bytes) };
  } catch (error) {
    if (error instanceof FailureError) return error.message;
    throw error;
  }
}

async function readPicture(
  { path, label }: FoundFile,
  types: ReadonlyMap<string, readonly NamedType[]>,
): Promise<CollectedPicture | string> {
  const name = readPictureName(path);
  if (!name) return `The name says neither front nor rear; ${HOW_CALLED}.`;
  const type = typeFor(types, name);
  if (typeof type === 'string') return type;
  const hashed = await hashOf(path);
  return typeof hashed === 'string' ? hashed : { path, label, face: name.face, type, ...hashed };
}

/** Matches pictures with device types by slug and reads each once, keeping none of them in memory. */
export async function collectPictures(
  files: readonly FoundFile[],
  types: ReadonlyMap<string, readonly NamedType[]>,
  options: CollectOptions = {},
): Promise<PictureCollection> {
  const refused: RefusedFile[] = [];
  const byFace = new Map<string, CollectedPicture[]>();
  for (const [index, file] of files.entries()) {
    if (options.signal?.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
    const read = await readPicture(file, types);
    if (typeof read === 'string') refused.push({ file: file.label, line: null, reason: read });
    else {
      const key = `${read.type.manufacturer} ${read.type.model}, ${read.face}`;
      byFace.set(key, [...(byFace.get(key) ?? []), read]);
    }
    options.onProgress?.(index + 1);
  }
  const repeated = [...byFace].flatMap(([key, found]): RepeatedKey[] => {
    const labels = found.map(({ label }) => label);
    return found.length > 1 ? [{ key, files: labels, taken: labels.at(-1) ?? '' }] : [];
  });
  return { pictures: [...byFace.values()].flatMap((found) => found.at(-1) ?? []), refused, repeated };
}
