import { canonicalAddress, canonicalAddressList } from '../../../shared/domain/ip.ts';

/** How an address is chosen: the next of a prefix, one that is typed, or one on record. */
export type GiveBy = 'next' | 'typed' | 'recorded';

export interface GiveDraft {
  readonly by: GiveBy;
  /** Id of the prefix. */
  readonly prefix: string;
  readonly count: string;
  readonly address: string;
  /** Id of an address on record. */
  readonly recorded: string;
  /** Id of the compute; empty: the addresses are reserved. */
  readonly compute: string;
  readonly interfaceName: string;
  readonly isPrimary: boolean;
}

/** What was pointed at to be given out, free or on record; an empty object: nothing in particular. */
export interface Giving {
  readonly address?: string;
  readonly recorded?: { readonly id: string; readonly name: string };
}

export const NOTHING_GIVEN: GiveDraft = {
  by: 'next',
  prefix: '',
  count: '1',
  address: '',
  recorded: '',
  compute: '',
  interfaceName: '',
  isPrimary: false,
};

/** What `network.allocate` takes. */
interface Allocation {
  readonly prefix?: string;
  readonly address?: string;
  readonly count?: number;
  readonly compute?: string;
  readonly interfaceName: string | null;
  readonly isPrimary: boolean;
  readonly alone?: boolean;
}

/** What `ipAssignment.create` takes: an address on record goes to a compute as it is. */
interface Assignment {
  readonly computeId: string;
  readonly ipAddressId: string;
  readonly interfaceName: string | null;
  readonly isPrimary: boolean;
}

export type GiveReading =
  | { readonly ok: true; readonly allocate: Allocation }
  | { readonly ok: true; readonly assign: Assignment }
  /** `message` is null while something is only missing. */
  | { readonly ok: false; readonly message: string | null };

export const GIVEN_AT_MOST = 1000;

const MISSING: GiveReading = { ok: false, message: null };

/** Reads what was chosen and typed. */
export function readGive(draft: GiveDraft): GiveReading {
  const { by, compute, isPrimary } = draft;
  const trimmed = draft.interfaceName.trim();
  const interfaceName = trimmed === '' ? null : trimmed;
  if (by === 'recorded') {
    if (draft.recorded === '' || compute === '') return MISSING;
    return { ok: true, assign: { computeId: compute, ipAddressId: draft.recorded, interfaceName, isPrimary } };
  }
  const to = { ...(compute === '' ? {} : { compute }), interfaceName, isPrimary: isPrimary && compute !== '' };
  const within = draft.prefix === '' ? {} : { prefix: draft.prefix };
  if (by === 'typed') {
    if (draft.address.trim() === '') return MISSING;
    const address = canonicalAddress(draft.address);
    if (address === null) return { ok: false, message: notOneAddress(draft.address) };
    return { ok: true, allocate: { ...within, address, alone: true, ...to } };
  }
  const count = Number(draft.count);
  if (!Number.isInteger(count) || count < 1 || count > GIVEN_AT_MOST)
    return { ok: false, message: `How many must be a whole number from 1 to ${GIVEN_AT_MOST}.` };
  return draft.prefix === '' ? MISSING : { ok: true, allocate: { ...within, count, ...to } };
}

function notOneAddress(text: string): string {
  const several = canonicalAddressList(text) !== null;
  return several
    ? 'One address at a time; several are given out of a prefix.'
    : `"${text.trim()}" is no IPv4 or IPv6 address, such as 192.0.2.10 or 2001:db8::10.`;
}
