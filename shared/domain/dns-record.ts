import { canonicalDnsName, DNS_NAME_FORM } from './dns-name.ts';
import { defaulting, integer, multiline, optional, reference, text, written } from './field.ts';
import { defineNoun, type RowOf } from './noun.ts';

/** The types a person chooses from, most used first. */
export const COMMON_DNS_TYPES = ['A', 'AAAA', 'CNAME', 'PTR', 'MX', 'TXT', 'NS', 'SRV', 'CAA'] as const;

/** Every other type that a zone file may bring and that is kept: IANA's registry of resource record types. */
const KEPT_DNS_TYPES =
  `SOA MD MF MB MG MR NULL WKS HINFO MINFO RP AFSDB X25 ISDN RT NSAP NSAP-PTR SIG KEY PX GPOS LOC NXT EID
  NIMLOC ATMA NAPTR KX CERT A6 DNAME SINK APL DS SSHFP IPSECKEY RRSIG NSEC DNSKEY DHCID NSEC3 NSEC3PARAM TLSA SMIMEA HIP
  NINFO RKEY TALINK CDS CDNSKEY OPENPGPKEY CSYNC ZONEMD SVCB HTTPS DSYNC HHIT BRID SPF NID L32 L64 LP EUI48 EUI64 URI AVC
  DOA AMTRELAY RESINFO WALLET CLA IPN TA DLV`.split(/\s+/);

const KNOWN: ReadonlySet<string> = new Set([...COMMON_DNS_TYPES, ...KEPT_DNS_TYPES]);

/** A type as it is stored: upper case; `TYPE65534` for one without a name (RFC 3597). Null for none. */
export function canonicalDnsType(given: string): string | null {
  const type = given.trim().toUpperCase();
  if (KNOWN.has(type)) return type;
  return /^TYPE\d{1,5}$/.test(type) && Number(type.slice(4)) <= 65_535 ? type : null;
}

/** Name and zone in full; `@` is the zone itself and is resolved before a row is stored. */
function nameOrZone(given: string): string | null {
  return given.trim() === '@' ? '@' : canonicalDnsName(given);
}

export const dnsRecord = defineNoun({
  noun: 'dnsRecord',
  label: 'DNS record',
  plural: 'DNS records',
  help: 'What a zone says about a name. A linked A or AAAA record follows its address.',
  table: 'dns_record',
  naturalKey: ['zone', 'name', 'type', 'value'],
  fields: {
    name: written(nameOrZone, {
      label: 'Name',
      form: `${DNS_NAME_FORM}, or @ for the zone itself`,
      max: 1100,
      help: 'In full: www.example.com',
      columnWidth: 260,
      columnShown: true,
      searched: true,
    }),
    type: written(canonicalDnsType, {
      label: 'Type',
      form: `one of ${COMMON_DNS_TYPES.join(', ')} or another registered type`,
      max: 16,
      completed: true,
      columnWidth: 80,
      columnShown: true,
    }),
    value: optional(
      text({
        label: 'Value',
        max: 70_000,
        help: 'Empty: that of the linked address',
        columnWidth: 300,
        columnShown: true,
        searched: true,
      }),
    ),
    zone: optional(
      written(canonicalDnsName, {
        label: 'Zone',
        form: DNS_NAME_FORM,
        max: 1100,
        help: 'Empty: the zone on record that the name lies in',
        completed: true,
        columnWidth: 160,
        columnShown: true,
      }),
    ),
    ttlSeconds: defaulting(
      integer({ label: 'TTL in seconds', max: 2_147_483_647, bulkEditable: true, columnWidth: 110, columnShown: true }),
      3600,
    ),
    ipAddressId: optional(
      reference('ipAddress', { label: 'IP address', onDelete: 'clear', columnWidth: 160, columnShown: true }),
    ),
    notes: optional(multiline({ label: 'Notes', searched: true })),
  },
});

export type DnsRecord = RowOf<typeof dnsRecord>;
