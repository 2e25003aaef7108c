import { openWorkspace } from '../db/workspace.ts';
import { openNew } from '../db/connection.ts';

/**
 * A script for tests: opens the workspace named first for writing, prints how that went, and holds it until it is killed.
 * With `--unprivileged`, a root process becomes an ordinary user first, since nothing is read-only for root.
 */
const [file = '', backupFolder = '', ...flags] = process.argv.slice(2);

if (flags.includes('--unprivileged') && process.getuid?.() === 0) {
  // The native library is loaded while its file can still be read.
  openNew(':memory:').close();
  process.setgroups?.([]);
  process.setgid?.(65_533);
  process.setuid?.(65_533);
}

const { mode, refusal, reader } = openWorkspace(file, { backupFolder, write: true });
const sites = reader.prepare<[], number>('SELECT count(*) FROM site').pluck().get();
process.stdout.write(`${JSON.stringify({ mode, refusal, sites })}\n`);
process.stdin.resume();
