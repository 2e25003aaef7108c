// Goal: what is shipped is what was tested, it works, and it lets no other program in.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, onTestFinished, test } from 'vitest';

import { packagedExecutable, packageFolder } from '../../scripts/packaging/editions.mjs';
import { expectSoon } from '../fixtures/expect-soon.ts';
import { keepFailure } from '../fixtures/failure-record.ts';
import { launchPackaged } from '../fixtures/launch.ts';
import { runShipped, startShipped } from '../fixtures/packaged-program.ts';
import { commandLineOf, processTree, statusOf } from '../fixtures/processes.ts';
import { testHome } from '../fixtures/programs.ts';
import { makeSmallFleet } from '../fixtures/small-fleet.ts';
import { foreignRemotes, listeningSockets } from '../fixtures/sockets.ts';
import { PlacePage } from '../pages/place-page.ts';
import { Shell } from '../pages/shell.ts';

const { Enable: ON, Disable: OFF } = { Enable: FuseState.ENABLE, Disable: FuseState.DISABLE };

/** Electron reads a packed archive as a folder. */
function packedFiles(edition: 'release' | 'attachable'): ReadonlyMap<string, Buffer> {
  const archive = join(packageFolder(edition), 'resources', 'app.asar');
  const entries = readdirSync(archive, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path.slice(archive.length + 1), readFileSync(path)];
    }),
  );
}

test('the packaged program opens a workspace and plans a service', async () => {
  const home = testHome();
  const program = await launchPackaged({ home, file: makeSmallFleet(home.file('small.rackwright')) });
  onTestFinished(async ({ task }) => {
    await keepFailure(program.page, task);
    await program.quit();
  });
  expect(program.page.url()).toMatch(/^app:\/\/rackwright\//);
  const place = new PlacePage(program.page);
  await new Shell(program.page).goTo('Place');
  await place.choose('web');
  // 4 of 8 cores before 4 of 16.
  await expectSoon(() => place.ranking()).toEqual(['node-b', 'node-a']);
  await place.accept();
  await new Shell(program.page).notice(/^Saved: /).waitFor();
});

describe('the tested edition differs from the shipped one', () => {
  test('by one fuse of the executable', async () => {
    const shipped = readFileSync(packagedExecutable('release'));
    const tested = readFileSync(packagedExecutable('attachable'));
    expect(tested.length).toBe(shipped.length);
    const differing: number[] = [];
    for (let at = 0; at < shipped.length; at += 1) if (shipped[at] !== tested[at]) differing.push(at);
    expect(differing).toHaveLength(1);
    const wire = await getCurrentFuseWire(packagedExecutable('attachable'));
    expect(wire[FuseV1Options.EnableNodeCliInspectArguments]).toBe(ON);
  });

  test('by one word of one packed file', () => {
    const [shipped, tested] = [packedFiles('release'), packedFiles('attachable')];
    expect([...tested.keys()].toSorted()).toEqual([...shipped.keys()].toSorted());
    const differing = [...shipped]
      .filter(([path, content]) => !tested.get(path)?.equals(content))
      .map(([path]) => path);
    expect(differing).toEqual(['out/main/main.js']);
    const word = 'Object.freeze({release:true})';
    const main = String(shipped.get('out/main/main.js'));
    expect(main.split(word)).toHaveLength(2);
    expect(main.replace(word, word.replace('true', 'false'))).toBe(String(tested.get('out/main/main.js')));
  });
});

describe('the shipped program', () => {
  test('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(packagedExecutable('release'));
    expect(wire).toMatchObject({
      [FuseV1Options.RunAsNode]: OFF,
      [FuseV1Options.EnableCookieEncryption]: ON,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: OFF,
      [FuseV1Options.EnableNodeCliInspectArguments]: OFF,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ON,
      [FuseV1Options.OnlyLoadAppFromAsar]: ON,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: OFF,
    });
  });

  test('holds what was built, its database and nothing else', () => {
    const places = [...packedFiles('release').keys()].map((path) => path.split('/').slice(0, 2).join('/'));
    expect([...new Set(places)].toSorted()).toEqual([
      'LICENSE',
      'node_modules/better-sqlite3',
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
    ]);
  });

  test.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect=127.0.0.1:0',
    '-inspect',
    '--inspect-brk',
    '--js-flags=--expose-gc',
    '--load-extension=/tmp',
    '--disable-web-security',
    '--host-rules=MAP * 127.0.0.1',
    '--proxy-server=127.0.0.1:9',
    '--renderer-cmd-prefix=/bin/false',
    '--utility-cmd-prefix=/bin/false',
    '--gpu-launcher=/bin/false',
    '--disable-seccomp-filter-sandbox',
    '--disable-gpu-sandbox',
    '--ignore-certificate-errors',
    '--unsafely-treat-insecure-origin-as-secure=http://127.0.0.1:9',
    '--enable-blink-features=All',
    '--log-net-log=net.json',
  ])('does not start with %s', (word) => {
    const { exitCode, stderr } = runShipped({ home: testHome(), words: [word] });
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`Rackwright does not start with --${word.split('=')[0]?.replace(/^-+/, '')}.`);
    expect(stderr).not.toMatch(/DevTools listening|Debugger listening/);
  });

  test('starts sandboxed without them, and waits for nobody', async () => {
    const { pid } = startShipped(testHome());
    const renderer = () =>
      processTree(pid).find((child) => commandLineOf(child).some((word) => word.includes('--type=renderer'))) ?? 0;
    await expectSoon(() => statusOf(renderer())['Seccomp']).toBe('2');
    expect(listeningSockets(processTree(pid))).toEqual([]);
    expect(foreignRemotes(processTree(pid))).toEqual([]);
  });

  test('opens no inspector for whoever signals it', async () => {
    const child = startShipped(testHome());
    let said = '';
    child.stderr?.on('data', (chunk) => (said += String(chunk)));
    await expectSoon(() => processTree(child.pid).length).toBeGreaterThan(3);
    child.kill('SIGUSR1');
    expect(listeningSockets(processTree(child.pid))).toEqual([]);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    await ended;
    expect(said).not.toMatch(/Debugger listening|DevTools listening/);
  });

  test('is no Node for whoever asks by a variable', () => {
    const home = testHome();
    const script = home.file('script.cjs');
    writeFileSync(script, 'process.stdout.write("ran"); process.exit(0);');
    for (const environment of [{ ELECTRON_RUN_AS_NODE: '1' }, { NODE_OPTIONS: `--require=${script}` }]) {
      const { stdout } = runShipped({ home, words: ['--cli', '--help', script], environment });
      expect(stdout).toContain('Rackwright on the command line');
      expect(stdout).not.toContain('ran');
    }
  });
});

