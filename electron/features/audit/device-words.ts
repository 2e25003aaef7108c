import { findNoun } from '../../../shared/domain/nouns.ts';
import { findRecord, statementOf } from '../../db/statements.ts';
import { holderNames, placeOf } from '../placement/service.ts';
import type { Walk } from './walk.ts';

export interface DeviceWords {
  readonly id: string;
  readonly noun: 'compute' | 'equipment';
  readonly name: string;
  readonly serial: string | null;
  readonly assetTag: string | null;
  /** `fra1 / Hall 1 / rack101 / U13`; empty: nowhere. */
  readonly place: string;
  readonly expected: boolean;
}

/** What a device is called and where it is recorded: as the audit expects it, else as it is recorded now. */
export function deviceWords({ state, database }: Pick<Walk, 'state' | 'database'>, id: string): DeviceWords | null {
  const expected = state.index.device(id);
  if (expected) {
    const { device, rack } = expected;
    const { noun, name, serial, assetTag, at } = device;
    const place = [rack.path, rack.rackId === null ? '' : rack.name, at].filter((part) => part !== '').join(' / ');
    return { id, noun, name, serial, assetTag, place, expected: true };
  }
  const object = statementOf(database, 'SELECT noun FROM object WHERE id = ?').get(id) as { noun: string } | undefined;
  const definition = findNoun(object?.noun ?? '');
  if (!definition || (definition.noun !== 'compute' && definition.noun !== 'equipment')) return null;
  const record = findRecord(database, definition, id);
  const { path, at } = placeOf(database, id);
  return {
    id,
    noun: definition.noun,
    name: holderNames(database, [id]).get(id) ?? definition.label,
    serial: (record?.['serial'] as string | null | undefined) ?? null,
    assetTag: (record?.['assetTag'] as string | null | undefined) ?? null,
    place: [...path.map(({ name }) => name), ...(at === null ? [] : [at])].join(' / '),
    expected: false,
  };
}
