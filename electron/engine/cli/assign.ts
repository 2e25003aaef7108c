import { fail } from '../../../shared/contract/failure.ts';
import type { Verdict } from '../../../shared/domain/plan.ts';
import { RESOURCE_KEYS, RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine, wholeNumber } from './output.ts';
import { withWorkspace, type CliClient } from './session.ts';

const USAGE =
  'Write: assign SERVICE --computes A,B,C [--quantity N] [--basis max|min] [--accept all|good] [--reason TEXT] [--dry-run].';

type Wanted = Parameters<CliClient['assignment']['previewMany']>[0];

/** The computes named, or those that the query finds. */
async function computesOf(client: CliClient, { computes, query }: CliOptions): Promise<string[]> {
  if (computes !== undefined)
    return computes
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '');
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<CliClient['compute']['list']>> = await client.compute.list({
      query,
      limit: 1000,
      ...(cursor === null ? {} : { cursor }),
    });
    found.push(...page.items.map(({ record }) => record.id));
    ({ cursor } = page);
  } while (cursor !== null);
  return found;
}

function amounts(allocated: Partial<Record<(typeof RESOURCE_KEYS)[number], number>>): string {
  return RESOURCE_KEYS.filter((key) => (allocated[key] ?? 0) > 0)
    .map(
      (key) =>
        `${RESOURCE_LABELS[key].label.toLowerCase()} ${formatQuantity(allocated[key] ?? 0, RESOURCE_LABELS[key].unit)}`,
    )
    .join(', ');
}

function printVerdict(verdict: Verdict): void {
  if (verdict.verdict === 'candidate') printLine(`${verdict.compute}: fits (${amounts(verdict.allocated)})`);
  else printLine(`${verdict.compute}: ${verdict.reasons.map(reasonText).join(' ')}`);
}

/**
 * `assign SERVICE --computes A,B,C`: one service on several computes, as one undo. `--accept good` leaves out those that cannot
 * take it, `all` then books nothing; `--reason` sets capacity and rules aside and is kept. Exit code 2 when some were left out.
 */
export async function assignService(words: readonly string[], options: CliOptions): Promise<number> {
  const service = words[0] ?? fail('E_REQUIRED', `Name the service. ${USAGE}`);
  const { basis, accept, reason } = options;
  if (options.computes === undefined && options.query === '')
    fail('E_REQUIRED', `Name the computes with --computes, or list them with --query. ${USAGE}`);
  if (basis !== 'max' && basis !== 'min') fail('E_FORMAT', `--basis must be max or min; "${basis}" was given.`);
  if (accept !== 'all' && accept !== 'good') fail('E_FORMAT', `--accept must be all or good; "${accept}" was given.`);
  const dryRun = options['dry-run'];
  return withWorkspace(options, !dryRun, async (client) => {
    const computes = await computesOf(client, options);
    if (computes.length === 0) fail('E_NOT_FOUND', 'The query finds no compute.');
    const wanted: Wanted = { service, computes, quantity: wholeNumber(options.quantity, 'quantity'), basis };
    if (dryRun) return preview(client, wanted, options.json);
    const override = reason === undefined ? {} : { overrideReason: reason };
    const answer = await client.assignment.toMany({ ...wanted, onlyFitting: accept === 'good', ...override });
    if (options.json) printJson(answer);
    else {
      printLine(`${answer.label}: ${answer.booked} booked`);
      for (const { compute, reasons } of answer.skipped) printLine(`  ${compute}: ${reasons.join(' ')}`);
    }
    return answer.skipped.length > 0 ? 2 : 0;
  });
}

async function preview(client: CliClient, wanted: Wanted, json: boolean): Promise<number> {
  const { rows, ...about } = await client.assignment.previewMany(wanted);
  if (json) printJson({ ...about, rows });
  else for (const verdict of rows) printVerdict(verdict);
  return rows.some(({ verdict }) => verdict === 'rejected') ? 2 : 0;
}
