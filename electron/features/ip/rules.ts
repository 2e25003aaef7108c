import { fail, failFields } from '../../../shared/contract/failure.ts';
import { ipSortKey, parseIp } from '../../../shared/domain/ip.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { cidrHolds, keyRange, readBlock, typeOfAddress } from '../../../shared/rules/ip-math.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import type { WriteContext } from '../../db/write-context.ts';
import type { NounRule } from '../../session/noun-rules.ts';
import { followAddress } from '../dns/service.ts';
import { holdersOf, primaryOf } from './repository.ts';

const ADDRESS = definitionOf('ipAddress');
const ASSIGNMENT = definitionOf('ipAssignment');

/** Keys follow the network; a gateway is an address of it. */
export const prefixRule: NounRule = {
  beforeWrite: (_context, _before, after) => {
    const cidr = String(after['cidr']);
    const { firstKey, lastKey } = keyRange(readBlock(cidr));
    after['firstKey'] = firstKey;
    after['lastKey'] = lastKey;
    const { gateway } = after;
    if (typeof gateway !== 'string' || cidrHolds(cidr, gateway)) return;
    const message = `Gateway ${gateway} is not in ${cidr}.`;
    failFields([{ path: 'gateway', message, value: gateway, allowed: `an address in ${cidr}` }]);
  },
};

/** What is empty is filled from the address; the state tells the truth; only a shared address has several computes. */
export const ipAddressRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const address = String(after['address']);
    const ip = parseIp(address);
    if (ip) after['sortKey'] = ipSortKey(ip);
    after['type'] ??= typeOfAddress(address);
    const { cidr } = after;
    if (typeof cidr === 'string' && !cidrHolds(cidr, address)) {
      const message = `Address ${address} is not in its CIDR ${cidr}.`;
      failFields([{ path: 'cidr', message, value: cidr, allowed: `a network that holds ${address}` }]);
    }
    keepState(context, before, after);
    if (before && before['address'] !== address) followAddress(context, after.id, String(before['address']), address);
  },
};

function keepState(context: WriteContext, before: StoredRecord | null, after: StoredRecord): void {
  const holders = before ? holdersOf(context.database, after.id) : [];
  const [first] = holders;
  const address = String(after['address']);
  if (first && after['state'] !== 'assigned') {
    const message = `${address} is assigned to ${first.compute}; take it back before it becomes ${String(after['state'])}.`;
    fail('E_IN_USE', message, { fields: [{ path: 'state', message, value: after['state'], allowed: 'assigned' }] });
  }
  if (!first && after['state'] === 'assigned') {
    // A file of addresses may come before the file of who has them.
    if (!before) after['state'] = 'available';
    else {
      const message = `${address} becomes assigned when a compute gets it; nobody has it.`;
      const allowed = 'available, reserved';
      fail('E_INCOHERENT', message, { fields: [{ path: 'state', message, value: 'assigned', allowed }] });
    }
  }
  if (after['shared'] === true || holders.length < 2) return;
  const names = holders.map(({ compute }) => compute).join(', ');
  const message = `${address} belongs to ${names}; it can be unshared once it belongs to one of them.`;
  fail('E_IN_USE', message, { fields: [{ path: 'shared', message, value: false }] });
}

/** An address belongs to one compute unless it is shared; a new primary address takes the place of the old one. */
export const ipAssignmentRule: NounRule = {
  beforeWrite: (context, before, after) => {
    const [addressId, computeId] = [String(after['ipAddressId']), String(after['computeId'])];
    const address = context.find(ADDRESS, addressId);
    if (!address) return fail('E_NOT_FOUND', 'The IP address of the assignment is not there.');
    const other = holdersOf(context.database, addressId).find(
      (holder) => holder.assignmentId !== after.id && holder.computeId !== computeId,
    );
    if (other && address['shared'] !== true) {
      const message = `${String(address['address'])} belongs to ${other.compute}; only a shared address (anycast, VIP) may belong to several computes.`;
      fail('E_IN_USE', message, {
        fields: [{ path: 'ipAddressId', message, value: address['address'], allowed: 'an address that is free' }],
        details: { computeId: other.computeId, assignmentId: other.assignmentId },
      });
    }
    if (before && before['ipAddressId'] !== addressId) free(context, before);
    if (address['state'] !== 'assigned') context.update(ADDRESS, address, { state: 'assigned' });
    if (after['isPrimary'] === true) replacePrimary(context, computeId, after.id);
  },
  beforeRemove: (context, record) => free(context, record),
};

function replacePrimary(context: WriteContext, computeId: string, assignmentId: string): void {
  const present = primaryOf(context.database, computeId);
  if (present === undefined || present === assignmentId) return;
  const row = context.find(ASSIGNMENT, present);
  if (row) context.update(ASSIGNMENT, row, { isPrimary: false });
}

/** The address is available again, unless another compute shares it. */
function free(context: WriteContext, assignment: StoredRecord): void {
  const addressId = String(assignment['ipAddressId']);
  if (holdersOf(context.database, addressId).some((holder) => holder.assignmentId !== assignment.id)) return;
  const address = context.find(ADDRESS, addressId);
  if (address && address['state'] === 'assigned') context.update(ADDRESS, address, { state: 'available' });
}
