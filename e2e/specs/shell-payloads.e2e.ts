// Goal: whatever a page sends to the main process, it gets an answer of the one shape, and main neither stops nor stalls.
import { readFileSync } from 'node:fs';

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { answerOpenDialog, answerSaveDialog } from '../fixtures/dialogs.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';
import { Shell } from '../pages/shell.ts';

/** 5,000 for each call is `npm run test:long`; every run takes a part of them. */
const PER_CALL = Number(process.env['RACKWRIGHT_HOSTILE_PAYLOADS'] ?? 200);
const SEED = 43;
const STALL_MS = 100;

const shared = shareProgram((home) => makeWorkspace(home.file('hall.rackwright')));

/** The names of all calls, as the contract has them: the program itself is reached through its window only. */
const [, CONTRACT = ''] = readFileSync(fromRoot('shared', 'contract', 'shell.ts'), 'utf8').split('shellContract = {');
const CALLS = [...(CONTRACT.split('} as const')[0] ?? '').matchAll(/^ {2}(\w+): \{/gm)].map(([, name = '']) => name);

/** What would name a file to be written or opened is left out: that is what these calls are for. */
const FIELDS = [
  'suggestedName',
  'theme',
  'operator',
  'title',
  'folders',
  'extensions',
  'text',
  'base64',
  'kind',
  'places',
  'allowed',
];
const UNNATURAL = ['cyclic', 'map', 'bytes', 'big', 'date', 'deep', 'wide', 'long', 'getter'] as const;

/** Payloads as JSON, where `{"@": "cyclic"}` stands for what JSON has no word for. */
function payloads(): readonly string[] {
  const text = fc.constantFrom(
    "'; DROP TABLE object; --",
    '../../etc/passwd',
    '\0',
    '\uD800',
    '__proto__',
    'x'.repeat(5000),
  );
  const special = fc.constantFrom(...UNNATURAL).map((kind) => ({ '@': kind }));
  const value = fc.oneof(text, special, fc.jsonValue({ maxDepth: 3 }), fc.double(), fc.constant(null));
  const fields = fc.dictionary(fc.constantFrom(...FIELDS), value, { minKeys: 1 });
  const polluting = fc.constant('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
  return fc.sample(
    fc.oneof(
      { weight: 3, arbitrary: value.map((made) => JSON.stringify(made)) },
      { weight: 4, arbitrary: fields.map((made) => JSON.stringify(made)) },
      { weight: 1, arbitrary: polluting },
    ),
    { numRuns: PER_CALL, seed: SEED },
  );
}

/** Main's longest work between two turns, in ms of its processor time: how busy the machine is does not count. */
const LONGEST = 'longestTurn';

beforeAll(async () => {
  const { app, page } = shared.program;
  await new Shell(page).shown();
  await answerSaveDialog(app, null);
  await answerOpenDialog(app, []);
  await app.evaluate((_electron, key) => {
    const spent = () => {
      const { user, system } = process.threadCpuUsage();
      return (user + system) / 1000;
    };
    Reflect.set(globalThis, key, 0);
    let before = spent();
    setInterval(() => {
      const now = spent();
      Reflect.set(globalThis, key, Math.max(now - before, Reflect.get(globalThis, key) as number));
      before = now;
    }, 1);
  }, LONGEST);
});

interface Flaw {
  readonly payload: string;
  readonly flaw: string;
}

test.each(CALLS)('%s answers or refuses whatever it is sent', async (call) => {
  const { app, page } = shared.program;
  await app.evaluate((_electron, key) => Reflect.set(globalThis, key, 0), LONGEST);
  const flaws = await page.evaluate(
    async ([asked, list]) => {
      const cyclic: Record<string, unknown> = {};
      cyclic['self'] = cyclic;
      const unnatural: Record<string, unknown> = {
        cyclic,
        map: new Map([['a', 1]]),
        bytes: new Uint8Array(100_000),
        big: 10n ** 30n,
        date: new Date(Number.NaN),
        deep: JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown,
        wide: Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`key${index}`, index])),
        long: 'x'.repeat(1_000_000),
        getter: {
          get file(): string {
            throw new Error('looked at');
          },
        },
      };
      const made = (json: string): unknown =>
        JSON.parse(json, (_key, value: unknown) =>
          typeof value === 'object' && value !== null && '@' in value ? unnatural[String(value['@'])] : value,
        );
      const found: { payload: string; flaw: string }[] = [];
      for (const payload of list) {
        try {
          const { ok, failure } = await window.rackwright.shell(asked, made(payload));
          const said = String(failure?.message);
          if (typeof ok !== 'boolean') found.push({ payload, flaw: 'not the one shape' });
          else if (!ok && failure?.code === 'E_INTERNAL') found.push({ payload, flaw: 'a fault inside' });
          else if (!ok && !/^\S[\s\S]*[.?!]$/.test(said)) found.push({ payload, flaw: `no sentence: ${said}` });
        } catch (error) {
          // What cannot be copied between worlds never leaves the page.
          const text = String(error);
          if (!/could not be cloned|looked at|recursion|depth/i.test(text)) found.push({ payload, flaw: text });
        }
      }
      return found satisfies Flaw[];
    },
    [call, payloads()] as const,
  );
  expect(flaws).toEqual([]);
  const longest = await app.evaluate((_electron, key) => Reflect.get(globalThis, key) as number, LONGEST);
  expect(longest).toBeLessThan(STALL_MS);
});

test('no call is left out', () => {
  expect(CALLS.length).toBeGreaterThan(20);
  expect(CALLS).toEqual(expect.arrayContaining(['state', 'open', 'restore', 'printPdf', 'about']));
});

test('afterwards main is whole: no object polluted, the workspace still open', async () => {
  const { app, page } = shared.program;
  expect(await app.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
  const state = await page.evaluate(() => window.rackwright.shell('state'));
  expect(state).toMatchObject({ ok: true, value: { phase: 'ready', mode: 'writable' } });
});
