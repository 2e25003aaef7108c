import type { ImportReport } from '../../../shared/contract/import.ts';

export interface ImportFigures {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
}

/** All nouns of a report added up. */
export function figuresOf({ byNoun }: Pick<ImportReport, 'byNoun'>): ImportFigures {
  const all = Object.values(byNoun);
  const sum = (pick: (counts: ImportFigures) => number) => all.reduce((total, counts) => total + pick(counts), 0);
  return { created: sum((c) => c.created), updated: sum((c) => c.updated), unchanged: sum((c) => c.unchanged) };
}

/** Time left in words by the speed so far; null while there is too little to go by. */
export function timeLeftText(done: number, total: number, elapsedMs: number): string | null {
  if (done <= 0 || total <= done || elapsedMs < 500) return null;
  const seconds = Math.ceil(((elapsedMs / done) * (total - done)) / 1000);
  return seconds < 60 ? `about ${seconds} s left` : `about ${Math.ceil(seconds / 60)} min left`;
}
