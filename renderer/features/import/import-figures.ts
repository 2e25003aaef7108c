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
