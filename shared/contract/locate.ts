import { z } from 'zod';
import { query } from './base.ts';
import { rowReference } from './noun.ts';

const step = z.object({ noun: z.string(), id: z.string(), name: z.string() });

export const located = z.object({
  id: z.string(),
  noun: z.string(),
  name: z.string(),
  /** What of it matched the text. */
  by: z.enum(['name', 'serial', 'asset tag', 'MAC address', 'IP address']),
  /** `server1 -> connected to port 4 on switch2a`, `server1 -> connected to RU13 in rack101`: cables first, then places. */
  lines: z.array(z.string()),
  /** Site, room, row, rack and chassis, outermost first. */
  path: z.array(step),
  /** The same in one line: `fra1 / Hall 1 / Row A / rack101 / U13`; empty: it is nowhere. */
  place: z.string(),
});

export type Located = z.output<typeof located>;

const outlet = z.object({
  /** Its own inlet. */
  port: z.string(),
  /** `outlet 5 on pdu-a` */
  text: z.string(),
  pduId: z.string(),
  pdu: z.string(),
  outletId: z.string(),
  outlet: z.string(),
  /** `feed A, breaker 12 of panel P1`; null: the PDU's inlet is not on a recorded feed. */
  feed: z.string().nullable(),
  place: z.string(),
});

const consolePath = z.object({
  port: z.string(),
  /** `port 7 on console1` */
  text: z.string(),
  serverId: z.string(),
  server: z.string(),
  serverPort: z.string(),
  /** What is written on the console server's port: how to reach it. */
  hint: z.string().nullable(),
  place: z.string(),
});

/** What a label or a line of a printed audit says of a device. */
export const labelSchema = z.object({
  id: z.string(),
  noun: z.string(),
  name: z.string(),
  type: z.string(),
  deviceType: z.string().nullable(),
  serial: z.string().nullable(),
  assetTag: z.string().nullable(),
  owner: z.string().nullable(),
  /** `fra1 / Hall 1 / A / rack101 / U13`; empty: it is nowhere. */
  place: z.string(),
  /** For a QR code: opens the device in the program. */
  link: z.string(),
  /** For a bar code: the asset tag, else the serial number, else the name. */
  code: z.string(),
});

export type Label = z.output<typeof labelSchema>;

export const locateContract = {
  /** By name, serial, asset tag, MAC or IP address: exact matches, or where there is none, names that begin so. */
  find: query
    .input(z.strictObject({ text: z.string().trim().min(1).max(200), limit: z.int().min(1).max(100).default(20) }))
    .output(z.object({ found: z.array(located) })),
  console: query
    .input(z.strictObject({ ref: rowReference }))
    .output(z.object({ id: z.string(), name: z.string(), paths: z.array(consolePath) })),
  power: query
    .input(z.strictObject({ ref: rowReference }))
    .output(z.object({ id: z.string(), name: z.string(), outlets: z.array(outlet) })),
  /** Labels of devices, or of everything in racks from the floor up, blades included. */
  labels: query
    .input(
      z.strictObject({
        devices: z.array(rowReference).max(10_000).default([]),
        racks: z.array(rowReference).max(1000).default([]),
      }),
    )
    .output(z.array(labelSchema)),
};
