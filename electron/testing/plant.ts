import { createHash } from 'node:crypto';
import type { FieldDefinition } from '../../shared/domain/noun.ts';
import { definitionOf, referencedNouns, type NounName } from '../../shared/domain/nouns.ts';
import type { CliClient } from '../engine/cli/session.ts';
import { anyNoun } from './any-noun.ts';

type Draft = Record<string, unknown>;

const PHOTO = Buffer.from([0xff, 0xd8, 0xff, 0xe0]);

/** What a planted attachment holds, and how it is recorded. */
export const PLANTED_PHOTO = {
  base64: PHOTO.toString('base64'),
  mediaType: 'image/jpeg',
  sizeBytes: PHOTO.length,
  sha256: createHash('sha256').update(PHOTO).digest('hex'),
};

let counter = 0;

/** A number that no other row of this test run has. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

function twoOctets(): string {
  const number = nextNumber();
  return `${number >> 8}.${number & 255}`;
}

/** What a noun's rules demand beyond its required fields. */
const ALSO: Partial<Record<NounName, (client: CliClient, given: Draft) => Draft | Promise<Draft>>> = {
  equipment: () => ({ name: `equipment-${nextNumber()}` }),
  customField: () => ({ noun: 'compute', key: `key${nextNumber()}` }),
  customValue: async (client) => ({
    fieldId: await plant(client, 'customField', { noun: 'compute', kind: 'text' }),
    objectId: await plant(client, 'compute'),
    value: `value ${nextNumber()}`,
  }),
  placement: async (client, { parentId, rackId }) =>
    parentId ? {} : { rackId: rackId ?? (await plant(client, 'rack')), positionHalfU: 0 },
  prefix: () => ({ cidr: `10.${twoOctets()}.0/24` }),
  ipAddress: () => ({ address: `172.16.${twoOctets()}` }),
  dnsRecord: () => ({ name: `host${nextNumber()}.example.com`, zone: 'example.com', type: 'A', value: '192.0.2.1' }),
  portAssignment: () => ({ port: 1 + (nextNumber() % 60_000), servicePort: 80 }),
  attachment: async (client) => {
    const { base64, ...stored } = PLANTED_PHOTO;
    const entry = await plant(client, 'journalEntry');
    await client.journal.attach({ entry, fileName: 'planted.jpg', base64 });
    return { fileName: `photo-${nextNumber()}.jpg`, ...stored };
  },
  picture: async (client) => {
    const { base64, ...stored } = PLANTED_PHOTO;
    const objectId = await plant(client, 'site');
    await client.picture.attach({ object: objectId, fileName: 'planted.jpg', base64 });
    return { objectId, fileName: `photo-${nextNumber()}.jpg`, ...stored };
  },
  savedView: () => ({ noun: 'compute', name: `view-${nextNumber()}` }),
  part: () => ({ serial: `S-${nextNumber()}`, status: 'rma' }),
  port: async (client, { objectId }) => ({ objectId: objectId ?? (await plant(client, 'compute')) }),
  assignment: () => ({ allocated: {} }),
  tag: async (client, { objectId }) => ({ objectId: objectId ?? (await plant(client, 'compute')) }),
};

/** Rows that only the steps of an audit make. */
const MADE_BY_AUDITS: Partial<Record<NounName, (client: CliClient) => Promise<string>>> = {
  auditRack: async (client) => {
    await plant(client, 'placement');
    const audit = await plant(client, 'auditSession');
    return (await client.audit.walk({ session: audit })).racks[0]?.id ?? '';
  },
  observation: async (client) => {
    const audit = await plant(client, 'auditSession');
    return (await client.audit.scan({ session: audit, text: `T-${nextNumber()}` })).observation.id;
  },
  auditResolution: async (client) => {
    const session = await plant(client, 'auditSession');
    await client.audit.scan({ session, text: `T-${nextNumber()}` });
    const { discrepancies } = await client.audit.discrepancies({ session });
    const discrepancy = discrepancies[0]?.key ?? '';
    await client.audit.decide({ session, decisions: [{ discrepancy, decision: 'ignore', reason: 'A test' }] });
    return (await client.auditResolution.list({})).items.at(-1)?.record.id ?? '';
  },
};

/**
 * Creates a row of any noun, and whatever it must refer to, from as little as `given` says. Answers its id.
 * `plant(client, 'rack')` makes a site and a room too.
 */
export async function plant(client: CliClient, noun: NounName, given: Draft = {}): Promise<string> {
  const made = MADE_BY_AUDITS[noun];
  if (made) return made(client);
  const record = await draftOf(client, noun, given);
  const { id } = await anyNoun(client, noun).create({ record });
  return id;
}

/** The record that `plant` would create: `given`, with every required field filled. */
export async function draftOf(client: CliClient, noun: NounName, given: Draft = {}): Promise<Draft> {
  const draft: Draft = { ...(await ALSO[noun]?.(client, given)), ...given };
  for (const field of definitionOf(noun).fieldList)
    if (field.meta.required && !(field.key in draft)) draft[field.key] = await filled(client, field);
  return draft;
}

async function filled(client: CliClient, { meta }: FieldDefinition): Promise<unknown> {
  const [target] = referencedNouns(meta.references ?? '');
  switch (meta.kind) {
    case 'text':
    case 'multiline':
      return `${meta.label} ${nextNumber()}`.slice(0, meta.maximumLength);
    case 'integer':
      return meta.minimum ?? 0;
    case 'choice':
      return meta.choices?.[0]?.value;
    case 'flag':
      return false;
    case 'money':
      return '12.50';
    case 'date':
      return '2026-03-01';
    case 'timestamp':
      return '2026-03-01T08:00:00.000Z';
    case 'json':
      return {};
    case 'reference':
      return target === undefined ? undefined : plant(client, target.noun as NounName);
  }
}
