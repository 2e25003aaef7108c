import { useRef, useState } from 'react';
import type { NounName } from '../../../shared/domain/nouns.ts';
import { failureFrom, isCancelled } from '../../bridge/failure.ts';
import type { NounPageAnswer } from '../../bridge/noun-client.ts';
import { showFailure } from '../../bridge/notices.ts';
import type { ColumnLayout, Sort } from '../../ui/table-layout.ts';
import { saveTextFile } from '../workspace/use-files.ts';
import { orderedColumns } from './ColumnChooser.tsx';
import type { NounColumn } from './columns.tsx';
import { csvText } from './csv.ts';
import { eachPage, listInput } from './use-noun-list.ts';

export interface RowsProgress {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  readonly cancel: () => void;
}

/** Work over every row of a list, page by page, with progress and Cancel. */
export function useBulkRows(noun: NounName, query: string, sort: Sort | null) {
  const [progress, setProgress] = useState<RowsProgress | null>(null);
  const running = useRef<AbortController | null>(null);

  const readAll = async (label: string, total: number, onPage: (page: NounPageAnswer) => void): Promise<boolean> => {
    running.current?.abort();
    const control = new AbortController();
    running.current = control;
    let done = 0;
    const tell = () => setProgress({ label, done, total, cancel: () => control.abort() });
    tell();
    try {
      await eachPage(noun, listInput(query, sort), control.signal, (page) => {
        onPage(page);
        done += page.items.length;
        tell();
      });
      return true;
    } catch (error) {
      if (!isCancelled(error)) showFailure(failureFrom(error, control.signal));
      return false;
    } finally {
      setProgress(null);
    }
  };

  return {
    progress,
    /** The ids of every row of the list, or null when that failed or was cancelled. */
    ids: async (total: number): Promise<readonly string[] | null> => {
      const ids: string[] = [];
      const whole = await readAll('Selecting', total, (page) => ids.push(...page.items.map((item) => item.record.id)));
      return whole ? ids : null;
    },
    /** Saves the list as shown (its filter, sorting and columns) as a CSV file. */
    exportCsv: async (columns: readonly NounColumn[], layout: ColumnLayout, total: number): Promise<void> => {
      const shown = orderedColumns(columns, layout.order).filter((column) => layout.visibility[column.id]);
      const rows: { item: NounPageAnswer['items'][number]; references: NounPageAnswer['references'] }[] = [];
      const whole = await readAll('Exporting', total, ({ items, references }) =>
        rows.push(...items.map((item) => ({ item, references }))),
      );
      if (whole) await saveTextFile(`${noun}.csv`, csvText(shown, rows));
    },
  };
}
