import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createWorkspaceFile } from '../electron/db/create.ts';
import { openSession } from '../electron/engine/compose.ts';
import { writeSampleRows } from '../electron/features/sample/service.ts';
import type { Session } from '../electron/session/session.ts';
import { collectGarbage } from './garbage.ts';
import { generateFleet } from './generator.ts';

export interface FleetWorkspace {
  readonly session: Session;
  readonly file: string;
  readonly importMilliseconds: number;
  close(): Promise<void>;
}

/** A new workspace in a temporary folder, filled with a generated fleet through the change log. */
export async function fleetWorkspace(computes: number): Promise<FleetWorkspace> {
  const folder = mkdtempSync(join(tmpdir(), 'rackwright-bench-'));
  const file = join(folder, 'fleet.rackwright');
  createWorkspaceFile(file);
  const session = openSession(file, { backupFolder: folder, write: true }, 'bench');
  const options = { computes, componentAssignments: 4, serviceAssignments: 3, seed: 1 };
  const rows = generateFleet(options)
    .flatMap((batch) => batch)
    .toArray();
  collectGarbage();
  const start = performance.now();
  await session.write({ kind: 'import', label: 'Bench fleet' }, (write) => writeSampleRows(write, rows));
  const importMilliseconds = performance.now() - start;
  const close = async () => {
    await session.close();
    rmSync(folder, { recursive: true });
  };
  return { session, file, importMilliseconds, close };
}
