import { z } from 'zod';
import { FACES } from '../domain/placement.ts';
import { command, query } from './base.ts';
import { FAILURE_CODES } from './failure.ts';
import { rowReference, writeReceipt } from './noun.ts';

const face = z.enum(FACES.map((entry) => entry.value) as ['front', 'rear', 'both']);
const side = z.enum(['left', 'right']);

/**
 * A place in a rack, or a bay of a chassis that stands in one; what is left out stays as it is, or follows from the
 * device's type for one not placed yet.
 */
const target = {
  device: rowReference,
  /** Required unless `chassis` is given. */
  rack: rowReference.optional(),
  /** In place of `rack`, with `bay`: what is said of positions then does not apply. */
  chassis: rowReference.optional(),
  /** Name of the bay as the type of the chassis has it. */
  bay: z.string().max(100).optional(),
  /** Half units from the rack floor to the lower edge; null: a 0U device on a side. */
  positionHalfU: z.int().min(0).max(119).nullable().optional(),
  /** In place of `positionHalfU`: the unit numbers it takes, which must adjoin. */
  units: z.array(z.int().min(0).max(1100)).min(1).max(60).optional(),
  face: face.optional(),
  side: side.nullable().optional(),
  widthParts: z.int().min(1).max(8).optional(),
  widthOffset: z.int().min(0).max(7).optional(),
  widthSpan: z.int().min(1).max(8).optional(),
};

const moves = z.strictObject({ moves: z.array(z.strictObject(target)).min(1).max(500) });
const swap = z.strictObject({ first: rowReference, second: rowReference });
const shift = z.strictObject({ ...target, direction: z.enum(['up', 'down']) });

const placeSchema = z.object({
  rackId: z.string(),
  positionHalfU: z.int().nullable(),
  face,
  widthParts: z.int().optional(),
  widthOffset: z.int().optional(),
  widthSpan: z.int().optional(),
  side: side.nullable().optional(),
  /** The chassis and its bay; the rack is then the one that the chassis stands in. */
  parentId: z.string().nullable().optional(),
  bay: z.string().nullable().optional(),
});

const finding = z.object({ aspect: z.string(), message: z.string() });

/** What would happen: the moves made together, and what stands against them. Empty `problems`: they fit. */
export const movePreview = z.object({
  fits: z.boolean(),
  moves: z.array(
    z.object({ deviceId: z.string(), name: z.string(), from: placeSchema.nullable(), to: placeSchema.nullable() }),
  ),
  problems: z.array(finding.extend({ code: z.enum(FAILURE_CODES), occupantId: z.string().optional() })),
  warnings: z.array(finding),
});

export type MovePreview = z.output<typeof movePreview>;
export type MoveTarget = z.input<typeof moves>['moves'][number];

/** Moves of one or many devices, within a rack or across racks. Each command is one change, made whole or not at all. */
export const moveContract = {
  /** The fit rule for a drag: one or many devices at their new places, all leaving before any arrives. */
  checkFit: query.input(moves).output(movePreview),
  /** Places or moves devices, into units, onto sides and into chassis bays, and out of these. */
  move: command.input(moves).output(writeReceipt),
  previewSwap: query.input(swap).output(movePreview),
  swap: command.input(swap).output(writeReceipt),
  previewShift: query.input(shift).output(movePreview),
  /** Inserts a device where others stand by pushing those up or down, each no further than it must. */
  shift: command.input(shift).output(writeReceipt),
};
