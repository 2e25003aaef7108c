import type { FieldDefinition, NounDefinition } from '../../shared/domain/noun.ts';
import { NOUN_LIST, type NounName } from '../../shared/domain/nouns.ts';
import type { CliClient } from '../engine/cli/session.ts';
import { anyNoun } from './any-noun.ts';
import { failureIn } from './failures.ts';
import { plant } from './plant.ts';

/**
 * Texts that run where somebody takes them for markup; a field takes the longest it has room for. The end-to-end test looks for what
 * they would leave behind.
 */
const SCRIPTS = [
  `"><img src=x onerror="document.title='ran'"><svg onload="document.title='ran'">{{7*7}}[x](javascript:ran())![x](http://127.0.0.1:9/x)`,
  `!<img src=x onerror=ran()>`,
  '<svg onload=a>',
];

/** Rows of each noun that are filled: every screen shows the first ones. */
const ROWS_AT_MOST = 12;

let counter = 0;

/** A script that fits, and differs from every other: some fields must not be the same twice. */
function scriptFor(maximum = 200): string | null {
  counter += 1;
  return SCRIPTS.map((script) => `${script}${counter}`).find(({ length }) => length <= maximum) ?? null;
}

/** Free text: what has a form of its own, such as an address, cannot hold a script. */
function isFreeText({ meta }: FieldDefinition): boolean {
  return (meta.kind === 'text' || meta.kind === 'multiline') && meta.form === undefined && meta.readOnly !== true;
}

/** Writes a script into one field; answers whether it was taken. */
async function poison(client: CliClient, noun: NounName, id: string, { key, meta }: FieldDefinition): Promise<boolean> {
  const script = scriptFor(meta.maximumLength);
  if (script === null) return false;
  const channels = anyNoun(client, noun);
  try {
    const { version } = await channels.get({ ref: id });
    await channels.update({ ref: id, version, patch: { [key]: script } });
    return true;
  } catch (error) {
    if (failureIn(error).code === 'E_INTERNAL') throw error;
    return false;
  }
}

async function poisonNoun(client: CliClient, definition: NounDefinition, names: boolean): Promise<string[]> {
  const noun = definition.noun as NounName;
  const fields = definition.fieldList.filter(isFreeText);
  if (fields.length === 0) return [];
  const planted = noun === 'setting' ? 'workspace' : await plant(client, noun);
  const { items } = await anyNoun(client, noun).list({ limit: ROWS_AT_MOST });
  const rows = items.map(({ record }) => record.id).filter((id) => id !== planted);
  const untouched: string[] = [];
  for (const field of fields) {
    let taken = await poison(client, noun, planted, field);
    const isName = definition.naturalKey.includes(field.key) || field.key === 'name';
    if (names || (taken && !isName)) for (const id of rows) taken = (await poison(client, noun, id, field)) || taken;
    if (!taken) untouched.push(`${noun}.${field.key}`);
  }
  const tagged = definition.tagged ? { tags: { [`note${counter}`]: SCRIPTS[0] ?? '' } } : {};
  if (definition.tagged) await anyNoun(client, noun).bulkUpdate({ refs: [planted, ...rows], patch: {}, ...tagged });
  return untouched;
}

/**
 * Puts a script into every free text of every noun: of a new row, and of the first ones there are. `names`: also into what rows are
 * called by, so that nobody finds them any more. Answers the fields, `noun.key`, that take none.
 */
export async function poisonEverything(client: CliClient, names = false): Promise<string[]> {
  const untouched: string[] = [];
  const free = { name: 'text.example.com', zone: 'example.com', type: 'TXT' };
  await client.dnsRecord.create({ record: { ...free, value: `"${SCRIPTS[1] ?? ''}"` } });
  for (const definition of NOUN_LIST) untouched.push(...(await poisonNoun(client, definition, names)));
  return untouched;
}
