import { fail } from '../../../shared/contract/failure.ts';
import type { NounDefinition } from '../../../shared/domain/noun.ts';
import { findNoun, NOUN_LIST } from '../../../shared/domain/nouns.ts';
import type { CliOptions } from './options.ts';
import { printJson } from './output.ts';
import { withWorkspace, type CliClient } from './session.ts';

interface ExportItem {
  readonly record: Record<string, unknown> & { id: string };
  readonly tags: Record<string, string>;
  readonly custom: Record<string, string | null>;
}

interface ExportPage {
  readonly items: readonly ExportItem[];
  readonly cursor: string | null;
}

type List = (input: { query: string; limit: number; cursor?: string }) => Promise<ExportPage>;

/** `export NOUN`: all rows in list order as CSV that `import --noun` reads back, or one JSON array of rows by id. */
export async function exportRows(words: readonly string[], options: CliOptions): Promise<number> {
  const definition =
    findNoun(words[0] ?? '') ??
    fail('E_NOT_FOUND', `Write: export NOUN, one of ${NOUN_LIST.map((entry) => entry.noun).join(', ')}.`);
  await withWorkspace(options, false, (client) =>
    options.json ? exportJson(client, definition, options.query) : exportCsv(client, definition.noun, options.query),
  );
  return 0;
}

async function exportCsv(client: CliClient, noun: string, query: string): Promise<void> {
  for await (const { text } of await client.csv.export({ noun, query })) process.stdout.write(text);
}

async function exportJson(client: CliClient, definition: NounDefinition, query: string): Promise<void> {
  const { list } = Reflect.get(client, definition.noun) as { list: List };
  const rows: unknown[] = [];
  for await (const page of pagesOf(list, query))
    for (const { record, tags, custom } of page.items) rows.push({ ...record, tags, custom });
  printJson(rows);
}

async function* pagesOf(list: List, query: string): AsyncGenerator<ExportPage> {
  let cursor: string | null = null;
  do {
    const page: ExportPage = await list({ query, limit: 1000, ...(cursor === null ? {} : { cursor }) });
    yield page;
    cursor = page.cursor;
  } while (cursor !== null);
}
