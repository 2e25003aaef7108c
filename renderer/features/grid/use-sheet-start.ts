import { useEffect, useState } from 'react';
import type { NounName } from '../../../shared/domain/nouns.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { nounClient, type NounDetail } from '../../bridge/noun-client.ts';
import { cellsOf, type GridColumn } from './grid-columns.ts';
import { storedRow, type SheetRow } from './sheet.ts';

/** Which stored rows the sheet begins with; neither: none, the sheet is for new ones. */
export interface SheetSource {
  readonly ids: readonly string[];
  readonly query: string;
}

export const MOST_STORED_ROWS = 1000;
const AT_ONCE = 50;

async function selectedRows(noun: NounName, ids: readonly string[]): Promise<readonly NounDetail[]> {
  const details: NounDetail[] = [];
  for (let at = 0; at < ids.length; at += AT_ONCE)
    details.push(...(await Promise.all(ids.slice(at, at + AT_ONCE).map((ref) => nounClient(noun).get({ ref })))));
  return details;
}

async function storedRows(noun: NounName, columns: readonly GridColumn[], source: SheetSource): Promise<SheetRow[]> {
  if (source.ids.length > 0) {
    const details = await selectedRows(noun, source.ids.slice(0, MOST_STORED_ROWS));
    return details.map((detail) => storedRow(detail.record.id, cellsOf(columns, detail, detail.references)));
  }
  const { items, references } = await nounClient(noun).list({ query: source.query, limit: MOST_STORED_ROWS });
  return items.map((item) => storedRow(item.record.id, cellsOf(columns, item, references)));
}

/** Reads the stored rows once, when the sheet opens. */
export function useSheetStart(
  noun: NounName,
  columns: readonly GridColumn[],
  source: SheetSource | null,
  onLoaded: (rows: readonly SheetRow[]) => void,
): { readonly loading: boolean; readonly problem: string | null } {
  const [state, setState] = useState<{ loading: boolean; problem: string | null }>({
    loading: source !== null,
    problem: null,
  });
  // The sheet is read once: what is typed must not be replaced when the selection or a row changes elsewhere.
  const [start] = useState(() => ({ noun, columns, source, onLoaded }));
  useEffect(() => {
    if (!start.source) return;
    let left = false;
    storedRows(start.noun, start.columns, start.source).then(
      (rows) => {
        if (left) return;
        start.onLoaded(rows);
        setState({ loading: false, problem: null });
      },
      (error: unknown) => {
        if (!left) setState({ loading: false, problem: failureFrom(error).message });
      },
    );
    return () => {
      left = true;
    };
  }, [start]);
  return state;
}
