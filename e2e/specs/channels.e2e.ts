// Goal: nothing reaches the data but our own page, through a port that main hands out.
import { describe, expect, test } from 'vitest';

import { fromRoot } from '../../scripts/paths.mjs';
import { shareProgram } from '../fixtures/programs.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';

const shared = shareProgram((home) => makeWorkspace(home.file('hall.rackwright')));

const PRELOAD = fromRoot('out', 'preload', 'preload.cjs');

const BRIDGE = ['connect', 'contractVersion', 'onEngineState', 'onLink', 'onMenu', 'shell'];

describe('the page', () => {
  test('has no Node, no Electron and no database', async () => {
    const found = await shared.program.page.evaluate(() =>
      ['require', 'process', 'Buffer', 'module', 'exports', 'electron', 'ipcRenderer', '__dirname', 'global'].filter(
        (name) => name in window,
      ),
    );
    expect(found).toEqual([]);
    // As text: the test runner would rewrite an import of its own.
    const loaded = await shared.program.page.evaluate<string>(
      `import('better-sqlite3').then(() => 'loaded', (error) => error.name)`,
    );
    expect(loaded).toBe('TypeError');
  });

  test('has one bridge of exactly the documented members, frozen', async () => {
    const bridge = await shared.program.page.evaluate(() => {
      const { rackwright } = window;
      const members = Object.getOwnPropertyNames(rackwright).toSorted();
      const changed = Reflect.set(rackwright, 'connect', () => 'mine');
      const replaced = Reflect.set(window, 'rackwright', {});
      return {
        members,
        frozen: Object.isFrozen(rackwright),
        changed,
        replaced: replaced && window.rackwright !== rackwright,
      };
    });
    expect(bridge).toEqual({ members: BRIDGE, frozen: true, changed: false, replaced: false });
  });

  test('gets a port from main alone, and none for another contract', async () => {
    const answers = await shared.program.page.evaluate(async () => {
      const ports: MessagePort[] = [];
      const listener = ({ ports: [port] }: MessageEvent) => {
        if (port) ports.push(port);
      };
      window.addEventListener('message', listener);
      // The word by which main announces a port carries none when the page says it.
      window.postMessage('rackwright:port', window.location.origin);
      const { contractVersion } = window.rackwright;
      const refused = await Promise.all(
        [contractVersion + 1, contractVersion - 1, String(contractVersion), null, undefined, {}].map((version) =>
          window.rackwright.connect(version),
        ),
      );
      const before = ports.length;
      const granted = await window.rackwright.connect(contractVersion);
      // Main posts the port before it answers, and the page hears messages in order.
      await new Promise((resolve) => {
        window.addEventListener('message', resolve, { once: true });
        window.postMessage('heard', window.location.origin);
      });
      window.removeEventListener('message', listener);
      for (const port of ports) port.close();
      return {
        refused: refused.map((answer) => answer.failure?.code),
        before,
        granted: granted.ok,
        after: ports.length,
      };
    });
    expect(answers).toEqual({
      refused: Array.from({ length: 6 }, () => 'E_UNAVAILABLE'),
      before: 0,
      granted: true,
      after: 1,
    });
  });
});

describe('a page that is not ours', () => {
  /** Opens a window with our preload, as a rogue main would, and asks from inside it. */
  function askFrom(url: string): Promise<unknown[]> {
    return shared.program.app.evaluate(
      async ({ BrowserWindow }, { preload, page }) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        try {
          await stranger.loadURL(page);
          const answers: unknown = await stranger.webContents.executeJavaScript(
            `Promise.all([rackwright.connect(rackwright.contractVersion), rackwright.shell('recent')])`,
          );
          return answers as unknown[];
        } finally {
          stranger.destroy();
        }
      },
      { preload: PRELOAD, page: url },
    );
  }

  const refusal = { ok: false, failure: { code: 'E_UNAVAILABLE', message: 'This page may not call the program.' } };

  test.each(['about:blank', 'data:text/html,<title>stranger</title>'])('is refused: %s', async (url) => {
    expect(await askFrom(url)).toEqual([refusal, refusal]);
  });

  test('is refused: a frame inside another page', async () => {
    const answers = await shared.program.app.evaluate(async ({ BrowserWindow }, preload) => {
      const webPreferences = { preload, sandbox: true, nodeIntegrationInSubFrames: true };
      const stranger = new BrowserWindow({ show: false, webPreferences });
      try {
        await stranger.loadURL('data:text/html,<iframe srcdoc="inside"></iframe>');
        const asked: unknown = await stranger.webContents.mainFrame.frames[0]?.executeJavaScript(
          `Promise.all([rackwright.connect(rackwright.contractVersion), rackwright.shell('recent')])`,
        );
        return asked;
      } finally {
        stranger.destroy();
      }
    }, PRELOAD);
    expect(answers).toEqual([refusal, refusal]);
  });

  test('has no bridge at all in a frame of our window', async () => {
    const bridge = await shared.program.page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const has = frame.contentWindow !== null && 'rackwright' in frame.contentWindow;
      frame.remove();
      return has;
    });
    expect(bridge).toBe(false);
  });
});

describe('a malformed call', () => {
  const CALLS: readonly (readonly [call: unknown, input: unknown])[] = [
    ['toString', undefined],
    ['constructor', undefined],
    ['__proto__', undefined],
    ['', undefined],
    [42, undefined],
    [null, undefined],
    [{ call: 'recent' }, undefined],
    ['open', 'somewhere'],
    ['open', null],
    ['open', { file: 7 }],
    ['open', { file: 'x'.repeat(5000) }],
    ['open', { file: 'a.rackwright', more: true }],
    ['create', { sample: 'yes' }],
    ['restore', {}],
    ['forget', { file: ['a'] }],
    ['choosePaths', { title: 'x', folders: true, extensions: Array.from({ length: 50 }, () => 'y') }],
    ['saveText', { suggestedName: 'a' }],
    ['printPdf', { suggestedName: 'a', file: '/etc/a.pdf' }],
    ['setPreferences', { theme: 'pink' }],
    ['setPreferences', { operator: 'n'.repeat(101) }],
    ['setPreferences', []],
    ['recent', { of: 'everyone' }],
  ];

  test('gets the one failure shape, and changes nothing', async () => {
    const { page } = shared.program;
    const state = () =>
      page.evaluate(() => Promise.all([window.rackwright.shell('preferences'), window.rackwright.shell('state')]));
    const before = await state();
    const answers = await page.evaluate(
      (calls) => Promise.all(calls.map(([call, input]) => window.rackwright.shell(call, input))),
      CALLS.map((call) => [...call]),
    );
    const codes = answers.map(({ ok, failure }) => (ok ? 'accepted' : failure?.code));
    expect(codes).toEqual(CALLS.map((_call, index) => (index < 7 ? 'E_NOT_FOUND' : 'E_FORMAT')));
    for (const { failure } of answers) expect(failure?.message).toMatch(/^.+\.$/);
    expect(await state()).toEqual(before);
  });

  test('deep nesting is refused, not followed', async () => {
    const answer = await shared.program.page.evaluate(() => {
      const deep: unknown = JSON.parse(`${'['.repeat(900)}${']'.repeat(900)}`);
      return window.rackwright.shell('open', deep);
    });
    expect(answer).toMatchObject({ ok: false, failure: { code: 'E_FORMAT' } });
  });
});
