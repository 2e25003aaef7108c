import { useEffect, useMemo, useState } from 'react';
import type { GridInput, GridReport } from '../../../shared/contract/grid.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { client } from '../../bridge/client.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';
import { cellProblems, type CellProblem } from './cell-problems.ts';
import type { GridColumn } from './grid-columns.ts';
import { isDirty, type SheetRow } from './sheet.ts';

export type Existing = GridInput['existing'];

/** What the engine is asked to check or write: the rows with something to write, by the sheet's columns. */
export function gridInput(
  noun: string,
  columns: readonly GridColumn[],
  rows: readonly SheetRow[],
  existing: Existing,
): GridInput {
  return {
    noun,
    existing,
    columns: columns.map(({ key }) => key),
    rows: rows.map(({ ref, cells }) => ({ cells: [...cells], ...(ref === null ? {} : { ref }) })),
  };
}

/** The problems that the engine found, by row. */
export function reportedProblems(
  rows: readonly SheetRow[],
  { problems }: Pick<GridReport, 'problems'>,
): ReadonlyMap<SheetRow, readonly CellProblem[]> {
  const found = new Map<SheetRow, CellProblem[]>(rows.map((row) => [row, []]));
  for (const { row: index, column, message } of problems) {
    const row = rows[index];
    if (row) found.get(row)?.push({ column, message });
  }
  return found;
}

export interface SheetProblems {
  readonly of: (row: SheetRow) => readonly CellProblem[];
  /** Every problem in the order of the rows. */
  readonly all: readonly { readonly row: number; readonly problem: CellProblem }[];
  readonly dirty: number;
  readonly refused: number;
  /** The engine has looked at the rows as they are now. */
  readonly checked: boolean;
}

const PAUSE_MS = 300;

/** What the definition says of a row: a row never changes and belongs to one sheet. */
const OWN_PROBLEMS = new WeakMap<SheetRow, readonly CellProblem[]>();

/**
 * What is wrong with the rows: at once by the noun's definition, and after a short pause in typing by the engine, which
 * also knows names in use and rules over several rows. A row that changed since is judged by its definition again.
 */
export function useSheetProblems(
  definition: NounDefinition,
  columns: readonly GridColumn[],
  rows: readonly SheetRow[],
  existing: Existing,
): SheetProblems {
  const [answer, setAnswer] = useState<{
    readonly rows: readonly SheetRow[];
    readonly found: ReadonlyMap<SheetRow, readonly CellProblem[]>;
  }>({ rows: [], found: new Map() });
  useEffect(() => {
    const control = new AbortController();
    const timer = setTimeout(() => {
      const dirty = rows.filter(isDirty);
      if (dirty.length === 0) return setAnswer({ rows, found: new Map() });
      client.grid.check(gridInput(definition.noun, columns, dirty, existing), { signal: control.signal }).then(
        (report) => setAnswer({ rows, found: reportedProblems(dirty, report) }),
        (error: unknown) => {
          if (!isCancelled(error) && !control.signal.aborted) showFailure(failureFrom(error));
        },
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [definition, columns, rows, existing]);
  return useMemo(() => {
    const of = (row: SheetRow) => {
      const engine = answer.found.get(row);
      if (engine) return engine;
      const own = OWN_PROBLEMS.get(row) ?? cellProblems(definition, columns, row);
      OWN_PROBLEMS.set(row, own);
      return own;
    };
    const all = rows.flatMap((row, index) => of(row).map((problem) => ({ row: index, problem })));
    return {
      of,
      all,
      dirty: rows.filter(isDirty).length,
      refused: new Set(all.map(({ row }) => row)).size,
      checked: answer.rows === rows,
    };
  }, [answer, definition, columns, rows]);
}
