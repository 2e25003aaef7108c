import type { NounDefinition } from '../../../shared/domain/noun.ts';
import type { CliOptions } from './options.ts';
import { csvField, printJson, printLine } from './output.ts';
import type { CliClient } from './session.ts';

interface ExportItem {
  readonly record: Record<string, unknown> & { id: string };
  readonly tags: Record<string, string>;
  readonly custom: Record<string, string | null>;
}

interface ExportPage {
  readonly items: readonly ExportItem[];
  readonly cursor: string | null;
  readonly references: Record<string, string>;
}

type List = (input: { query: string; limit: number; cursor?: string }) => Promise<ExportPage>;

/** All rows of a noun in list order: CSV with references by name, or one JSON array of rows by id. */
export async function exportNoun(client: CliClient, definition: NounDefinition, options: CliOptions): Promise<void> {
  const list = (Reflect.get(client, definition.noun) as { list: List }).list;
  const pages = pagesOf(list, options.query);
  if (options.json) {
    const rows: unknown[] = [];
    for await (const page of pages)
      for (const { record, tags, custom } of page.items) rows.push({ ...record, tags, custom });
    printJson(rows);
    return;
  }
  const keys = definition.fieldList.map((field) => field.key);
  const tagged = definition.tagged === true;
  printLine([...keys, ...(tagged ? ['tags'] : [])].join(','));
  for await (const page of pages)
    for (const item of page.items) {
      const cells = definition.fieldList.map((field) => {
        const value = item.record[field.key];
        return csvField(
          field.meta.kind === 'reference' && typeof value === 'string' ? (page.references[value] ?? value) : value,
        );
      });
      printLine([...cells, ...(tagged ? [csvField(tagText(item.tags))] : [])].join(','));
    }
}

async function* pagesOf(list: List, query: string): AsyncGenerator<ExportPage> {
  let cursor: string | null = null;
  do {
    const page: ExportPage = await list({ query, limit: 1000, ...(cursor === null ? {} : { cursor }) });
    yield page;
    cursor = page.cursor;
  } while (cursor !== null);
}

function tagText(tags: Record<string, string>): string {
  return Object.entries(tags)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}
