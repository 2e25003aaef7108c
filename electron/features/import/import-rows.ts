import { fail } from '../../../shared/contract/failure.ts';
import type { ImportReport } from '../../../shared/contract/import.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { PICTURE_BYTES } from '../../../shared/domain/picture.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { newId } from '../../db/identifier.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { findByNaturalKey } from '../object/reference-repository.ts';
import { validDraft } from '../object/validation.ts';
import { attachPicture, faceHash } from '../picture/service.ts';
import { readWholeFile } from './file-text.ts';
import type { CollectedPicture } from './picture-collect.ts';

export type Outcome = keyof ImportReport['byNoun'][string];

/** One row of an import: what would become of it, and its writing. */
export interface ImportRow {
  readonly noun: string;
  readonly outcome: (database: ReadDatabase) => Outcome;
  readonly write: (context: WriteContext, rules: NounRules) => Outcome | Promise<Outcome>;
}

interface Draft {
  readonly definition: NounDefinition;
  readonly draft: object;
}

/** A row with the fields that its file gives; what the file is silent about is left as it is. */
export function recordRow(definition: NounDefinition, draft: object): ImportRow {
  const row = { definition, draft };
  return {
    noun: definition.noun,
    outcome: (database) => outcomeOf(database, row),
    write: (context) => writeRow(context, row),
  };
}

/** The front or rear of a device type; its bytes are read when its turn comes. */
export function pictureRow({ path, label, face, type, sha256 }: CollectedPicture): ImportRow {
  const deviceType = definitionOf('deviceType');
  const outcome = (database: ReadDatabase): Outcome => {
    const id = findByNaturalKey(database, deviceType, { ...type });
    const present = id === null ? undefined : faceHash(database, id, face);
    if (present === undefined) return 'created';
    return present === sha256 ? 'unchanged' : 'updated';
  };
  const write = async (context: WriteContext, rules: NounRules): Promise<Outcome> => {
    const becomes = outcome(context.database);
    if (becomes === 'unchanged') return becomes;
    const object = findByNaturalKey(context.database, deviceType, { ...type }) ?? '';
    const read = await readWholeFile(path, PICTURE_BYTES);
    if (!read.ok) return fail('E_FORMAT', `${label}: ${read.reason} Nothing was written.`);
    const base64 = read.bytes.toString('base64');
    attachPicture(context, rules, { object, kind: face, fileName: label, base64, caption: null });
    return becomes;
  };
  return { noun: 'picture', outcome, write };
}

/** The valid fields that the file gives; what it is silent about is left as it is. */
function patchOf({ definition, draft }: Draft): Record<string, unknown> {
  const record = validDraft(definition, draft);
  return Object.fromEntries(Object.keys(draft).map((key) => [key, record[key]]));
}

function presentRow(database: ReadDatabase, row: Draft, patch: Record<string, unknown>): StoredRecord | undefined {
  const id = findByNaturalKey(database, row.definition, patch);
  return id === null ? undefined : findRecord(database, row.definition, id);
}

function outcomeOf(database: ReadDatabase, row: Draft): Outcome {
  const patch = patchOf(row);
  const present = presentRow(database, row, patch);
  if (!present) return 'created';
  const same = Object.keys(patch).every(
    (key) => JSON.stringify(patch[key] ?? null) === JSON.stringify(present[key] ?? null),
  );
  return same ? 'unchanged' : 'updated';
}

function writeRow(context: WriteContext, row: Draft): Outcome {
  const patch = patchOf(row);
  const present = presentRow(context.database, row, patch);
  if (present) return context.update(row.definition, present, patch).length > 0 ? 'updated' : 'unchanged';
  const record = { ...validDraft(row.definition, row.draft), id: newId() } as StoredRecord;
  context.insert(row.definition, record);
  return 'created';
}
