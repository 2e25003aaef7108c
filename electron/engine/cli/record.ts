import type { CsvReport } from '../../../shared/contract/csv.ts';
import { fail, failFields } from '../../../shared/contract/failure.ts';
import { findNoun } from '../../../shared/domain/nouns.ts';
import { inSentence } from '../../../shared/domain/label-text.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

const DONE = { created: 'Created', updated: 'Changed', unchanged: 'Nothing had to change:' } as const;

/**
 * `record NOUN FIELD=VALUE...`: makes a row, or changes the given fields of the one with that natural key. Fields are named
 * and values are written as in the CSV file of the noun: references by name, amounts with units, lists with commas.
 */
export async function record(words: readonly string[], options: CliOptions): Promise<number> {
  const [noun, ...pairs] = words;
  const definition = findNoun(noun ?? '');
  if (noun === undefined || pairs.length === 0)
    return fail('E_FORMAT', 'Write: record NOUN FIELD=VALUE..., such as record firewallRule name=ssh action=ALLOW.');
  if (!definition) return fail('E_NOT_FOUND', `There is no noun "${noun}".`);
  const cells = pairs.map(cellOf);
  const line = (at: 0 | 1) => cells.map((cell) => `"${cell[at].replaceAll('"', '""')}"`).join(',');
  const report = await withWorkspace(options, true, async (client) => {
    let last: CsvReport | null = null;
    const text = `${line(0)}\n${line(1)}\n`;
    for await (const event of await client.csv.import({ noun, text, accept: 'good', shown: 1 }))
      if (event.kind === 'report') last = event.report;
    return last ?? fail('E_INTERNAL', 'The row was not answered for.');
  });
  if (report.problems.length > 0) failFields(report.problems);
  const row = report.shown[0] ?? fail('E_INTERNAL', 'The row was not answered for.');
  const outcome = row.outcome === 'updated' || row.outcome === 'unchanged' ? row.outcome : 'created';
  if (options.json) printJson({ outcome, name: row.name });
  else printLine(`${DONE[outcome]} ${inSentence(definition.label)} ${row.name}`);
  return 0;
}

/** `FIELD=VALUE`; the value may hold further equals signs. */
function cellOf(pair: string): readonly [field: string, value: string] {
  const at = pair.indexOf('=');
  if (at < 1) return fail('E_FORMAT', `"${pair}" must be a field and its value, such as name=ssh.`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}
