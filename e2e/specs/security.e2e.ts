// Goal: a hostile page, file or neighbour gets nothing out of the window.
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';

import { expectSoon } from '../fixtures/expect-soon.ts';
import { commandLineOf, processTree, rendererProcessId, statusOf } from '../fixtures/processes.ts';
import { shareProgram } from '../fixtures/programs.ts';
import { tried } from '../fixtures/probe.ts';
import { makeWorkspace } from '../fixtures/workspaces.ts';

const shared = shareProgram((home) => makeWorkspace(home.file('hall.rackwright')));

function leaveFor(page: Page, url: string): Promise<void> {
  return page.evaluate((address) => {
    window.location.href = address;
  }, url);
}

const SECCOMP_FILTER = '2';
// In parts, so that no file of this repository holds the switch.
const SANDBOX_OFF = ['--no', 'sandbox'].join('-');

describe('the sandbox', () => {
  test('filters the system calls of the renderer, in a process namespace of its own', async () => {
    const status = statusOf(await rendererProcessId(shared.program.app));
    expect(status['Seccomp']).toBe(SECCOMP_FILTER);
    // One number per nested namespace: the renderer's id outside and inside.
    expect(status['NSpid']?.split(/\s+/).length).toBeGreaterThan(1);
  });

  test('is switched off on no command line of the program', () => {
    const lines = processTree(shared.program.mainProcessId).map(commandLineOf);
    expect(lines.filter((line) => line.length > 0).length).toBeGreaterThan(3);
    expect(lines.filter((line) => line.some((word) => word.startsWith(SANDBOX_OFF)))).toEqual([]);
  });
});

describe("the page's policy", () => {
  test('comes with the page and allows nothing inline, foreign or untyped', async () => {
    const policy = await shared.program.page.evaluate(async () => {
      const response = await fetch('/');
      return response.headers.get('Content-Security-Policy') ?? '';
    });
    const directives = new Map(policy.split('; ').map((directive) => [directive.split(' ', 1)[0], directive]));
    expect(directives.get('default-src')).toBe("default-src 'none'");
    expect(directives.get('script-src')).toBe("script-src 'self'");
    expect(directives.get('require-trusted-types-for')).toBe("require-trusted-types-for 'script'");
    expect(directives.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  });

  test.each([
    ['innerHTML', `document.body.innerHTML = '<img>'`],
    ['insertAdjacentHTML', `document.body.insertAdjacentHTML('beforeend', '<img>')`],
    ['a document written', `document.write('<img>')`],
    ['a script with text', `document.createElement('script').text = '1'`],
    ["a script's address", `document.createElement('script').src = 'app://rackwright/'`],
    ['a frame with text', `document.createElement('iframe').srcdoc = '<img>'`],
    ['a policy of its own', `trustedTypes.createPolicy('mine', { createHTML: (text) => text })`],
  ])('refuses untyped text: %s', async (_what, code) => {
    expect(await tried(shared.program.page, code)).toBe('TypeError');
    shared.program.complaints.take(/TrustedHTML|TrustedScript|TrustedTypePolicy|Trusted Type/);
  });

  test.each([
    ['eval', `window.eval('1')`],
    ['a function of text', `new Function('return 1')()`],
    ['a timer with text', `if (setTimeout('1')) throw new TypeError('ran')`],
  ])('refuses code as text: %s', async (_what, code) => {
    expect(await tried(shared.program.page, code)).toMatch(/^(EvalError|TypeError)$/);
    shared.program.complaints.take(/Content Security Policy|TrustedScript/);
  });
});

describe('the page cannot', () => {
  test('open a window', async () => {
    const opened = await shared.program.page.evaluate(() => window.open('app://rackwright/') !== null);
    expect(opened).toBe(false);
    expect(shared.program.app.windows()).toHaveLength(1);
  });

  test.each(['http://127.0.0.1:9/', 'https://example.org/', 'app://elsewhere/'])('leave for %s', async (url) => {
    const { app, page } = shared.program;
    const before = page.url();
    const prevented = app.evaluate(
      ({ BrowserWindow }) =>
        new Promise<boolean>((resolve) => {
          const [window] = BrowserWindow.getAllWindows();
          window?.webContents.once('will-navigate', (event) => resolve(event.defaultPrevented));
        }),
    );
    await leaveFor(page, url);
    expect(await prevented).toBe(true);
    expect(page.url()).toBe(before);
  });

  test.each(['file:///etc/hostname', 'data:text/html,x'])('leave for %s, as Chromium says', async (url) => {
    const { page, complaints } = shared.program;
    const before = page.url();
    await leaveFor(page, url);
    await expectSoon(() => complaints.take(/Not allowed to (load local resource|navigate top frame)/).length).toBe(1);
    expect(page.url()).toBe(before);
  });

  test.each([
    ['a file', 'file:///etc/hostname'],
    ['the network', 'http://127.0.0.1:9/'],
    ['the network, encrypted', 'https://example.org/'],
    ['a foreign host of our own scheme', 'app://elsewhere/'],
  ])('fetch %s', async (_what, url) => {
    const outcome = await shared.program.page.evaluate(
      (address) =>
        fetch(address).then(
          (response) => String(response.status),
          (error: unknown) => (error as Error).name,
        ),
      url,
    );
    expect(outcome).toBe('TypeError');
    shared.program.complaints.take(/Content Security Policy|Refused to connect|Fetch API|Not allowed to load/);
  });

  test('open a socket', async () => {
    const outcome = await shared.program.page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const socket = new WebSocket('ws://127.0.0.1:9/');
          socket.addEventListener('open', () => resolve('open'));
          socket.addEventListener('error', () => resolve('refused'));
        }),
    );
    expect(outcome).toBe('refused');
    shared.program.complaints.take(/Content Security Policy|WebSocket/);
  });

  test.each(['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read', 'persistent-storage'])(
    'have the permission %s',
    async (name) => {
      const state = await shared.program.page.evaluate(
        async (permission) => (await navigator.permissions.query({ name: permission as PermissionName })).state,
        name,
      );
      expect(state).toBe('denied');
    },
  );

  test('reach devices, or put another page inside itself', async () => {
    const { page } = shared.program;
    const devices = await page.evaluate(async () => {
      const usb: unknown = await (Reflect.get(navigator, 'usb') as { getDevices(): Promise<unknown[]> }).getDevices();
      return usb;
    });
    expect(devices).toEqual([]);
    const webview = await page.evaluate(() => {
      const element = document.createElement('webview');
      element.setAttribute('src', 'data:text/html,x');
      document.body.append(element);
      const upgraded = 'loadURL' in element;
      element.remove();
      return upgraded;
    });
    expect(webview).toBe(false);
  });
});

describe('app://', () => {
  test.each([
    '/../package.json',
    '/%2e%2e/main/main.js',
    '/..%2f..%2fpackage.json',
    '/..%5c..%5cpackage.json',
    '/%2fetc/hostname',
    '/assets/../../main/engine.js',
    '/%00',
    '/%',
    '/missing.js',
    '/assets',
  ])('serves nothing but the window: %s', async (path) => {
    const status = await shared.program.app.evaluate(
      async ({ session }, address) => (await session.defaultSession.fetch(address)).status,
      `app://rackwright${path}`,
    );
    expect(status).toBe(404);
  });

  test('does not answer anything but GET', async () => {
    const status = await shared.program.page.evaluate(async () => (await fetch('/', { method: 'POST' })).status);
    expect(status).toBe(404);
    shared.program.complaints.take(/404/);
  });
});
