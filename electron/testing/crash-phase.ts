/** What a program may be killed in. A `migration` is the opening of a workspace of an older format. */
export const CRASH_PHASES = ['edit', 'import', 'backup', 'migration', 'restore'] as const;
export type CrashPhase = (typeof CRASH_PHASES)[number];

/** Deliberate breakages that the checks after a kill must find: saying "saved" ahead of it, and importing row by row. */
export type CrashLie = 'acknowledges early' | 'imports row by row';

/** A line of the program that is killed. What is acknowledged is said only when it is true. */
export interface CrashLine {
  readonly ready?: true;
  readonly begun?: CrashPhase | 'open';
  readonly acknowledged?: CrashPhase | 'open';
  /** Milliseconds that it took; with `acknowledged`. */
  readonly took?: number;
  /** Of the compute, or what the names of the imported ones begin with. */
  readonly name?: string;
  /** Of an import. */
  readonly rows?: number;
}

/** The names of computes that a line promises are there. */
export function namesPromised({ acknowledged, name = '', rows = 0 }: CrashLine): string[] {
  if (acknowledged === 'edit') return [name];
  return acknowledged === 'import' ? importedNames(name, rows) : [];
}

export function importedNames(name: string, rows: number): string[] {
  return Array.from({ length: rows }, (_, index) => `${name}-${index}`);
}

/** What the program had begun and not answered when it died; null: nothing that is counted. */
export function diedIn(said: readonly CrashLine[]): CrashPhase | null {
  const begun = said.at(-1)?.begun;
  return begun === undefined || begun === 'open' ? null : begun;
}
