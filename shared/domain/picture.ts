import { ATTACHMENT_TYPES } from './attachment.ts';
import { choice, defaulting, integer, multiline, optional, reference, text, written } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

export const PICTURE_KINDS = [
  { value: 'photo', label: 'Photo' },
  { value: 'front', label: 'Front of a device' },
  { value: 'rear', label: 'Rear of a device' },
] as const;

export type PictureKind = (typeof PICTURE_KINDS)[number]['value'];

export const PICTURE_TYPES = ATTACHMENT_TYPES.filter(({ value }) => value !== 'application/pdf');

/** The largest picture that a workspace takes in. */
export const PICTURE_BYTES = 4_000_000;

/** What a place looks like, or the drawing of a device type. Its bytes lie where those of attachments lie. */
export const picture = defineNoun({
  noun: 'picture',
  label: 'Picture',
  plural: 'Pictures',
  help: 'A photo of a site, room, row, rack or zone, or the front or rear of a device type.',
  table: 'picture',
  naturalKey: ['objectId', 'kind', 'fileName'],
  fields: {
    objectId: reference('pictured', { label: 'Shows', onDelete: 'owned', columnWidth: 200, columnShown: true }),
    kind: defaulting(choice(PICTURE_KINDS, { label: 'Kind', columnWidth: 130, columnShown: true }), 'photo'),
    fileName: text({ label: 'File name', max: 255, columnWidth: 220, columnShown: true }),
    mediaType: choice(ATTACHMENT_TYPES, { label: 'Type', readOnly: true, columnWidth: 130, columnShown: true }),
    sizeBytes: integer({ label: 'Size in bytes', max: PICTURE_BYTES, readOnly: true, columnWidth: 110 }),
    sha256: written((value) => (/^[0-9a-f]{64}$/.test(value) ? value : null), {
      label: 'SHA-256',
      form: '64 hexadecimal digits',
      max: 64,
      readOnly: true,
    }),
    caption: optional(multiline({ label: 'Caption', max: 1000, columnWidth: 260, columnShown: true })),
  },
});

export type Picture = RowOf<typeof picture>;
