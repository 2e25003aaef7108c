import { findNoun } from '../../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { findRecord, statementOf } from '../../db/statements.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { placementRecord } from '../placement/service.ts';
import { rackAround } from './expected-repository.ts';

/** A device as it is recorded now. */
export interface RecordNow {
  readonly id: string;
  readonly noun: 'compute' | 'equipment';
  readonly definition: NounDefinition;
  readonly record: StoredRecord;
  readonly placement: StoredRecord | undefined;
  /** The rack it is in, itself or through its chassis. */
  readonly rackId: string | null;
  readonly positionHalfU: number | null;
  readonly heightHalfU: number;
  readonly bay: string | null;
  readonly parentId: string | null;
  readonly serial: string | null;
}

/** Undefined: the record is gone. */
export function recordNow(database: ReadDatabase, id: string): RecordNow | undefined {
  const object = statementOf(database, 'SELECT noun FROM object WHERE id = ?').get(id) as { noun: string } | undefined;
  const definition = findNoun(object?.noun ?? '');
  if (!definition || (definition.noun !== 'compute' && definition.noun !== 'equipment')) return undefined;
  const record = findRecord(database, definition, id);
  if (!record) return undefined;
  const placement = placementRecord(database, id);
  return {
    id,
    noun: definition.noun,
    definition,
    record,
    placement,
    rackId: rackAround(database, id),
    positionHalfU: (placement?.['positionHalfU'] as number | null | undefined) ?? null,
    heightHalfU: (placement?.['heightHalfU'] as number | null | undefined) ?? 0,
    bay: (placement?.['bay'] as string | null | undefined) ?? null,
    parentId: (placement?.['parentId'] as string | null | undefined) ?? null,
    serial: (record['serial'] as string | null | undefined) ?? null,
  };
}
