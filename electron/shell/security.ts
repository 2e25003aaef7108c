import { app, session, type WebContents } from 'electron';
import type { CameraLeave } from './camera.ts';
import { APP_ORIGIN } from './protocol.ts';

/** The one place that says which pages are ours: the app's own origin, or Vite's server while developing. */
export function isOwnPage(url: string): boolean {
  const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  try {
    const { origin, protocol, host } = new URL(url);
    if (`${protocol}//${host}` === APP_ORIGIN) return true;
    return developmentServer !== undefined && origin === new URL(developmentServer).origin;
  } catch {
    return false;
  }
}

/** Where the window starts. */
export function startPage(): string {
  const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  return developmentServer ?? `${APP_ORIGIN}/`;
}

/**
 * Refuses every permission, every request to the network, every new window, navigation and webview. The one thing that may be
 * allowed is a camera, without its microphone, to a page of ours while it has leave.
 */
export function lockDown(camera: CameraLeave): void {
  session.defaultSession.setPermissionRequestHandler((_page, permission, answer, details) => {
    const types = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const looksOnly = permission === 'media' && types.length > 0 && types.every((type) => type === 'video');
    answer(looksOnly && camera.given && details.isMainFrame && isOwnPage(details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler((_page, permission, origin, { mediaType, isMainFrame }) =>
    permission === 'media' && mediaType === 'video' ? camera.given && isMainFrame && isOwnPage(origin) : false,
  );
  session.defaultSession.setDevicePermissionHandler(() => false);
  session.defaultSession.webRequest.onBeforeRequest((request, answer) => {
    const local =
      /^(app|blob|data|devtools):/.test(request.url) || isOwnPage(request.url) || isDevelopmentSocket(request.url);
    answer({ cancel: !local });
  });
  app.on('web-contents-created', (_event, page) => {
    lockPage(page);
    page.on('did-start-navigation', ({ isSameDocument }) => (isSameDocument ? undefined : camera.takeBack()));
    page.on('destroyed', () => camera.takeBack());
  });
}

function isDevelopmentSocket(url: string): boolean {
  return url.startsWith('ws:') && isOwnPage(url.replace(/^ws:/, 'http:'));
}

function lockPage(page: WebContents): void {
  page.setWindowOpenHandler(() => ({ action: 'deny' }));
  page.on('will-navigate', (event) => {
    if (!isOwnPage(event.url)) event.preventDefault();
  });
  page.on('will-redirect', (event) => event.preventDefault());
  page.on('will-attach-webview', (event) => event.preventDefault());
}

/** Switches that would open the program to other programs; a release refuses to start with one of them. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'js-flags',
  'load-extension',
  'disable-web-security',
  'disable-site-isolation-trials',
  'no-sandbox',
  'disable-setuid-sandbox',
  'single-process',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  // Each of these names a program that Chromium would start its processes with.
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  // Each of these takes a wall away that the pages are behind.
  'disable-seccomp-filter-sandbox',
  'disable-gpu-sandbox',
  'ignore-certificate-errors',
  'unsafely-treat-insecure-origin-as-secure',
  'enable-blink-features',
  // Writes all that goes over the network stack into a file.
  'log-net-log',
];

declare const RACKWRIGHT_RELEASE: boolean;

/** An object, so that the two builds differ by one word: a plain constant would be folded away, and code with it. */
const BUILD = Object.freeze({ release: RACKWRIGHT_RELEASE });

/** The sentence that refuses to start, or null. Test builds differ by RACKWRIGHT_RELEASE alone. */
export function startRefusal(): string | null {
  if (!BUILD.release) return null;
  const refused =
    process.argv.slice(1).find(isRefused) ?? REFUSED_SWITCHES.find((name) => app.commandLine.hasSwitch(name));
  return refused === undefined ? null : `Rackwright does not start with --${switchName(refused)}.`;
}

/** `--inspect`, `-inspect=0` and `--inspect-brk` alike. */
function isRefused(word: string): boolean {
  if (!word.startsWith('-')) return false;
  const given = switchName(word);
  return REFUSED_SWITCHES.some((name) => given === name || given.startsWith(`${name}-`));
}

function switchName(word: string): string {
  return (word.split('=', 1)[0] ?? '').replace(/^--?/, '');
}
