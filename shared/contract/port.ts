import { z } from 'zod';
import { port } from '../domain/port.ts';
import { command, query } from './base.ts';
import { rowReference, writeReceipt } from './noun.ts';

/** A port by its id, or by its holder and its name, label or number. */
export const portReference = z.union([
  z.strictObject({ port: rowReference }),
  z.strictObject({
    device: rowReference,
    name: z.string().trim().min(1).max(200),
    kind: port.fields.kind.optional(),
  }),
]);

export type PortReference = z.input<typeof portReference>;

/** One end of a cable as people know it. */
export const portEnd = z.object({
  portId: z.string(),
  objectId: z.string(),
  noun: z.string(),
  device: z.string(),
  kind: port.fields.kind,
  name: z.string(),
  /** How it is called in a sentence: `port 4`, `outlet 5`, `port xe-0/0/3`. */
  text: z.string(),
});

export type PortEnd = z.output<typeof portEnd>;

export const portRow = z.object({
  ...port.fields,
  id: z.string(),
  cable: z
    .object({
      id: z.string(),
      type: z.string().nullable(),
      colour: z.string().nullable(),
      lengthMm: z.int().nullable(),
      label: z.string().nullable(),
      status: z.string(),
    })
    .nullable(),
  /** The other end of its cable. */
  peer: portEnd.nullable(),
  /** The port behind it inside the device. */
  inner: z.string().nullable(),
  /** A VLAN or a connector that does not match the other end. */
  warnings: z.array(z.string()),
});

export type PortRow = z.output<typeof portRow>;

export const portContract = {
  /** Every port of a device, rack or site with what is plugged in, by kind and number. */
  ofObject: query.input(z.strictObject({ ref: rowReference })).output(z.array(portRow)),
  /**
   * Makes the ports that the device type declares and the device does not have yet; for a rack, one per power feed.
   * Ports that are there stay as they are. Refuses when the device has no type.
   */
  instantiate: command
    .input(z.strictObject({ refs: z.array(rowReference).min(1).max(10_000) }))
    .output(writeReceipt.extend({ created: z.int(), present: z.int() })),
};
