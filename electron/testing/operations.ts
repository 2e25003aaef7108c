import fc from 'fast-check';
import type { FieldDefinition, NounDefinition } from '../../shared/domain/noun.ts';
import { definitionOf, NOUN_LIST, referencedNouns, type NounName } from '../../shared/domain/nouns.ts';
import type { ReadDatabase } from '../db/connection.ts';
import { anyNoun } from './any-noun.ts';
import { failureIn } from './failures.ts';
import { plant, PLANTED_PHOTO } from './plant.ts';
import type { TemporaryWorkspace } from './temporary-workspace.ts';

const KINDS = ['create', 'create', 'create', 'update', 'bulk', 'extras', 'clone', 'remove', 'settings'] as const;

/** One random command. Which rows it means depends on what is there when it runs. */
export interface Operation {
  /** `plant` makes a row with all that it needs, which is not refused. */
  readonly kind: (typeof KINDS)[number] | 'plant';
  readonly noun: NounName;
  readonly picks: readonly number[];
}

/** Places, machines and bookings come up more often: the rules between rows are theirs. */
const NOUNS: readonly NounName[] = [
  ...NOUN_LIST.map((definition) => definition.noun as NounName),
  ...(['rack', 'compute', 'compute', 'placement', 'placement', 'assignment', 'componentAssignment'] as const),
  ...(['tag', 'port', 'cable'] as const),
];

export function operationOn(nouns: readonly NounName[]): fc.Arbitrary<Operation> {
  return fc.record({
    kind: fc.constantFrom(...KINDS),
    noun: fc.constantFrom(...nouns),
    picks: fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 }),
  });
}

export const operation = operationOn(NOUNS);

/** Random numbers of one operation, used one after another. */
class Picks {
  readonly #values: readonly number[];
  #next = 0;

  constructor(values: readonly number[]) {
    this.#values = values;
  }

