import type { ZoneToken } from './zone-file-lexer.ts';

/**
 * One part of a record's value. `texts`, `names`, `rest` and `someRest` take all that follows; `rest` and `names` may be
 * nothing. `word` and the rests are kept as they stand.
 */
export type ValuePart =
  | 'ipv4'
  | 'ipv6'
  | 'u8'
  | 'u16'
  | 'u32'
  | 'time'
  | 'name'
  | 'names'
  | 'text'
  | 'texts'
  | 'word'
  | 'rest'
  | 'someRest';

export interface ValueLayout {
  readonly parts: readonly ValuePart[];
  /** What may be written, for refusals. */
  readonly form: string;
}

const ONE_NAME: ValueLayout = { parts: ['name'], form: 'a host name such as web.example.com' };
const NUMBER_AND_NAME: ValueLayout = {
  parts: ['u16', 'name'],
  form: 'a preference and a host name, such as 10 mail.example.com',
};
const TEXTS: ValueLayout = { parts: ['texts'], form: 'text, such as "v=spf1 -all"' };
const TWO_NAMES: ValueLayout = { parts: ['name', 'name'], form: 'two names' };
const SIGNATURE: ValueLayout = {
  parts: ['word', 'u8', 'u8', 'word', 'word', 'word', 'u16', 'name', 'someRest'],
  form: 'a signature: type, algorithm, labels, TTL, two times, key tag, signer, data',
};
const BINDING: ValueLayout = {
  parts: ['u16', 'name', 'rest'],
  form: 'a priority, a target and parameters, such as 1 . alpn=h2',
};

const LAYOUTS: Readonly<Record<string, ValueLayout>> = {
  A: { parts: ['ipv4'], form: 'an IPv4 address such as 192.0.2.10' },
  AAAA: { parts: ['ipv6'], form: 'an IPv6 address such as 2001:db8::10' },
  ...Object.fromEntries(
    ['CNAME', 'NS', 'PTR', 'DNAME', 'MB', 'MD', 'MF', 'MG', 'MR', 'NSAP-PTR'].map((type) => [type, ONE_NAME]),
  ),
  ...Object.fromEntries(['MX', 'KX', 'RT', 'AFSDB', 'LP'].map((type) => [type, NUMBER_AND_NAME])),
  ...Object.fromEntries(['TXT', 'SPF', 'AVC', 'ISDN', 'RESINFO', 'WALLET'].map((type) => [type, TEXTS])),
  ...Object.fromEntries(['RP', 'TALINK', 'MINFO'].map((type) => [type, TWO_NAMES])),
  SRV: {
    parts: ['u16', 'u16', 'u16', 'name'],
    form: 'priority, weight, port and host name, such as 10 20 443 web.example.com',
  },
  SOA: {
    parts: ['name', 'name', 'u32', 'time', 'time', 'time', 'time'],
    form: 'name server, mailbox, serial, refresh, retry, expire and minimum',
  },
  CAA: { parts: ['u8', 'word', 'text'], form: 'flags, tag and value, such as 0 issue "ca.example.net"' },
  HINFO: { parts: ['text', 'text'], form: 'CPU and operating system, such as "PC" "Linux"' },
  X25: { parts: ['text'], form: 'an X.25 address' },
  GPOS: { parts: ['text', 'text', 'text'], form: 'longitude, latitude and altitude' },
  NAPTR: {
    parts: ['u16', 'u16', 'text', 'text', 'text', 'name'],
    form: 'order, preference, flags, services, expression and replacement',
  },
  URI: { parts: ['u16', 'u16', 'text'], form: 'priority, weight and address, such as 10 1 "https://example.com/"' },
  PX: { parts: ['u16', 'name', 'name'], form: 'a preference and two names' },
  NSEC: { parts: ['name', 'rest'], form: 'the next name and the types present' },
  RRSIG: SIGNATURE,
  SIG: SIGNATURE,
  SVCB: BINDING,
  HTTPS: BINDING,
  DSYNC: { parts: ['word', 'word', 'u16', 'name'], form: 'type, scheme, port and target' },
  HIP: { parts: ['u8', 'word', 'word', 'names'], form: 'algorithm, host identity tag, key and rendezvous servers' },
};

/** Types whose fourth part is a name only where the one before it, the gateway's type, is 3. */
const WITH_GATEWAY: Readonly<Record<string, { readonly typeAt: number; readonly rest: readonly ValuePart[] }>> = {
  IPSECKEY: { typeAt: 1, rest: ['rest'] },
  AMTRELAY: { typeAt: 2, rest: [] },
};

/** How the value of a type is built; types without an entry are kept as they stand. */
export function layoutOf(type: string, tokens: readonly ZoneToken[]): ValueLayout {
  const gateway = WITH_GATEWAY[type];
  if (gateway) {
    const named = tokens[gateway.typeAt]?.raw === '3';
    const parts: ValuePart[] = ['u8', 'u8', 'u8', named ? 'name' : 'word', ...gateway.rest];
    return { parts, form: 'numbers and a gateway' };
  }
  return LAYOUTS[type] ?? { parts: ['someRest'], form: `the data of a ${type} record` };
}
