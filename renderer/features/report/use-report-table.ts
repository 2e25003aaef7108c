import { useQuery } from '@tanstack/react-query';
import { client } from '../../bridge/client.ts';
import { rowsOfCsv, type TableRow } from './report-table.ts';

interface Question {
  readonly kind: 'capacity' | 'costs' | 'renewals';
  readonly query: string;
  readonly days?: number;
}

interface Table {
  /** The file as it is saved. */
  readonly text: string;
  readonly rows: readonly TableRow[];
}

/** A table about computes, read as its CSV: what is shown, printed and saved is the same. */
export function useReportTable(question: Question) {
  return useQuery({
    queryKey: [['report', 'csv'], { input: question, type: 'table' }],
    queryFn: async ({ signal }): Promise<Table> => {
      const parts: string[] = [];
      for await (const { text } of await client.report.csv(question, { signal })) parts.push(text);
      const text = parts.join('');
      return { text, rows: rowsOfCsv(text) };
    },
  });
}
