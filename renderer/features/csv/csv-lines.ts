import type { CsvOutcome, CsvProblem, CsvReport, CsvRow } from '../../../shared/contract/csv.ts';
import type { Tone } from '../../ui/ToneIcon.tsx';

/** What becomes of a row, in the words of the screen. */
export const OUTCOME_WORDS: Readonly<Record<CsvOutcome, { readonly word: string; readonly tone: Tone }>> = {
  created: { word: 'New', tone: 'good' },
  updated: { word: 'Changed', tone: 'info' },
  unchanged: { word: 'Same', tone: 'neutral' },
  skipped: { word: 'Skipped', tone: 'neutral' },
  refused: { word: 'Error', tone: 'bad' },
};

/** A row of the file with everything that is told about it. */
export interface CsvLine extends CsvRow {
  readonly problems: readonly CsvProblem[];
}

/** The rows that a report tells of, in the order of the file: the first ones, and every row with a problem. */
export function csvLines(report: CsvReport): readonly CsvLine[] {
  const problems = Map.groupBy(report.problems, ({ row }) => row);
  const shown = new Set(report.shown.map(({ row }) => row));
  const lines = report.shown.map((row): CsvLine => ({ ...row, problems: problems.get(row.row) ?? [] }));
  const further = [...problems].flatMap(([row, found]): CsvLine[] =>
    shown.has(row)
      ? []
      : [{ row, outcome: 'refused', name: '', id: null, changes: [], takenFrom: [], problems: found }],
  );
  return [...lines, ...further].toSorted((one, other) => one.row - other.row);
}

/** How many rows would be, or were, written. */
export function writtenRows({ counts }: Pick<CsvReport, 'counts'>): number {
  return counts.created + counts.updated;
}

/** A change in one line: `State: active → maintenance`; of a new row only what it holds. */
export function changeText({ label, before, after }: CsvRow['changes'][number], outcome: CsvOutcome): string {
  if (outcome === 'created') return `${label}: ${after}`;
  return `${label}: ${before === '' ? 'empty' : before} → ${after === '' ? 'empty' : after}`;
}

/** Takes a column of the file for `name`; the column that was taken for it before is left out then. */
export function mapped(
  columns: readonly (string | null)[],
  index: number,
  name: string | null,
): readonly (string | null)[] {
  return columns.map((taken, at) => (at === index ? name : taken === name ? null : taken));
}
