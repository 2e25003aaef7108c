import { fail, failFields } from '../../../shared/contract/failure.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { PICTURE_BYTES, PICTURE_TYPES, type PictureKind } from '../../../shared/domain/picture.ts';
import { findRecord } from '../../db/statements.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule, NounRules } from '../../session/noun-rules.ts';
import { base64Of, contentOf, examine, plainName, takeIn, typeOf } from '../content/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, removeRows, requireRow } from '../object/service.ts';
import { hashOfKind, picturesOf } from './repository.ts';

const PICTURE = definitionOf('picture');

const LIMITS = { what: 'pictures', types: PICTURE_TYPES, maximumBytes: PICTURE_BYTES };

/** The SHA-256 of a picture; refuses what no picture may be. */
export function pictureHash(bytes: Uint8Array): string {
  return examine(bytes, LIMITS).sha256;
}

/** The SHA-256 of the picture that a device type has of a face; undefined: it has none. */
export function faceHash(database: ReadDatabase, deviceTypeId: string, face: 'front' | 'rear'): string | undefined {
  return hashOfKind(database, deviceTypeId, face);
}

/** What is recorded about a picture is what its bytes say; only a device type has a front and a rear. */
export const pictureRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const isType = findRecord(context.database, definitionOf('deviceType'), String(after['objectId'])) !== undefined;
    if (after['kind'] !== 'photo' && !isType) {
      const message = `Only a device type has a ${String(after['kind'])}; a place has photos.`;
      failFields([{ path: 'kind', message, value: after['kind'], allowed: 'photo' }]);
    }
    if (before) return;
    const bytes = contentOf(context.database, String(after['sha256']));
    if (!bytes)
      fail('E_NOT_FOUND', 'The workspace does not hold a file with this SHA-256; picture.attach takes one in.');
    after['mediaType'] = typeOf(bytes);
    after['sizeBytes'] = bytes.length;
  },
};

/** The front and rear pictures of device types. */
export function facePictures(database: ReadDatabase, deviceTypeIds: readonly string[]) {
  return picturesOf(database, deviceTypeIds).flatMap(({ id, objectId: deviceTypeId, kind }) =>
    kind === 'front' || kind === 'rear' ? [{ id, deviceTypeId, face: kind } as const] : [],
  );
}

export interface PictureRequest {
  readonly object: string;
  readonly kind: PictureKind;
  readonly fileName: string;
  readonly base64: string;
  readonly caption: string | null;
}

/** Stores a picture of a place, or the front or rear of a device type in place of the one there was. */
export function attachPicture(context: WriteContext, rules: NounRules, request: PictureRequest): { id: string } {
  const { database } = context;
  const { kind, caption } = request;
  const objectId = resolveReference(database, 'pictured', request.object, 'object');
  const stored = takeIn(database, request.base64, LIMITS);
  const before = kind === 'photo' ? [] : picturesOf(database, [objectId]).filter((row) => row.kind === kind);
  removeRows(
    context,
    rules,
    PICTURE,
    before.map(({ id }) => id),
  );
  const draft = { objectId, kind, fileName: plainName(request.fileName), caption, ...stored };
  return { id: createRow(context, rules, PICTURE, draft).id };
}

export function pictureContent(database: ReadDatabase, id: string) {
  const record = requireRow(database, PICTURE, id);
  return {
    fileName: String(record['fileName']),
    mediaType: String(record['mediaType']),
    base64: base64Of(database, String(record['sha256'])),
  };
}
