import { join } from 'node:path';
import { createWorkspaceFile } from '../db/create.ts';
import { CRASH_PHASES, diedIn, namesPromised, type CrashLie, type CrashLine, type CrashPhase } from './crash-phase.ts';
import { checkRestored, checkWork, type Remains } from './crash-remains.ts';
import { Victim, type VictimOptions } from './crash-victim.ts';
import { makeOlderWorkspace } from './older-workspace.ts';

export interface CrashCount {
  kills: number;
  acknowledged: number;
  /** Imports that were there, whole, after the kill. */
  imports: number;
  /** Kills that came after something of the kind had begun and before it was answered. */
  readonly killedIn: Record<CrashPhase, number>;
}

export interface KillOptions {
  readonly kills: number;
  /** Another seed kills at other moments. */
  readonly seed?: number;
  /** By turns in each, unless given. */
  readonly phases?: readonly CrashPhase[];
  readonly lie?: CrashLie;
}

/** The oldest format with places in it: opening it takes the most steps. */
const OLDEST_VERSION = 20;
const OLD_SITES = Array.from({ length: 200 }, (_, index) => `Site ${index}`);

/**
 * Kills the program again and again while it edits, imports, backs up, migrates and restores, and looks after each death that
 * everything it acknowledged is there, that nothing is there by half, and that nothing is left over.
 */
export async function survivesKills(folder: string, options: KillOptions): Promise<CrashCount> {
  const { kills, seed = 0, phases = CRASH_PHASES, lie } = options;
  createWorkspaceFile(join(folder, 'Hall.rackwright'));
  const killedIn = Object.fromEntries(CRASH_PHASES.map((phase) => [phase, 0])) as Record<CrashPhase, number>;
  const count: CrashCount = { kills: 0, acknowledged: 0, imports: 0, killedIn };
  const phaseOf = (round: number) => phases[round % phases.length] ?? 'edit';
  const clocks = new Map(CRASH_PHASES.map((phase) => [phase, new PhaseClock(phase)]));
  // The first edit of a program takes the longest; every other time the kill comes among many later ones.
  const skipsOf = (round: number) => (phaseOf(round) === 'edit' && round % 2 === 1 ? round % 23 : 0);
  const kept: string[] = [];
  const victim = async (round: number) =>
    new Victim({ ...(await placeOf(folder, round, phaseOf(round))), round, skips: skipsOf(round), lie });
  let next = await victim(0);
  for (let round = 0; round < kills; round += 1) {
    const { options: killed } = next;
    const clock = clocks.get(killed.phase);
    const said = await next.killedAfter(clock?.moment((((seed * kills + round) * 7919) % 997) / 997) ?? 0);
    clock?.learn(said);
    // The next one starts while this one's remains are looked at.
    if (round + 1 < kills) next = await victim(round + 1);
    count.imports += checkRemains({ ...killed, said }, killed.phase, kept);
    count.kills += 1;
    count.acknowledged += said.filter(({ acknowledged }) => acknowledged !== undefined).length;
    const died = diedIn(said);
    if (died) count.killedIn[died] += 1;
  }
  return count;
}

type Place = Pick<VictimOptions, 'file' | 'backupFolder' | 'phase'>;

/** Edits, imports and backups go on in one workspace; what is migrated or restored is each time another. */
async function placeOf(folder: string, round: number, phase: CrashPhase): Promise<Place> {
  const isOwn = phase === 'migration' || phase === 'restore';
  const file = join(folder, isOwn ? `${phase} ${round}.rackwright` : 'Hall.rackwright');
  if (phase === 'migration') await makeOlderWorkspace(file, OLDEST_VERSION, OLD_SITES);
  if (phase === 'restore') createWorkspaceFile(file);
  return { file, backupFolder: join(folder, isOwn ? `backups ${round}` : 'backups'), phase };
}

/** Answers how many imports are there. What one victim was promised, every later one on the same workspace keeps. */
function checkRemains(remains: Remains, phase: CrashPhase, kept: string[]): number {
  if (phase === 'restore') {
    checkRestored(remains);
    return 0;
  }
  const imports = checkWork(remains, phase === 'migration' ? OLD_SITES : kept);
  if (phase !== 'migration') kept.push(...remains.said.flatMap(namesPromised));
  return imports;
}

/** Spreads kills over a phase however fast the machine is: learns its length from the kills that came too late or too early. */
class PhaseClock {
  readonly #phase: CrashPhase;
  #milliseconds = 60;

  constructor(phase: CrashPhase) {
    this.#phase = phase;
  }

  moment(fraction: number): number {
    return fraction * this.#milliseconds;
  }

  learn(said: readonly CrashLine[]): void {
    const whole = said.findLast(({ acknowledged }) => acknowledged === this.#phase);
    this.#milliseconds = whole?.took ?? this.#milliseconds * 1.25;
  }
}
