import { fail } from '../../../shared/contract/failure.ts';
import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { reportMarkdown } from '../../../shared/rules/report-markdown.ts';
import type { CliOptions } from './options.ts';
import { printJson, wholeNumber } from './output.ts';
import { withWorkspace, type CliClient } from './session.ts';

/** `report compute [NAME]` as Markdown, or as JSON; `report capacity|costs|renewals` as CSV. */
export async function report(words: readonly string[], options: CliOptions): Promise<number> {
  const [kind, name] = words;
  if (kind === 'compute') {
    await withWorkspace(options, false, (client) => reportComputes(client, name, options));
    return 0;
  }
  if (kind !== 'capacity' && kind !== 'costs' && kind !== 'renewals')
    fail('E_FORMAT', 'Write: report compute [NAME], report capacity, report costs or report renewals.');
  const days = options.days === undefined ? {} : { days: wholeNumber(options.days, 'days') };
  await withWorkspace(options, false, async (client) => {
    for await (const { text } of await client.report.csv({ kind, query: options.query, ...days }))
      process.stdout.write(text);
  });
  return 0;
}

async function reportComputes(client: CliClient, name: string | undefined, options: CliOptions): Promise<void> {
  const journal = options.journal ? ('all' as const) : ('recent' as const);
  const chosen = name === undefined ? {} : { computes: [name] };
  const whole: ComputeReport[] = [];
  let first = true;
  for await (const one of await client.report.computes({ ...chosen, query: options.query, journal })) {
    if (options.json) whole.push(one);
    else process.stdout.write(`${first ? '' : '\n---\n\n'}${reportMarkdown(one, options.journal)}`);
    first = false;
  }
  if (options.json) printJson(name === undefined ? whole : whole[0]);
}