describe('rackwright --cli', () => {
  test('does without a display what the window does', () => {
    const home = testHome();
    const run = (...words: string[]) =>
      runShipped({ home, words: ['--cli', ...words], environment: { DISPLAY: '', WAYLAND_DISPLAY: '' } });
    expect(run('workspace', 'create', 'hall.rackwright')).toMatchObject({
      exitCode: 0,
      stdout: 'Created hall.rackwright\n',
    });
    const record = JSON.stringify({ record: { name: 'node-a', statedCores: 16 } });
    expect(run('call', 'compute.create', record, '--workspace', 'hall.rackwright').exitCode).toBe(0);
    const { stdout } = run('call', 'compute.list', '{}', '--workspace', 'hall.rackwright');
    expect(JSON.parse(stdout)).toMatchObject({ total: 1, items: [{ name: 'node-a' }] });
  });

  test('reads standard input, and answers a long answer whole', () => {
    const home = testHome();
    const { stdout } = runShipped({ home, words: ['--cli', 'channels'] });
    expect(stdout.length).toBeGreaterThan(100_000);
    const { channels } = JSON.parse(stdout) as { readonly channels: readonly { readonly name: string }[] };
    expect(channels.map(({ name }) => name)).toContain('compute.list');
    runShipped({ home, words: ['--cli', 'workspace', 'create', 'hall.rackwright'] });
    const words = ['--cli', 'call', 'compute.list', '-', '--workspace', 'hall.rackwright'];
    expect(JSON.parse(runShipped({ home, words, input: '{"query":""}' }).stdout)).toMatchObject({ total: 0 });
  });

  test('refuses with a sentence and exit code 1', () => {
    const { exitCode, stderr } = runShipped({ home: testHome(), words: ['--cli', 'call', 'compute.list'] });
    expect(exitCode).toBe(1);
    expect(stderr).toContain('Name the workspace with --workspace FILE.');
  });
});
