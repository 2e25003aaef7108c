import type { Damage } from '../../../shared/contract/damage.ts';
import { nameOf, type NounDefinition } from '../../../shared/domain/noun.ts';

/** A row that is not what its history says, as a sentence that names it. */
export function rowDamage(
  definition: NounDefinition,
  id: string,
  record: Readonly<Record<string, unknown>> | null,
  what: string,
): Damage {
  const name = record ? nameOf(definition, record) : null;
  const { noun, table, label } = definition;
  return { part: 'row', table, noun, id, name, message: `${label} ${name === null ? id : `"${name}"`} ${what}.` };
}

export function unreadable(definition: NounDefinition, error: unknown): Damage {
  return {
    part: 'row',
    table: definition.table,
    noun: definition.noun,
    id: null,
    name: null,
    message: `Some ${definition.plural.toLowerCase()} cannot be read${because(error)}.`,
  };
}

export function historyDamage(message: string, noun: string | null = null, id: string | null = null): Damage {
  return { part: 'history', table: 'change', noun, id, name: null, message };
}

export function tableDamage(part: 'index' | 'derived' | 'file', table: string, message: string): Damage {
  return { part, table, noun: null, id: null, name: null, message };
}

/** SQLite's code of a damaged page says more than nothing, and holds no data. */
export function because(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? ` (${error.code})` : '';
}
