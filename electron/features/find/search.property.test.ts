import fc from 'fast-check';
import { expect, test } from 'vitest';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import { validDraft } from '../object/validation.ts';
import { failureIn } from '../../testing/failures.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../../testing/temporary-workspace.ts';

const LETTERS = ['a', 'b', 'A', 'ß', 'ü', '1', '-', '"', ' ', 'İ'] as const;
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 6 });
const name = word.map((text) => text.trim()).filter((text) => text !== '');

const step = fc.oneof(
  fc.record({
    kind: fc.constant('create' as const),
    name,
    serial: fc.option(name),
    notes: fc.option(word),
    tag: fc.option(fc.tuple(name, word)),
  }),
  fc.record({ kind: fc.constant('address' as const), last: fc.nat(40), notes: fc.option(word) }),
  fc.record({ kind: fc.constant('journal' as const), at: fc.nat(5), content: fc.tuple(word, word) }),
  fc.record({ kind: fc.constant('rename' as const), at: fc.nat(5), name }),
  fc.record({ kind: fc.constant('tag' as const), at: fc.nat(5), key: name, value: word }),
  fc.record({ kind: fc.constant('remove' as const), at: fc.nat(5) }),
  fc.record({ kind: fc.constant('undo' as const) }),
  fc.record({ kind: fc.constant('import' as const), name }),
);

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

async function computeAt({ client }: TemporaryWorkspace, at: number): Promise<string | undefined> {
  const { items } = await client.compute.list({});
  return items[at % Math.max(1, items.length)]?.record.id;
}

/** The same in letters that no question holds. */
function unasked(id: string): string {
  return id.replaceAll(/[0-9a-f-]/gu, (digit) => String.fromCodePoint(103 + '0123456789abcdef-'.indexOf(digit)));
}

/** So many that they are indexed after the commit; only one of them has anything that is asked for. */
function importMany({ session }: TemporaryWorkspace, name: string): Promise<unknown> {
  const [site, compute] = [definitionOf('site'), definitionOf('compute')];
  return session.write({ kind: 'import', label: 'Many' }, (write) => {
    for (let index = 0; index < 600; index += 1) write.insert(site, { id: newId(), name: unasked(newId()) });
    write.insert(compute, { ...validDraft(compute, { name }), id: newId() });
  });
}

async function take(workspace: TemporaryWorkspace, action: Step): Promise<unknown> {
  const { client } = workspace;
  if (action.kind === 'create') {
    const { name: called, serial, notes, tag } = action;
    return client.compute.create({
      record: { name: called, serial, notes },
      ...(tag ? { tags: { [tag[0]]: tag[1] } } : {}),
    });
  }
  if (action.kind === 'address')
    return client.ipAddress.create({ record: { address: `10.11.1.${action.last}`, notes: action.notes } });
  if (action.kind === 'import') return importMany(workspace, action.name);
  if (action.kind === 'undo') return client.history.undo();
  const id = await computeAt(workspace, action.at);
  if (id === undefined) return null;
  if (action.kind === 'journal') return client.journal.write({ objectId: id, content: action.content.join('\n') });
  if (action.kind === 'remove') return client.compute.remove({ refs: [id] });
  if (action.kind === 'tag')
    return client.compute.bulkUpdate({ refs: [id], patch: {}, tags: { [action.key]: action.value } });
  const { version } = await client.compute.get({ ref: id });
  return client.compute.update({ ref: id, version, patch: { name: action.name } });
}

/** Text as a person compares it, written down a second time. */
function same(text: string): string {
  const fold = (run: string) => run.toLowerCase().replaceAll('ς', 'σ');
  return text.normalize('NFC').replaceAll(/[^\u0130\u212A]+/gu, fold);
}

/** What a thing is found by, as people see it. */
interface Seen {
  readonly id: string;
  readonly noun: 'compute' | 'ipAddress' | 'journalEntry';
  readonly name: string;
  /** Numbers and tags: found by their beginning too. */
  readonly keys: readonly string[];
  /** Found by any part. */
  readonly lines: readonly string[];
}

const TAGS = (tags: Readonly<Record<string, string>>) =>
  Object.entries(tags).flatMap(([key, value]) => [`${key}=${value}`, value]);

async function everything({ client }: TemporaryWorkspace): Promise<Seen[]> {
  const computes = (await client.compute.list({ limit: 1000 })).items.map(({ record, tags }): Seen => {
    const keys = [...(record.serial === null ? [] : [record.serial]), ...TAGS(tags)];
    return { id: record.id, noun: 'compute', name: record.name, keys, lines: [record.notes ?? ''] };
  });
  const addresses = (await client.ipAddress.list({ limit: 1000 })).items.map(({ record }): Seen => {
    const { id, address: name, notes } = record;
    return { id, noun: 'ipAddress', name, keys: [], lines: [notes ?? ''] };
  });
  const entries = (await client.journalEntry.list({ limit: 1000 })).items.map(({ record }): Seen => {
    return { id: record.id, noun: 'journalEntry', name: '', keys: [], lines: [record.content] };
  });
  return [...computes, ...addresses, ...entries];
}

/** Looks through everything, one after another. */
function scan(things: readonly Seen[], text: string): Seen[] {
  const whole = same(text.trim());
  const words = whole.split(/\s+/);
  return things.filter((thing) => {
    const [name, keys, lines] = [same(thing.name), thing.keys.map(same), thing.lines.map(same)];
    const beginnings = [name, ...keys].filter((part) => part !== '');
    if (beginnings.some((part) => part.startsWith(whole))) return true;
    if (!words.some((part) => Array.from(part).length >= 3)) return false;
    return words.every((part) => [name, ...keys, ...lines].some((line) => line.includes(part)));
  });
}

function idsOf(things: readonly { readonly id: string }[]): string[] {
  return things.map(({ id }) => id).toSorted();
}

test('finding answers what a plain look through everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 6 }),
      async (steps, texts) => {
        const workspace = temporaryWorkspace();
        for (const action of steps) await take(workspace, action).catch((error: unknown) => failureIn(error));
        const things = await everything(workspace);
        // Nothing typed is no question: with nouns it lists the first of them.
        for (const text of texts.filter((typed) => typed.trim() !== '')) {
          const wanted = scan(things, text);
          const open = await workspace.client.find.objects({ text, limit: 100 });
          expect([text, idsOf(open)]).toEqual([text, idsOf(wanted)]);
          for (const noun of ['compute', 'ipAddress', 'journalEntry'] as const) {
            const some = await workspace.client.find.objects({ text, nouns: [noun], limit: 100 });
            expect([text, noun, idsOf(some)]).toEqual([
              text,
              noun,
              idsOf(wanted.filter((thing) => thing.noun === noun)),
            ]);
          }
        }
      },
    ),
    { numRuns: 40 },
  );
});
