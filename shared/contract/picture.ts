import { z } from 'zod';
import { picture } from '../domain/picture.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

const { kind, caption } = picture.fields;

/** Special channels of `picture`, beside those of every noun. */
export const pictureContract = {
  /** Stores a picture. A front or rear takes the place of the one there was. */
  attach: command
    .input(
      z.strictObject({
        object: rowReference,
        kind,
        fileName: z.string().trim().min(1).max(1000),
        base64: z.base64().max(5_400_000),
        caption,
      }),
    )
    .output(writeReceipt.extend({ id: z.string() })),
  content: query
    .input(z.strictObject({ id: rowReference }))
    .output(z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() })),
  /** Pictures of one object, by kind and name, without their bytes. */
  ofObject: query.input(z.strictObject({ ref: rowReference })).output(
    z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        fileName: z.string(),
        caption: z.string().nullable(),
        sizeBytes: z.int(),
      }),
    ),
  ),
  /** The front and rear pictures of device types, for drawings. */
  ofTypes: query
    .input(z.strictObject({ deviceTypes: z.array(rowReference).max(500) }))
    .output(z.array(z.object({ id: z.string(), deviceTypeId: z.string(), face: z.enum(['front', 'rear']) }))),
};