  number(below: number): number {
    const value = this.#values[this.#next % this.#values.length] ?? 0;
    this.#next += 1;
    return (value + this.#next * 7919) % Math.max(1, below);
  }

  of<Item>(items: readonly Item[]): Item | undefined {
    return items[this.number(items.length)];
  }
}

/** Runs a command; answers false where it was refused, which is as good. Faults are thrown. */
export async function perform(workspace: TemporaryWorkspace, { kind, noun, picks }: Operation): Promise<boolean> {
  const picked = new Picks(picks);
  const definition = definitionOf(noun);
  const { read } = workspace.session;
  const channels = anyNoun(workspace.client, noun);
  const [first, second] = [idOf(read, definition, picked), idOf(read, definition, picked)];
  const rows = [first, second].filter((id) => id !== undefined);
  try {
    if (kind === 'plant' || (kind === 'create' && picked.number(4) === 0)) await plant(workspace.client, noun);
    else if (kind === 'create') await channels.create({ record: randomRecord(read, definition, picked) });
    else if (kind === 'settings') await changeSettings(workspace, picked);
    else if (first === undefined) return false;
    else if (kind === 'remove') await channels.remove({ refs: rows });
    else if (kind === 'clone') await channels.clone({ ref: first, names: [`clone ${picked.number(500)}`] });
    else if (kind === 'extras')
      await channels.bulkUpdate({ refs: rows, patch: {}, ...extras(read, definition, picked) });
    else if (kind === 'bulk') await channels.bulkUpdate({ refs: rows, patch: randomPatch(read, definition, picked) });
    else {
      const { version } = await channels.get({ ref: first });
      await channels.update({ ref: first, version, patch: randomPatch(read, definition, picked) });
    }
    return true;
  } catch (error) {
    if (failureIn(error).code === 'E_INTERNAL') throw error;
    return false;
  }
}

async function changeSettings({ client }: TemporaryWorkspace, picked: Picks): Promise<void> {
  const { version } = await client.setting.get({ ref: 'workspace' });
  const coresCount = picked.of(['cores', 'threads'] as const) ?? 'cores';
  await client.setting.update({ ref: 'workspace', version, patch: { coresCount } });
}

function idOf(read: ReadDatabase, definition: NounDefinition, picked: Picks): string | undefined {
  const ids = read.prepare<[], string>(`SELECT id FROM ${definition.table} ORDER BY id`).pluck().all();
  return picked.of(ids);
}

function extras(read: ReadDatabase, definition: NounDefinition, picked: Picks) {
  const key = read
    .prepare<[string], string>('SELECT key FROM custom_field WHERE noun = ? ORDER BY key')
    .pluck()
    .get(definition.noun);
  return {
    ...(definition.tagged ? { tags: { [`tag${picked.number(4)}`]: `value ${picked.number(3)}` } } : {}),
    ...(key === undefined ? {} : { custom: { [key]: picked.of([null, 'yes', '12', '2026-03-01', 'a']) ?? null } }),
  };
}

/** Fields that only go together: fixed, or (undefined) left out, so that more than mere refusals comes of a creation. */
const FIXED: Partial<Record<NounName, Record<string, unknown>>> = {
  placement: {
    parentId: undefined,
    bay: undefined,
    side: undefined,
    heightHalfU: 2,
    face: 'both',
    widthParts: 1,
    widthOffset: 0,
    widthSpan: 1,
  },
  part: { status: 'rma', componentAssignmentId: undefined, spareShelfId: undefined, slot: undefined, serial: 'S1' },
  port: { kind: 'interface', mac: undefined, innerPortId: undefined, innerPosition: undefined },
  cable: { type: undefined },
};

function randomRecord(read: ReadDatabase, definition: NounDefinition, picked: Picks): Record<string, unknown> {
  const fixed = FIXED[definition.noun as NounName] ?? {};
  const needed = (field: FieldDefinition) => field.meta.required || field.key === 'rackId' || picked.number(3) === 0;
  const fields = definition.fieldList.filter((field) => !(field.key in fixed) && needed(field));
  const given = Object.entries(fixed).filter(([, value]) => value !== undefined);
  return { ...valuesOf(read, definition, fields, picked), ...Object.fromEntries(given) };
}

function randomPatch(read: ReadDatabase, definition: NounDefinition, picked: Picks): Record<string, unknown> {
  const fields = definition.fieldList.filter(({ meta }) => !meta.readOnly && picked.number(4) === 0);
  return valuesOf(read, definition, fields, picked);
}

function valuesOf(
  read: ReadDatabase,
  definition: NounDefinition,
  fields: readonly FieldDefinition[],
  picked: Picks,
): Record<string, unknown> {
  // What the program sets may be said of a new row where there is none without it.
  const writable = fields.filter(({ meta }) => !meta.readOnly || meta.required);
  const values = writable.map((field) => [field.key, valueOf(read, definition, field, picked)] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}

/** Text that is more than text, by noun and field. */
const TEXTS: Readonly<Record<string, (picked: Picks) => string | undefined>> = {
  'customField.noun': (picked) => picked.of(['compute', 'site', 'rack']),
  'savedView.noun': (picked) => picked.of(['compute', 'site', 'rack']),
  'attachment.sha256': () => PLANTED_PHOTO.sha256,
  'picture.sha256': () => PLANTED_PHOTO.sha256,
  'savedView.query': (picked) => `name${picked.number(9)}`,
  'prefix.cidr': (picked) => `10.${picked.number(12)}.0.0/16`,
  'dnsRecord.name': (picked) => `host${picked.number(30)}.example.com`,
  'dnsRecord.zone': () => 'example.com',
  'dnsRecord.type': () => 'A',
  'dnsRecord.value': (picked) => `192.0.2.${picked.number(9)}`,
  'ipAddress.address': (picked) => `10.${picked.number(4)}.0.${picked.number(200)}`,
};

const SPECS: ReadonlySet<string> = new Set(['minSpec', 'maxSpec', 'allocated']);

function valueOf(read: ReadDatabase, definition: NounDefinition, field: FieldDefinition, picked: Picks): unknown {
  const { kind, minimum = 0, maximum = 1_000_000, choices, references, maximumLength = 200, required } = field.meta;
  if (!required && picked.number(6) === 0) return field.schema.safeParse(null).success ? null : undefined;
  switch (kind) {
    case 'text':
    case 'multiline':
      if (TEXTS[`${definition.noun}.${field.key}`]) return TEXTS[`${definition.noun}.${field.key}`]?.(picked);
      return `${field.key}${picked.number(field.key === 'name' ? 300 : 12)}`.slice(0, maximumLength);
    case 'integer':
      return minimum + picked.number(Math.min(40, maximum - minimum + 1));
    case 'choice':
      return picked.of(choices ?? [])?.value;
    case 'flag':
      return picked.number(2) === 0;
    case 'money':
      return `${picked.number(900)}.50`;
    case 'date':
      return `2026-0${1 + picked.number(9)}-15`;
    case 'timestamp':
      return `2026-0${1 + picked.number(9)}-15T08:00:00.000Z`;
    case 'json':
      return SPECS.has(field.key) ? { cores: picked.number(3) } : undefined;
    case 'reference': {
      const target = picked.of(referencedNouns(references ?? ''));
      return target && idOf(read, target, picked);
    }
  }
}
