import { FailureError } from '../../../shared/contract/failure.ts';
import type { ResolutionTarget } from '../../../shared/domain/audit-resolution.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { resolveReference } from '../object/reference-repository.ts';

/** What each value of a target that refers to something refers to. */
const REFERS = {
  rack: 'rack',
  chassis: 'machine',
  keeper: 'machine',
  compute: 'compute',
  component: 'component',
  shelf: 'spareShelf',
} as const satisfies Partial<Record<keyof ResolutionTarget, string>>;

/** The same values with ids in place of names; what means nothing, or several things, stays for the command to refuse. */
export function withIds(database: ReadDatabase, target: ResolutionTarget): ResolutionTarget {
  const ids = Object.entries(REFERS).flatMap(([key, noun]) => {
    const reference = target[key as keyof typeof REFERS];
    return reference === undefined ? [] : [[key, idOf(database, noun, reference)] as const];
  });
  return { ...target, ...Object.fromEntries(ids) };
}

function idOf(database: ReadDatabase, noun: string, reference: string): string {
  try {
    return resolveReference(database, noun, reference);
  } catch (error) {
    if (error instanceof FailureError) return reference;
    throw error;
  }
}
