// Goal: in ordinary use the program keeps its own policy, and talks to nobody.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { networkEvents, recordNetwork } from '../fixtures/network-log.ts';
import { processTree } from '../fixtures/processes.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { foreignRemotes } from '../fixtures/sockets.ts';
import { showStop, TOUR } from '../fixtures/tour.ts';
import { makeSampleWorkspace } from '../fixtures/workspaces.ts';

const shared = shareProgram((home) => makeSampleWorkspace(home.file('sample.rackwright')));

/** Where the page keeps what broke its policy since `beforeAll`. */
const VIOLATIONS = 'policyViolations';

beforeAll(async () => {
  await recordNetwork(shared.program);
  await shared.program.page.evaluate((key) => {
    const violations: string[] = [];
    Reflect.set(window, key, violations);
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  }, VIOLATIONS);
});

test.each(TOUR)('$name breaks no policy and opens no connection', async (stop) => {
  const { page, mainProcessId } = shared.program;
  await showStop(page, stop);
  expect(await page.evaluate((key) => Reflect.get(window, key) as string[], VIOLATIONS)).toEqual([]);
  expect(foreignRemotes(processTree(mainProcessId))).toEqual([]);
});

test('in the whole tour Chromium asked for no name and opened no connection', async () => {
  expect(await networkEvents(shared.program)).toEqual([]);
});

test('a name asked for would be noticed', async () => {
  const { program } = shared;
  await recordNetwork(program);
  await program.app.evaluate(({ session }) =>
    session.defaultSession.resolveHost('rackwright.invalid').catch(() => null),
  );
  expect((await networkEvents(program)).join(' ')).toMatch(/HOST_RESOLVER/);
});

test("the program's own code has nothing to open a connection with", () => {
  const folder = fromRoot('out', 'main');
  const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(3);
  const networked = scripts.filter((name) =>
    /(from|import|require)\s*\(?\s*["'](node:)?(net|http|https|http2|dgram|dns|dns\/promises|tls)["']/.test(
      readFileSync(join(folder, name), 'utf8'),
    ),
  );
  expect(networked).toEqual([]);
});

test('a violation would be noticed', async () => {
  const { page, complaints } = shared.program;
  await page.evaluate(() => {
    const picture = document.createElement('img');
    picture.src = 'http://127.0.0.1:9/picture.png';
  });
  await expectSoon(() => page.evaluate((key) => Reflect.get(window, key) as string[], VIOLATIONS)).toHaveLength(1);
  await expectSoon(() => complaints.take(/Content Security Policy/).length).toBe(1);
});
