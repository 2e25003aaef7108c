import { inSentence } from '../../../shared/domain/label-text.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord, statementOf } from '../../db/statements.ts';
import { tagsOfOne } from './extras-repository.ts';

/** The newest change of a row, of the tags and custom values it has, and of those it had. */
const VERSION = `
  SELECT max(
    (SELECT ifnull(max(seq), 0) FROM change WHERE object_id = :id),
    (SELECT ifnull(max(change.seq), 0) FROM tag JOIN change ON change.object_id = tag.id WHERE tag.object_id = :id),
    (SELECT ifnull(max(change.seq), 0) FROM custom_value JOIN change ON change.object_id = custom_value.id
     WHERE custom_value.object_id = :id),
    (SELECT ifnull(max(seq), 0) FROM change
     WHERE noun IN ('tag', 'customValue') AND after IS NULL AND json_extract(before, '$.objectId') = :id)
  ) AS version`;

/** The version of what a form shows of a row: a number of the change log, which no undo ever gives out twice. */
export function versionOf(database: ReadDatabase, id: string): number {
  const row = statementOf(database, VERSION).get({ id }) as { version: number };
  return row.version;
}

export interface VersionedEdit {
  readonly version: number;
  readonly patch: unknown;
  readonly tags?: Record<string, string> | undefined;
}

interface Conflict {
  readonly key: string;
  readonly label: string;
  readonly yours: unknown;
  readonly theirs: unknown;
}

/** Refuses a change based on an older version with E_CONFLICT, naming for each field both values. */
export function refuseStale(database: ReadDatabase, definition: NounDefinition, id: string, edit: VersionedEdit): void {
  const present = versionOf(database, id);
  if (present === edit.version) return;
  const record = findRecord(database, definition, id);
  if (!record) return;
  const changedSince = changedFields(database, id, edit.version);
  const wanted = typeof edit.patch === 'object' && edit.patch !== null ? (edit.patch as Record<string, unknown>) : {};
  const conflicts: Conflict[] = definition.fieldList
    .filter((field) => changedSince.has(field.key) && field.key in wanted)
    .map(({ key, meta }) => ({ key, label: meta.label, yours: wanted[key], theirs: record[key] }));
  if (edit.tags)
    conflicts.push({
      key: 'tags',
      label: definitionOf('tag').plural,
      yours: edit.tags,
      theirs: tagsOfOne(database, id),
    });
  const differing = conflicts.filter(({ yours, theirs }) => JSON.stringify(yours) !== JSON.stringify(theirs));
  const names = differing.map((conflict) => conflict.label).join(', ');
  const tail = names ? `: ${names}` : ', in other fields than yours';
  const message = `This ${inSentence(definition.label)} was changed since you opened it${tail}. Look at both values and save again.`;
  fail('E_CONFLICT', message, { details: { version: present, conflicts: differing, record } });
}

function changedFields(database: ReadDatabase, id: string, version: number): Set<string> {
  const entries = database
    .prepare<[string, number], string>('SELECT after FROM change WHERE object_id = ? AND seq > ? AND after IS NOT NULL')
    .pluck()
    .all(id, version);
  return new Set(entries.flatMap((text) => Object.keys(JSON.parse(text) as object)));
}
