import { closeSync, copyFileSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { FailureError } from '../../shared/contract/failure.ts';
import { NOUN_LIST, type NounName } from '../../shared/domain/nouns.ts';
import { openReader, type ReadDatabase } from '../db/connection.ts';
import { scrubbed } from '../db/scrub/scrub.ts';
import { openWorkspace } from '../db/workspace.ts';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import { plant } from './plant.ts';
import type { TemporaryWorkspace } from './temporary-workspace.ts';

/** Rows of every noun, edits, a removal, an undo and a redo: something on every kind of page. */
export async function fillEveryTable({ client, session }: TemporaryWorkspace): Promise<void> {
  session.workspace.writer?.pragma('synchronous = OFF');
  for (const { noun } of NOUN_LIST) if (noun !== 'setting') await plant(client, noun as NounName);
  for (let number = 0; number < 12; number += 1)
    await client.compute.create({
      record: { name: `web-${number}`, serial: `SN${number}`, notes: `Stands in the ${number}th row, near the door.` },
      tags: { role: 'web', number: String(number) },
    });
  await client.compute.bulkUpdate({ refs: ['web-1', 'web-2', 'web-3'], patch: { state: 'maintenance' } });
  await client.compute.remove({ refs: ['web-4'] });
  await client.history.undo();
  await client.history.redo();
  await session.settled();
}

/** Every row of every table, the change log included. */
export function wholeDump(database: ReadDatabase): string {
  const tables = database
    .prepare<[], string>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'search_text*' ORDER BY name",
    )
    .pluck()
    .all();
  return JSON.stringify(tables.map((table) => [table, database.prepare(`SELECT * FROM ${table} ORDER BY 1`).all()]));
}

export function dumpOfFile(file: string): string {
  const reader = openReader(file);
  try {
    return wholeDump(reader);
  } finally {
    reader.close();
  }
}

/** What became of one flipped bit: told at open, told by the scrub, or nothing anybody can read is different. */
export type FlipOutcome = 'refused' | 'told at open' | 'told by the scrub' | 'harmless' | 'MISSED';

const FLIPPED = 'Flipped.rackwright';

/** Flips one bit of a copy of `file` in `folder` and opens the copy. */
export function flipOutcome(
  file: string,
  folder: string,
  place: { byte: number; bit: number },
  good: string,
): FlipOutcome {
  const copy = join(folder, FLIPPED);
  copyFileSync(file, copy);
  flipBit(copy, place);
  try {
    const workspace = openWorkspace(copy, { backupFolder: join(folder, 'backups'), write: false });
    try {
      if (workspace.mode === 'corrupt') return 'told at open';
      if (scrubbed(workspace.reader, WORKSPACE_CHECKS).damageCount > 0) return 'told by the scrub';
      return wholeDump(workspace.reader) === good ? 'harmless' : 'MISSED';
    } finally {
      workspace.close();
    }
  } catch (error) {
    if (error instanceof FailureError) return 'refused';
    throw error;
  }
}

/** Says where the flipped copy in `folder` first reads otherwise than `good`. */
export function missedAt(folder: string, { byte, bit }: { byte: number; bit: number }, good: string): string {
  const bad = dumpOfFile(join(folder, FLIPPED));
  let at = 0;
  while (at < good.length && good[at] === bad[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 200), at + 60);
  return `Bit ${bit} of byte ${byte} was missed: ${around(good)} became ${around(bad)}`;
}

function flipBit(file: string, { byte, bit }: { byte: number; bit: number }): void {
  const bytes = readFileSync(file);
  const descriptor = openSync(file, 'r+');
  try {
    writeSync(descriptor, Buffer.from([(bytes[byte] ?? 0) ^ (1 << bit)]), 0, 1, byte);
  } finally {
    closeSync(descriptor);
  }
}

/** A row may hold zeros; so far from anything else there is only empty room. */
const NEAR_BYTES = 16;

/** The places of bytes that hold something, zeros among them: most of a small workspace is empty pages, where a flip changes nothing. */
export function usedBytes(file: string): number[] {
  const used: number[] = [];
  let usedUpTo = 0;
  readFileSync(file).forEach((value, place) => {
    if (value === 0) return;
    for (let near = Math.max(usedUpTo, place - NEAR_BYTES); near <= place; near += 1) used.push(near);
    usedUpTo = place + 1;
  });
  return used;
}
