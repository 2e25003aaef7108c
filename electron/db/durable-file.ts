import { closeSync, fsyncSync, linkSync, openSync, readdirSync, renameSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes a file's bytes durable. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes the names in a folder durable; Windows has no such call and needs none. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Gives a finished temporary file its name, replacing what has it, and makes that durable. */
export function publishOver(temporary: string, file: string): void {
  syncFile(temporary);
  renameSync(temporary, file);
  syncFolder(dirname(file));
}

const NO_HARD_LINKS: ReadonlySet<unknown> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK']);

/** The same, but an existing file is never replaced: throws EEXIST. */
export function publishNew(temporary: string, file: string): void {
  syncFile(temporary);
  try {
    linkSync(temporary, file);
    unlinkSync(temporary);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && NO_HARD_LINKS.has(error.code))) throw error;
    // FAT and exFAT, the usual USB sticks, have no hard links: take the name first, so that nobody else's file is replaced.
    closeSync(openSync(file, 'wx'));
    renameSync(temporary, file);
  }
  syncFolder(dirname(file));
}

/** Runs `build` on a temporary name beside `file`, and leaves nothing behind when it fails. */
export function viaTemporary(file: string, build: (temporary: string) => void): void {
  const temporary = `${file}.${process.pid}.${Date.now().toString(36)}.new`;
  try {
    build(temporary);
  } finally {
    for (const leftover of [temporary, `${temporary}-journal`, `${temporary}-wal`, `${temporary}-shm`])
      rmSync(leftover, { force: true });
  }
}

const TEMPORARY = /\.(\d+)\.[0-9a-z]+\.new(-journal|-wal|-shm)?$/;

/**
 * Removes what a crash left of `viaTemporary` in a folder: temporary files whose process is gone. `base`: only those that
 * were to become this file.
 */
export function sweepLeftovers(folder: string, base?: string): void {
  for (const name of readdirSync(folder)) {
    const pid = TEMPORARY.exec(name)?.[1];
    if (pid === undefined || (base !== undefined && !name.startsWith(`${base}.${pid}.`))) continue;
    if (!isRunning(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process runs, but may not be signalled.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
