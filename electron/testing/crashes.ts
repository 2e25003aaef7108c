import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { listBackups } from '../db/backup/store.ts';
import { createWorkspaceFile } from '../db/create.ts';
import { openNew } from '../db/connection.ts';
import { APPLICATION_ID } from '../db/file-header.ts';
import { migrate } from '../db/migrate.ts';
import { scrubbed } from '../db/scrub/scrub.ts';
import { openSession } from '../engine/compose.ts';
import { WORKSPACE_CHECKS } from '../engine/workspace-checks.ts';
import { startScript } from './child-process.ts';

interface Said {
  readonly acknowledged?: string;
  readonly begun?: string;
  readonly name?: string;
  readonly rows?: number;
}

/** A program that is told to work, is killed at some moment, and what it had said by then. */
class Victim {
  readonly #child;
  readonly said: Said[] = [];
  readonly #ready: Promise<void>;

  constructor(file: string, backupFolder: string, round: number) {
    this.#child = startScript('electron/testing/crash-writer.ts', [file, backupFolder, String(round)]);
    const { stdout } = this.#child;
    if (!stdout) throw new Error('The script has no output.');
    const ready = Promise.withResolvers<void>();
    this.#ready = ready.promise;
    createInterface({ input: stdout }).on('line', (line) => {
      const said = JSON.parse(line) as Said & { ready?: boolean };
      if (said.ready) ready.resolve();
      else this.said.push(said);
    });
  }

  /** Lets it work for so long, then ends it as a power cut ends a program. */
  async killedAfter(milliseconds: number): Promise<readonly Said[]> {
    await this.#ready;
    this.#child.stdin?.write('go\n');
    await pause(milliseconds);
    const closed = once(this.#child, 'close');
    this.#child.kill('SIGKILL');
    await closed;
    return this.said;
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

export interface CrashCount {
  kills: number;
  acknowledged: number;
  imports: number;
  backups: number;
  migrations: number;
}

const MIGRATION_EVERY = 5;
const LONGEST_MS = 400;

/**
 * Kills the program again and again while it edits, imports, backs up and migrates one workspace, and looks after each
 * death that everything it acknowledged is there, that nothing is there by half, and that nothing is left over.
 */
export async function survivesKills(
  folder: string,
  kills: number,
  delay: (round: number) => number,
): Promise<CrashCount> {
  const file = join(folder, 'Hall.rackwright');
  const backupFolder = join(folder, 'backups');
  createWorkspaceFile(file);
  const count: CrashCount = { kills: 0, acknowledged: 0, imports: 0, backups: 0, migrations: 0 };
  const kept: string[] = [];
  const place = (round: number) => (round % MIGRATION_EVERY === 4 ? olderWorkspace(folder, round) : file);
  let next = new Victim(place(0), backupFolder, 0);
  for (let round = 0; round < kills; round += 1) {
    const victim = next;
    const said = await victim.killedAfter(delay(round) % LONGEST_MS);
    // The next one starts while this one's remains are looked at.
    if (round + 1 < kills) next = new Victim(place(round + 1), backupFolder, round + 1);
    const migrated = round % MIGRATION_EVERY === 4;
    const imports = checkRemains(migrated ? place(round) : file, backupFolder, said, migrated ? [] : kept);
    if (!migrated) kept.push(...said.flatMap(namesAcknowledged));
    count.kills += 1;
    count.acknowledged += said.filter(({ acknowledged }) => acknowledged !== undefined).length;
    count.imports += imports;
    count.backups += said.filter(({ acknowledged }) => acknowledged === 'backup').length;
    count.migrations += migrated ? 1 : 0;
  }
  return count;
}

function namesAcknowledged({ acknowledged, name, rows }: Said): string[] {
  if (acknowledged === 'edit' && name !== undefined) return [name];
  if (acknowledged !== 'import') return [];
  return Array.from({ length: rows ?? 0 }, (_, index) => `${name}-${index}`);
}

/** Opens what a killed program left. Answers how many imports were whole. */
function checkRemains(file: string, backupFolder: string, said: readonly Said[], kept: readonly string[]): number {
  const session = openSession(file, { backupFolder, write: true }, 'tester');
  expect(session.state.mode).toBe('writable');
  const names = new Set(session.read.prepare<[], string>('SELECT name FROM compute').pluck().all());
  for (const name of [...kept, ...said.flatMap(namesAcknowledged)]) expect(names).toContain(name);
  const imports = said
    .filter(({ begun }) => begun === 'import')
    .map(({ name, rows = 0 }) => {
      const there = Array.from({ length: rows }, (_, index) => `${name}-${index}`).filter((entry) =>
        names.has(entry),
      ).length;
      expect([0, rows]).toContain(there);
      return there === rows;
    });
  expect(scrubbed(session.read, WORKSPACE_CHECKS).damage).toEqual([]);
  session.workspace.close();
  expect(readdirSync(join(file, '..')).filter((name) => /\.new|-wal$|-shm$|-lock/.test(name))).toEqual([]);
  for (const { facts } of listBackups(backupFolder)) expect(facts.problem).toBeNull();
  return imports.filter(Boolean).length;
}

/** A workspace of format 20; opening it migrates it, after a backup. */
function olderWorkspace(folder: string, round: number): string {
  const file = join(folder, `Old ${round}.rackwright`);
  if (existsSync(file)) return file;
  const database = openNew(file);
  database.pragma(`application_id = ${APPLICATION_ID}`);
  migrate(database, 20);
  database.close();
  return file;
}
