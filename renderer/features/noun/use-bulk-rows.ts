import type { NounName } from '../../../shared/domain/nouns.ts';
import { client } from '../../bridge/client.ts';
import type { NounPageAnswer } from '../../bridge/noun-client.ts';
import type { ColumnLayout, Sort } from '../../ui/table-layout.ts';
import { saveTextFile } from '../workspace/use-files.ts';
import { orderedColumns } from './ColumnChooser.tsx';
import type { NounColumn } from './columns.tsx';
import { csvText } from './csv.ts';
import { eachPage, listInput } from './use-noun-list.ts';
import { useRowsWork } from './use-rows-work.ts';

/** Work over every row of a list, page by page, with progress and Cancel. */
export function useBulkRows(noun: NounName, query: string, sort: Sort | null) {
  const { progress, work } = useRowsWork();

  const readAll = (label: string, total: number, onPage: (page: NounPageAnswer) => void): Promise<boolean> =>
    work(label, total, (signal, advance) =>
      eachPage(noun, listInput(query, sort), signal, (page) => {
        onPage(page);
        advance(page.items.length);
      }),
    );

  return {
    progress,
    /** The ids of every row of the list, or null when that failed or was cancelled. */
    ids: async (total: number): Promise<readonly string[] | null> => {
      const ids: string[] = [];
      const whole = await readAll('Selecting', total, (page) => ids.push(...page.items.map((item) => item.record.id)));
      return whole ? ids : null;
    },
    /** Saves every column of the rows that the filter admits, in the form that an import reads back unchanged. */
    exportAll: async (total: number): Promise<void> => {
      const parts: string[] = [];
      const whole = await work('Exporting', total, async (signal, advance) => {
        for await (const { text, rows } of await client.csv.export({ noun, query }, { signal })) {
          parts.push(text);
          advance(rows);
        }
      });
      if (whole) await saveTextFile(`${noun}.csv`, parts.join(''));
    },
    /** Saves the list as shown (its filter, sorting and columns) as a CSV file. */
    exportShown: async (columns: readonly NounColumn[], layout: ColumnLayout, total: number): Promise<void> => {
      const shown = orderedColumns(columns, layout.order).filter((column) => layout.visibility[column.id]);
      const rows: { item: NounPageAnswer['items'][number]; references: NounPageAnswer['references'] }[] = [];
      const whole = await readAll('Exporting', total, ({ items, references }) =>
        rows.push(...items.map((item) => ({ item, references }))),
      );
      if (whole) await saveTextFile(`${noun}.csv`, csvText(shown, rows));
    },
  };
}
