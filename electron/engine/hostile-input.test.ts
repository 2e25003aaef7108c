import { afterAll, expect, test } from 'vitest';
import { failureSchema, type Failure } from '../../shared/contract/failure.ts';
import { refusalOf } from '../testing/failures.ts';
import { temporaryWorkspace, type TemporaryWorkspace } from '../testing/temporary-workspace.ts';
import { dumpOf } from '../db/testing/databases.ts';
import { procedures } from './cli/channels.ts';

/** Payloads that fit no channel. */
const JUNK: readonly (readonly [what: string, payload: unknown])[] = [
  ['nothing at all', null],
  ['a number', 7],
  ['a list', []],
  ['text', "'; DROP TABLE site; --"],
  ['an unknown key', { nonsense: 1 }],
  ['a polluting key', JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {}}}')],
  ['deep nesting', JSON.parse(`${'{"a":'.repeat(500)}1${'}'.repeat(500)}`)],
  [
    'wrong types everywhere',
    { ref: {}, refs: 'x', record: 'x', patch: [], query: 5, limit: -1, id: 'x', version: 'y' },
  ],
  ['huge text', { ref: 'x'.repeat(100_000), query: 'x'.repeat(100_000) }],
];

const INSIDES = /SELECT |INSERT |sqlite|node_modules|\.ts:\d|\n\s+at /i;

type Callable = (input: unknown) => Promise<unknown>;

function caller({ client }: TemporaryWorkspace, channel: string): Callable {
  const [feature = '', name = ''] = channel.split('.');
  return Reflect.get(Reflect.get(client, feature) as object, name) as Callable;
}

/** What is wrong with a refusal as a sentence for people; empty when nothing is. */
function flawsOf(failure: Failure): string[] {
  return [
    failureSchema.safeParse(failure).success ? '' : 'not the one shape',
    failure.code === 'E_INTERNAL' ? 'a fault' : '',
    /\S.*[.?!]$/s.test(failure.message) ? '' : 'no sentence',
    INSIDES.test(JSON.stringify(failure)) ? 'insides' : '',
  ].filter((flaw) => flaw !== '');
}

const channels = [...procedures()].filter(([, procedure]) => procedure['~orpc'].inputSchema !== undefined);

const ends: (() => void | Promise<void>)[] = [];
const workspace = temporaryWorkspace((end) => ends.push(end));
const untouched = dumpOf(workspace.session.read);

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

test.each(channels.map(([name]) => [name]))('%s refuses in a sentence whatever is not its input', async (channel) => {
  const call = caller(workspace, channel);
  for (const [what, payload] of JUNK) {
    const failure = await refusalOf(call(payload));
    expect({ what, failure, flaws: flawsOf(failure) }).toMatchObject({ what, flaws: [] });
  }
});

test('nothing was written, and no object was polluted', () => {
  expect(dumpOf(workspace.session.read)).toEqual(untouched);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
