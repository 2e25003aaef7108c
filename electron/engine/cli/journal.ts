import { fail } from '../../../shared/contract/failure.ts';
import { JOURNAL_CATEGORIES, type JournalCategory } from '../../../shared/domain/journal-entry.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine, wholeNumber } from './output.ts';
import { withWorkspace } from './session.ts';

/** `journal add NAME TEXT [--category C]`, `journal list [NAME] [--category C]`. */
export async function journal(words: readonly string[], options: CliOptions): Promise<number> {
  const [verb, name, ...text] = words;
  if (verb === 'add' && name !== undefined && text.length > 0) return add(name, text.join(' '), options);
  if (verb === 'list') return list(name, options);
  return fail('E_FORMAT', 'Write: journal add NAME TEXT or journal list [NAME].');
}

function categoryOf(options: CliOptions): JournalCategory | undefined {
  const { category } = options;
  if (category === undefined) return undefined;
  const known = JOURNAL_CATEGORIES.map(({ value }) => value);
  const found = known.find((value) => value === category);
  return found ?? fail('E_FORMAT', `--category must be ${known.join(', ')}; "${category}" was given.`);
}

async function add(objectId: string, content: string, options: CliOptions): Promise<number> {
  const category = categoryOf(options) ?? 'other';
  const { id } = await withWorkspace(options, true, (client) =>
    client.journalEntry.create({ record: { objectId, content, category } }),
  );
  if (options.json) printJson({ id });
  else printLine('Recorded');
  return 0;
}

async function list(name: string | undefined, options: CliOptions): Promise<number> {
  const category = categoryOf(options);
  const filter = {
    limit: wholeNumber(options.top, 'top'),
    ...(name === undefined ? {} : { objects: [name] }),
    ...(category === undefined ? {} : { categories: [category] }),
  };
  const { items } = await withWorkspace(options, false, (client) => client.journal.feed(filter));
  if (options.json) printJson(items);
  else
    for (const item of items)
      printLine(
        `${item.at} ${item.name} ${item.category} ${item.createdBy ?? ''}: ${item.content.replaceAll('\n', ' ')}`,
      );
  return 0;
}
