import { statSync } from 'node:fs';
import { fail } from '../../../shared/contract/failure.ts';
import { CLASHES, type NetBoxDataReport } from '../../../shared/contract/netbox-data.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

const NOTHING_REFUSED = 0;
const SOMETHING_REFUSED = 2;

/** A data set is one JSON file; device types are YAML. */
export function isDataSet(paths: readonly string[]): boolean {
  const [path] = paths;
  if (paths.length !== 1 || path === undefined || !path.toLowerCase().endsWith('.json')) return false;
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** `import FILE.json`: a NetBox data set. Exit code 2 when something was renamed or left out. */
export async function importDataSet(path: string, options: CliOptions): Promise<number> {
  const clash = CLASHES.find((entry) => entry === options.clash);
  if (!clash) fail('E_FORMAT', `--clash must be ${CLASHES.join(', ')}; "${options.clash}" was given.`);
  const dryRun = options['dry-run'];
  const report = await withWorkspace(options, true, async (client) => {
    let last: NetBoxDataReport | null = null;
    for await (const event of await client.import.netboxData({ path, dryRun, clash })) {
      if (event.kind === 'report') last = event.report;
      else if (!options.json) process.stderr.write(`\r${event.phase} ${event.done} of ${event.total}   `);
    }
    return last ?? fail('E_INTERNAL', 'The import ended without a report.');
  });
  if (options.json) printJson(report);
  else printReport(report);
  return report.findings.length > 0 ? SOMETHING_REFUSED : NOTHING_REFUSED;
}

function printReport({ byNoun, findings, notImported }: NetBoxDataReport): void {
  process.stderr.write('\n');
  for (const [noun, { created, updated, unchanged }] of Object.entries(byNoun))
    printLine(`${findNoun(noun)?.plural ?? noun}: ${created} new, ${updated} changed, ${unchanged} the same`);
  for (const { noun, name, message } of findings) printLine(`  ${findNoun(noun)?.label ?? noun} ${name}: ${message}`);
  if (notImported.length > 0)
    printLine(`Not imported: ${notImported.map(({ model, rows }) => `${rows} ${model}`).join(', ')}`);
}
