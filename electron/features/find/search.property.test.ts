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
  if (action.kind === 'import') return importMany(workspace, action.name);
  if (action.kind === 'undo') return client.history.undo();
  const id = await computeAt(workspace, action.at);
  if (id === undefined) return null;
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

/** Looks through every compute, one after another. */
async function scan({ client }: TemporaryWorkspace, text: string): Promise<string[]> {
  const whole = same(text.trim());
  if (whole === '') return [];
  const words = whole.split(/\s+/);
  const { items } = await client.compute.list({ limit: 1000 });
  const hits = items.filter(({ record, tags }) => {
    const serial = record.serial ?? null;
    const called = same(record.name);
    const keys = [
      ...(serial === null ? [] : [serial]),
      ...Object.entries(tags).flatMap(([key, value]) => [`${key}=${value}`, value]),
    ].map(same);
    if (called.startsWith(whole) || keys.some((key) => key.startsWith(whole) && key !== '')) return true;
    if (!words.some((part) => Array.from(part).length >= 3)) return false;
    const lines = [called, ...keys, same(record.notes ?? '')];
    return words.every((part) => lines.some((line) => line.includes(part)));
  });
  return hits.map(({ record }) => record.id).toSorted();
}

test('finding answers what a plain look through everything finds', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 12 }),
      fc.array(word, { minLength: 1, maxLength: 6 }),
      async (steps, texts) => {
        const workspace = temporaryWorkspace();
        for (const action of steps) await take(workspace, action).catch((error: unknown) => failureIn(error));
        // Nothing typed is no question: with nouns it lists the first of them.
        for (const text of texts.filter((typed) => typed.trim() !== '')) {
          const rows = await workspace.client.find.objects({ text, nouns: ['compute'], limit: 100 });
          const open = await workspace.client.find.objects({ text, limit: 100 });
          expect(rows.map(({ id }) => id).toSorted()).toEqual(await scan(workspace, text));
          expect(open.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
        }
      },
    ),
    { numRuns: 40 },
  );
});
