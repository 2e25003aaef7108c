import { setImmediate as nextTurn } from 'node:timers/promises';
import { fail } from '../../../shared/contract/failure.ts';
import type { ImportEvent, ImportReport } from '../../../shared/contract/import.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { Session } from '../../session/session.ts';
import { findByNaturalKey } from '../object/reference-repository.ts';
import { validDraft } from '../object/validation.ts';
import { walkFiles } from './file-walk.ts';
import { collectNetBox, type NetBoxCollection } from './netbox-collect.ts';

export interface ImportRequest {
  readonly paths: readonly string[];
  readonly dryRun: boolean;
  readonly accept: 'all' | 'good';
}

type Counts = ImportReport['byNoun'][string];

const ROWS_PER_TURN = 200;

/** Imports NetBox device types and module types as one group, or says what an import would do. */
export async function importDeviceTypes(
  session: Session,
  request: ImportRequest,
  emit: (event: ImportEvent) => void,
  signal: AbortSignal,
): Promise<ImportEvent> {
  const walk = await walkFiles(request.paths, { signal });
  const total = walk.files.length;
  const onProgress = (done: number) => {
    if (done % 50 === 0 || done === total) emit({ kind: 'progress', phase: 'reading', done, total });
  };
  const collected = await collectNetBox(walk.files, { signal, onProgress });
  const refused = [...walk.refused, ...collected.refused];
  const rest = {
    refused,
    ignored: walk.ignored + collected.ignored,
    repeated: collected.repeated.map((entry) => ({ ...entry, files: [...entry.files] })),
  };
  const rows = rowsOf(collected);
  if (request.dryRun || (request.accept === 'all' && refused.length > 0)) {
    const byNoun = await inTurns(rows, signal, (row) => outcomeOf(session.read, row));
    return { kind: 'report', report: { byNoun, ...rest, groupId: null } };
  }
  const label = `Import ${collected.deviceTypes.size} device types and ${collected.components.size} module types`;
  const { result, receipt } = await session.write({ kind: 'import', label }, (write) =>
    inTurns(
      rows,
      signal,
      (row) => writeRow(write, row),
      (done) => emit({ kind: 'progress', phase: 'writing', done, total: rows.length }),
    ),
  );
  return { kind: 'report', report: { byNoun: result, ...rest, groupId: receipt.groupId } };
}

interface ImportRow {
  readonly definition: NounDefinition;
  readonly draft: object;
}

function rowsOf(collected: NetBoxCollection): ImportRow[] {
  const deviceType = definitionOf('deviceType');
  const component = definitionOf('component');
  return [
    ...[...collected.deviceTypes.values()].map(({ draft }) => ({ definition: deviceType, draft })),
    ...[...collected.components.values()].map(({ draft }) => ({ definition: component, draft })),
  ];
}

/** Handles rows in short turns, so that a cancel is heard and other queries are answered between them. */
async function inTurns(
  rows: readonly ImportRow[],
  signal: AbortSignal,
  handle: (row: ImportRow) => keyof Counts,
  onProgress?: (done: number) => void,
): Promise<ImportReport['byNoun']> {
  const byNoun: ImportReport['byNoun'] = {
    deviceType: { created: 0, updated: 0, unchanged: 0 },
    component: { created: 0, updated: 0, unchanged: 0 },
  };
  for (const [index, row] of rows.entries()) {
    const counts = byNoun[row.definition.noun];
    if (counts) counts[handle(row)] += 1;
    if ((index + 1) % ROWS_PER_TURN !== 0 && index + 1 !== rows.length) continue;
    onProgress?.(index + 1);
    await nextTurn();
    if (signal.aborted) fail('E_CANCELLED', 'The import was cancelled; nothing was written.');
  }
  return byNoun;
}

/** The valid fields that the file gives; what it is silent about is left as it is. */
function patchOf({ definition, draft }: ImportRow): Record<string, unknown> {
  const record = validDraft(definition, draft);
  return Object.fromEntries(Object.keys(draft).map((key) => [key, record[key]]));
}

function presentRow(database: ReadDatabase, row: ImportRow, patch: Record<string, unknown>): StoredRecord | undefined {
  const id = findByNaturalKey(database, row.definition, patch);
  return id === null ? undefined : findRecord(database, row.definition, id);
}

function outcomeOf(database: ReadDatabase, row: ImportRow): keyof Counts {
  const patch = patchOf(row);
  const present = presentRow(database, row, patch);
  if (!present) return 'created';
  const same = Object.keys(patch).every(
    (key) => JSON.stringify(patch[key] ?? null) === JSON.stringify(present[key] ?? null),
  );
  return same ? 'unchanged' : 'updated';
}

function writeRow(context: WriteContext, row: ImportRow): keyof Counts {
  const patch = patchOf(row);
  const present = presentRow(context.database, row, patch);
  if (present) return context.update(row.definition, present, patch).length > 0 ? 'updated' : 'unchanged';
  const record = { ...validDraft(row.definition, row.draft), id: newId() } as StoredRecord;
  context.insert(row.definition, record);
  return 'created';
}
