import type { AuditScope } from '../../../shared/domain/audit-scope.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { FailureError } from '../../../shared/contract/failure.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { idsOf } from '../object/list-repository.ts';
import { namesOf, resolveReference } from '../object/reference-repository.ts';
import { racksToWalk } from '../rack/service.ts';
import { deviceIdsInRacks } from './expected-repository.ts';
import { fleetMatches } from './match-repository.ts';

/** What a scope means now. */
export interface ResolvedScope {
  /** Racks that are walked even when nothing is recorded in them; null: only those that hold a device of the scope. */
  readonly rackIds: readonly string[] | null;
  readonly deviceIds: readonly string[];
  /** Of a pasted list: texts that no device has, and texts that several have. */
  readonly unknown: readonly string[];
  readonly ambiguous: readonly string[];
}

const FOUND_ALL = { unknown: [], ambiguous: [] };

export function resolveScope(database: ReadDatabase, scope: AuditScope): ResolvedScope {
  if (scope.kind === 'list') return resolveList(database, scope.texts);
  if (scope.kind === 'query') return { rackIds: null, deviceIds: queried(database, scope.query), ...FOUND_ALL };
  const rackIds = racksOf(database, scope);
  return { rackIds, deviceIds: deviceIdsInRacks(database, rackIds), ...FOUND_ALL };
}

type PlaceScope = Exclude<AuditScope, { kind: 'list' | 'query' }>;

function racksOf(database: ReadDatabase, scope: PlaceScope): string[] {
  if (scope.kind === 'racks')
    return scope.racks.map((ref, index) => resolveReference(database, 'rack', ref, `scope.racks.${index}`));
  const racks = racksToWalk(database);
  switch (scope.kind) {
    case 'site': {
      const id = resolveReference(database, 'site', scope.site, 'scope.site');
      return racks.filter(({ siteId }) => siteId === id).map((rack) => rack.id);
    }
    case 'room': {
      const id = resolveReference(database, 'room', scope.room, 'scope.room');
      return racks.filter(({ roomId }) => roomId === id).map((rack) => rack.id);
    }
    case 'row': {
      const id = resolveReference(database, 'row', scope.row, 'scope.row');
      return racks.filter(({ rowId }) => rowId === id).map((rack) => rack.id);
    }
  }
}

/** Computes and equipment that an expression admits; one that asks for what only one of them has means that one. */
function queried(database: ReadDatabase, query: string): string[] {
  const refusals: unknown[] = [];
  const ids = (['compute', 'equipment'] as const).flatMap((noun) => {
    try {
      return idsOf(database, definitionOf(noun), query);
    } catch (error) {
      if (!(error instanceof FailureError)) throw error;
      refusals.push(error);
      return [];
    }
  });
  if (refusals.length === 2) throw refusals[0];
  return ids;
}

function resolveList(database: ReadDatabase, texts: readonly string[]): ResolvedScope {
  const deviceIds = new Set<string>();
  const unknown: string[] = [];
  const ambiguous: string[] = [];
  for (const text of texts) {
    const found = fleetMatches(database, text);
    const [only] = found;
    if (only?.deviceId && found.length === 1) deviceIds.add(only.deviceId);
    else (found.length > 1 ? ambiguous : unknown).push(text);
  }
  return { rackIds: null, deviceIds: [...deviceIds], unknown, ambiguous };
}

const LISTED_RACKS = 3;

/** `Room Hall 1`, `Racks A1, A2`, `Query role:db`: what the audit is about in a few words. */
export function scopeText(database: ReadDatabase, scope: AuditScope): string {
  const nameOf = (ref: string) => namesOf(database, [ref])[ref] ?? ref;
  switch (scope.kind) {
    case 'site':
      return `Site ${nameOf(scope.site)}`;
    case 'room':
      return `Room ${nameOf(scope.room)}`;
    case 'row':
      return `Row ${nameOf(scope.row)}`;
    case 'racks': {
      const { racks } = scope;
      const names = racks.slice(0, LISTED_RACKS).map(nameOf).join(', ');
      const more = racks.length > LISTED_RACKS ? ` and ${racks.length - LISTED_RACKS} more` : '';
      return `${racks.length === 1 ? 'Rack' : 'Racks'} ${names}${more}`;
    }
    case 'query':
      return scope.query.trim() === '' ? 'Everything recorded' : `Query ${scope.query.trim()}`;
    case 'list':
      return `A list of ${scope.texts.length}`;
  }
}
