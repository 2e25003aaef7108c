import { setImmediate as nextTurn } from 'node:timers/promises';
import { cellText, csvLine, guarded } from '../../../shared/rules/csv.ts';
import { printTags } from '../../../shared/rules/csv-tags.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import { customFieldsOf } from '../object/extras-repository.ts';
import { listPage, type ListItem } from '../object/list-repository.ts';
import { csvNoun, exportColumns, fileColumns, type FileColumn } from './columns.ts';
import { ReferenceTexts } from './references.ts';

const ROWS_PER_PAGE = 1000;

export interface ExportRequest {
  readonly noun: string;
  readonly query: string;
  readonly columns?: readonly string[] | undefined;
}

export interface ExportPart {
  readonly text: string;
  readonly rows: number;
}

/** The rows of a noun in list order as CSV, page by page; the header comes with the first. The same rows give the same bytes. */
export async function* exportCsv(
  database: ReadDatabase,
  request: ExportRequest,
  signal: AbortSignal | undefined,
): AsyncGenerator<ExportPart, void, void> {
  const definition = csvNoun(request.noun);
  const custom = customFieldsOf(database, definition.noun);
  const names = request.columns ?? exportColumns(definition, custom);
  const columns = fileColumns(definition, custom, names);
  const references = new ReferenceTexts(database);
  let cursor: string | null | undefined;
  let header = csvLine(names);
  for (;;) {
    const page = listPage(database, definition, {
      query: request.query,
      sort: [],
      limit: ROWS_PER_PAGE,
      ...(cursor === undefined || cursor === null ? {} : { cursor }),
    });
    const lines = page.items.map((item) => csvLine(columns.map((column) => cellOf(references, column, item))));
    yield { text: header + lines.join(''), rows: lines.length };
    ({ cursor } = page);
    header = '';
    if (cursor === null) return;
    await nextTurn();
    if (signal?.aborted) return;
  }
}

function cellOf(references: ReferenceTexts, column: FileColumn, item: ListItem): string {
  switch (column.kind) {
    case 'ignored':
      return '';
    case 'id':
      return item.record.id;
    case 'tags':
      return guarded(printTags(item.tags));
    case 'tag':
      return guarded(item.tags[column.key] ?? '');
    case 'custom':
      return guarded(item.custom[column.field.key] ?? '');
    case 'field': {
      const { key, meta } = column.field;
      const value = item.record[key];
      if (meta.kind !== 'reference' || typeof value !== 'string') return cellText(meta, value);
      return guarded(references.textOf(meta.references ?? '', value));
    }
  }
}
