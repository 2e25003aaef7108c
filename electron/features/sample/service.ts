import { setImmediate as nextTurn } from 'node:timers/promises';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { WriteReceipt } from '../../../shared/contract/noun.ts';
import type { Session } from '../../session/session.ts';
import { insertTags } from '../object/extras-repository.ts';
import { validDraft } from '../object/validation.ts';
import { writeSampleCables } from './cabling.ts';
import { sampleDatacenter } from './sample-datacenter.ts';
import type { GeneratedRow } from './sample-row.ts';

const ROWS_PER_TURN = 2000;

/**
 * Writes generated rows in the order given, through the change log like every other write. The generator answers for the
 * rules over several rows (its tests check them); fields are validated here.
 */
export async function writeSampleRows(context: WriteContext, rows: Iterable<GeneratedRow>): Promise<number> {
  const ids = new Map<string, string>();
  let written = 0;
  for (const row of rows) {
    const definition = definitionOf(row.noun);
    const record = validDraft(definition, row.record) as StoredRecord;
    setReferences(definition, record, ids);
    record.id = newId();
    if (row.key !== undefined) ids.set(row.key, record.id);
    context.insert(definition, record);
    if (row.tags) insertTags(context, record.id, row.tags);
    written += 1;
    if (written % ROWS_PER_TURN === 0) await nextTurn();
  }
  return written;
}

/** Fills an empty workspace with the sample datacenter, as one group. */
export async function addSampleDatacenter(session: Session): Promise<WriteReceipt> {
  const label = 'Add the sample datacenter';
  const { receipt } = await session.write({ kind: 'import', label }, async (write) => {
    await writeSampleRows(write, sampleDatacenter());
    writeSampleCables(write);
  });
  return receipt;
}

/** Keys of the reference fields by noun, found once: there are many rows of few nouns. */
const referenceKeys = new Map<NounDefinition, readonly string[]>();

function referenceKeysOf(definition: NounDefinition): readonly string[] {
  let keys = referenceKeys.get(definition);
  if (!keys) {
    keys = definition.fieldList.filter((field) => field.meta.kind === 'reference').map((field) => field.key);
    referenceKeys.set(definition, keys);
  }
  return keys;
}

/** Puts ids in the place of the keys of rows that were written before. */
function setReferences(definition: NounDefinition, record: StoredRecord, ids: ReadonlyMap<string, string>): void {
  for (const field of referenceKeysOf(definition)) {
    const key = record[field];
    if (typeof key !== 'string') continue;
    const id = ids.get(key);
    if (id === undefined)
      throw new Error(
        `${nameOf(definition, record) ?? definition.noun} refers to "${key}", which was not written before.`,
      );
    record[field] = id;
  }
}
