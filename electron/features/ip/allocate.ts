import { fail } from '../../../shared/contract/failure.ts';
import { canonicalAddress } from '../../../shared/domain/ip.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { cidrHolds } from '../../../shared/rules/ip-math.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { noteInJournal } from '../journal/service.ts';
import { resolveReference } from '../object/reference-repository.ts';
import { createRow, removeRows, updateRow } from '../object/service.ts';
import { addressIn, holdersOf, type PrefixRow } from './repository.ts';
import { hasPrefixAround, nextFree, onlyPrefixAround, proposal, requirePrefix } from './service.ts';

const PREFIX = definitionOf('prefix');
const ADDRESS = definitionOf('ipAddress');
const ASSIGNMENT = definitionOf('ipAssignment');

export interface AllocateRequest {
  readonly prefix?: string | undefined;
  readonly address?: string | undefined;
  readonly count: number;
  readonly compute?: string | undefined;
  readonly interfaceName: string | null;
  readonly isPrimary: boolean;
  readonly alone: boolean;
}

/** Where addresses are recorded: in a prefix, or alone in the default VRF. */
type Place = Pick<PrefixRow, 'id' | 'cidr' | 'vrfId'> | null;

interface Given {
  readonly id: string;
  readonly address: string;
}

/** Gives out addresses of a prefix: to a compute, or as reserved. Refuses with E_RANGE_FULL before anything is written. */
export function allocate(context: WriteContext, rules: NounRules, request: AllocateRequest): Given[] {
  const { database } = context;
  const computeId =
    request.compute === undefined ? null : resolveReference(database, 'compute', request.compute, 'compute');
  const { prefix, addresses } = wanted(context, request);
  const given = addresses.map((address) => record(context, rules, prefix, address, computeId === null));
  if (computeId !== null)
    for (const [index, { id }] of given.entries())
      createRow(context, rules, ASSIGNMENT, {
        computeId,
        ipAddressId: id,
        interfaceName: request.interfaceName,
        isPrimary: request.isPrimary && index === 0,
      });
  if (computeId !== null)
    noteInJournal(context, {
      objectId: computeId,
      category: 'network',
      content: `Given ${addresses.join(', ')}${prefix ? ` of ${prefix.cidr}` : ''}.`,
    });
  const last = addresses.at(-1);
  if (request.address === undefined && prefix && last !== undefined)
    updateRow(context, rules, PREFIX, prefix.id, { lastGiven: last });
  return given;
}

function wanted(context: WriteContext, request: AllocateRequest): { prefix: Place; addresses: string[] } {
  const { database } = context;
  if (request.address !== undefined) {
    const address = canonicalAddress(request.address) ?? request.address;
    const prefix = placeOf(context, address, request);
    refuseTaken(context, prefix, address);
    return { prefix, addresses: [address] };
  }
  if (request.prefix === undefined)
    return fail('E_REQUIRED', 'Name the prefix to give an address out of, or the address.');
  const prefix = requirePrefix(database, request.prefix);
  const addresses = nextFree(database, prefix, request.count);
  if (addresses.length < request.count) {
    const left = addresses.length === 0 ? '' : `; ${addresses.length} of ${request.count} are left`;
    fail('E_RANGE_FULL', `${prefix.cidr} is out of available ips${left}.`, { details: { left: addresses.length } });
  }
  return { prefix, addresses };
}

function placeOf({ database }: WriteContext, address: string, { prefix, alone }: AllocateRequest): Place {
  if (prefix !== undefined) return requireInside(requirePrefix(database, prefix), address);
  return alone && !hasPrefixAround(database, address) ? null : onlyPrefixAround(database, address);
}

function requireInside(prefix: PrefixRow, address: string): PrefixRow {
  if (cidrHolds(prefix.cidr, address)) return prefix;
  const message = `Address ${address} is not in ${prefix.cidr}.`;
  const allowed = `an address in ${prefix.cidr}`;
  return fail('E_FORMAT', message, { fields: [{ path: 'address', message, value: address, allowed }] });
}

function refuseTaken(context: WriteContext, prefix: Place, address: string): void {
  const row = addressIn(context.database, prefix?.vrfId ?? null, address);
  if (!row || row.state === 'available') return;
  const [holder] = holdersOf(context.database, row.id);
  const message = `${address} is ${holder ? `assigned to ${holder.compute}` : row.state}.`;
  fail('E_IN_USE', message, { fields: [{ path: 'address', message, value: address }] });
}

/** The row of the address: one that was freed before is taken again, a new one has what its prefix says. */
function record(context: WriteContext, rules: NounRules, prefix: Place, address: string, reserve: boolean): Given {
  const vrfId = prefix?.vrfId ?? null;
  const present = addressIn(context.database, vrfId, address);
  const state = reserve ? 'reserved' : 'available';
  if (present) {
    if (reserve) updateRow(context, rules, ADDRESS, present.id, { state });
    return { id: present.id, address };
  }
  const { prefixId: _prefixId, ...fields } = proposal(context.database, address, vrfId);
  const row = createRow(context, rules, ADDRESS, { ...fields, address, vrfId, state });
  return { id: row.id, address };
}

function addressOf(context: WriteContext, id: string): string {
  const address = context.find(ADDRESS, id)?.['address'];
  return typeof address === 'string' ? address : 'an address';
}

/** Takes an address back from a compute, or from all that have it; answers how many had it. A reserved one is available. */
export function release(
  context: WriteContext,
  rules: NounRules,
  addressId: string,
  computeId: string | null,
  forget: boolean,
): number {
  const holders = holdersOf(context.database, addressId).filter(
    (holder) => computeId === null || holder.computeId === computeId,
  );
  if (holders.length > 0)
    removeRows(
      context,
      rules,
      ASSIGNMENT,
      holders.map(({ assignmentId }) => assignmentId),
    );
  for (const { computeId: holder } of holders)
    noteInJournal(context, {
      objectId: holder,
      category: 'network',
      content: `Took back ${addressOf(context, addressId)}.`,
    });
  if (holders.length === 0 && computeId !== null) fail('E_NOT_FOUND', 'That compute does not have this address.');
  if (forget) removeRows(context, rules, ADDRESS, [addressId]);
  else if (holders.length === 0) updateRow(context, rules, ADDRESS, addressId, { state: 'available' });
  return holders.length;
}
