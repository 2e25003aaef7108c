import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail } from '../../../shared/contract/failure.ts';
import type { ImportEvent, ImportReport } from '../../../shared/contract/import.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { Session } from '../../session/session.ts';
import { walkFiles } from './file-walk.ts';
import { pictureRow, recordRow, type ImportRow, type Outcome } from './import-rows.ts';
import { collectNetBox, type NetBoxCollection } from './netbox-collect.ts';
import { collectPictures, typesBySlug } from './picture-collect.ts';

export { requireTextFile } from './file-text.ts';

export interface ImportRequest {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly accept: 'all' | 'good';
}

const ROWS_PER_TURN = 200;

/** Imports NetBox device types, module types and pictures of device types as one group, or says what an import would do. */
export async function importDeviceTypes(
  session: Session,
  request: ImportRequest,
  emit: (event: ImportEvent) => void,
  signal: AbortSignal,
): Promise<ImportEvent> {
  const { rows, ...rest } = await readAll(session.read, request.paths, emit, signal);
  if (request.dryRun || (request.accept === 'all' && rest.refused.length > 0)) {
    const byNoun = await inTurns(rows, signal, (row) => row.outcome(session.read));
    return { kind: 'report', report: { byNoun, ...rest, groupId: null } };
  }
  const { result, receipt } = await session.write({ kind: 'import', label: labelOf(rows) }, (write) =>
    inTurns(
      rows,
      signal,
      (row) => row.write(write, session.rules),
      (done) => emit({ kind: 'progress', phase: 'writing', done, total: rows.length }),
    ),
  );
  return { kind: 'report', report: { byNoun: result, ...rest, groupId: receipt.groupId } };
}

type ReadAll = Omit<ImportReport, 'byNoun' | 'groupId'> & { readonly rows: readonly ImportRow[] };

async function readAll(
  database: ReadDatabase,
  paths: readonly string[],
  emit: (event: ImportEvent) => void,
  signal: AbortSignal,
): Promise<ReadAll> {
  const walk = await walkFiles(paths, { signal });
  const total = walk.files.length + walk.pictures.length;
  const onProgress = (done: number) => {
    if (done % 50 === 0 || done === total) emit({ kind: 'progress', phase: 'reading', done, total });
  };
  const collected = await collectNetBox(walk.files, { signal, onProgress });
  const pictured = await collectPictures(walk.pictures, typesBySlug(database, collected), {
    signal,
    onProgress: (done) => onProgress(walk.files.length + done),
  });
  const repeated = [...collected.repeated, ...pictured.repeated];
  return {
    rows: [...rowsOf(collected), ...pictured.pictures.map(pictureRow)],
    refused: [...walk.refused, ...collected.refused, ...pictured.refused],
    ignored: walk.ignored + collected.ignored,
    repeated: repeated.map((entry) => ({ ...entry, files: [...entry.files] })),
  };
}

function labelOf(rows: readonly ImportRow[]): string {
  const count = (wanted: string) => rows.filter(({ noun }) => noun === wanted).length;
  const pictures = count('picture');
  const label = `Import ${count('deviceType')} device types and ${count('component')} module types`;
  return pictures === 0 ? label : `${label}, with ${pictures === 1 ? '1 picture' : `${pictures} pictures`}`;
}

function rowsOf(collected: NetBoxCollection): ImportRow[] {
  const deviceType = definitionOf('deviceType');
  const component = definitionOf('component');
  return [
    ...[...collected.deviceTypes.values()].map(({ draft }) => recordRow(deviceType, draft)),
    ...[...collected.components.values()].map(({ draft }) => recordRow(component, draft)),
  ];
}

/** Handles rows in short turns, so that a cancel is heard and other queries are answered between them. */
async function inTurns(
  rows: readonly ImportRow[],
  signal: AbortSignal,
  handle: (row: ImportRow) => Outcome | Promise<Outcome>,
  onProgress?: (done: number) => void,
): Promise<ImportReport['byNoun']> {
  const byNoun: ImportReport['byNoun'] = {
    deviceType: { created: 0, updated: 0, unchanged: 0 },
    component: { created: 0, updated: 0, unchanged: 0 },
  };
  for (const [index, row] of rows.entries()) {
    const counts = (byNoun[row.noun] ??= { created: 0, updated: 0, unchanged: 0 });
    counts[await handle(row)] += 1;
    if ((index + 1) % ROWS_PER_TURN !== 0 && index + 1 !== rows.length) continue;
    onProgress?.(index + 1);
    await nextTurn();
    if (signal.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
  }
  return byNoun;
}
