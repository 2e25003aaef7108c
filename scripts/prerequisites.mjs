// What Electron and a display need of the machine. Debian's packages are installed for root; anyone else is told.
import { spawnSync } from 'node:child_process';

/** Each entry is met by any of its names: Debian 13 renamed some. Complete on a Debian 12 with nothing but Node. */
const SYSTEM_PACKAGES = [
  ['xvfb'],
  ['xauth'],
  ['libnss3'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libgbm1'],
  ['libasound2', 'libasound2t64'],
  ['fonts-dejavu-core'],
];

export const runsAsRoot = process.getuid?.() === 0;

/**
 * Makes sure of the system's packages, on Debian and its kin; elsewhere nothing is known, and nothing done.
 * @throws for an ordinary user, with the one command to run
 */
export function ensureSystemPackages() {
  if (process.platform !== 'linux' || !commandExists('dpkg-query')) return;
  const missing = SYSTEM_PACKAGES.filter((names) => !names.some(isInstalled)).map((names) => firstAvailable(names));
  if (missing.length === 0) return;
  if (!runsAsRoot) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`;
    throw new Error(`Some of the system's packages are missing. Install them with: ${command}`);
  }
  console.log(`Installing the system's packages: ${missing.join(' ')}`);
  apt(['update', '-qq']);
  apt(['install', '-y', '-qq', '--no-install-recommends', ...missing]);
}

/**
 * Chromium's sandbox is built on user namespaces. Without them nothing is run: never without the sandbox.
 * @param {string[]} asUser the command that takes on the uid which will run Electron; empty for the present one
 * @throws where user namespaces are not to be had
 */
export function ensureUserNamespaces(asUser) {
  if (process.platform !== 'linux') return;
  const [setpriv, ...prefix] = asUser;
  const inNamespace = ['--user', '--map-root-user', 'true'];
  const [command, rest] =
    setpriv === undefined ? ['unshare', inNamespace] : [setpriv, [...prefix, 'unshare', ...inNamespace]];
  if (spawnSync(command, rest, { stdio: 'ignore' }).status === 0) return;
  throw new Error(
    "This machine gives ordinary users no user namespaces, which Electron's sandbox needs, and Rackwright never runs " +
      'without the sandbox: allow them (sysctl user.max_user_namespaces, kernel.unprivileged_userns_clone).',
  );
}

/** @param {string} command */
function commandExists(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** @param {string} name */
function isInstalled(name) {
  const query = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], { encoding: 'utf8' });
  return query.stdout === 'installed';
}

/** @param {string[]} names */
function firstAvailable(names) {
  const known = names.find((name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0);
  return known ?? names[0] ?? '';
}

/** @param {string[]} aptArguments */
function apt(aptArguments) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = spawnSync('apt-get', aptArguments, { stdio: ['ignore', 'ignore', 'inherit'], env });
  if (status !== 0) throw new Error(`apt-get ${aptArguments.join(' ')} failed.`);
}
