import { resolve } from 'node:path';
import type { CsvReport } from '../../../shared/contract/csv.ts';
import { fail } from '../../../shared/contract/failure.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

function oneOf<const Word extends string>(text: string, words: readonly Word[], name: string): Word {
  const found = words.find((word) => word === text);
  return found ?? fail('E_FORMAT', `--${name} must be ${words.join(', ')}; "${text}" was given.`);
}

/** `import FILE.csv --noun NOUN`: one file of rows. Exit code 2 where rows were refused. */
export async function importCsvFile(words: readonly string[], noun: string, options: CliOptions): Promise<number> {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) fail('E_REQUIRED', 'Name one CSV file to import.');
  const accept = oneOf(options.accept, ['good', 'all'], 'accept');
  const existing = oneOf(options.existing, ['update', 'skip', 'refuse', 'take over'], 'existing');
  const input = { noun, path: resolve(path), existing, shown: 0 };
  // A preview writes and takes it back, so it needs the workspace for itself too.
  const report = await withWorkspace(options, true, async (client) => {
    const events = await (options['dry-run'] ? client.csv.preview(input) : client.csv.import({ ...input, accept }));
    let last: CsvReport | null = null;
    for await (const event of events) {
      if (event.kind === 'report') last = event.report;
      else if (!options.json) process.stderr.write(`\r${event.done} of ${event.total}   `);
    }
    return last ?? fail('E_INTERNAL', 'The import ended without a report.');
  });
  print(report, options);
  return report.counts.refused > 0 ? 2 : 0;
}

function print(report: CsvReport, options: CliOptions): void {
  if (options.json) return printJson(report);
  const { created, updated, unchanged, skipped, refused } = report.counts;
  printLine(
    `${options['dry-run'] ? 'Would be: ' : ''}${created} new, ${updated} changed, ${unchanged} the same, ${skipped} skipped, ${refused} refused`,
  );
  for (const [index, header] of report.headers.entries())
    if (report.columns[index] === null) printLine(`Column "${header}" is left out`);
  for (const { row, column, message } of report.problems)
    printLine(
      `  row ${row}${column === null ? '' : `, ${report.headers[column] ?? `column ${column + 1}`}`}: ${message}`,
    );
}
