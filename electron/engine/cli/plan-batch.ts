import { fail } from '../../../shared/contract/failure.ts';
import type { BatchInput, BatchResult } from '../../../shared/contract/plan.ts';
import type { Unplaced } from '../../../shared/domain/plan-recommendation.ts';
import { amountText } from '../../../shared/rules/placement-amount-text.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { adviceLine } from './plan-advice.ts';
import { withWorkspace } from './session.ts';

interface Item {
  readonly subject: { readonly service: string };
  readonly quantity: number;
}

type Judged = Pick<BatchInput, 'basis' | 'shape'>;

/** Whether the words name services with quantities: `web=3`. */
export function isBatch(words: readonly string[]): boolean {
  return words.length > 1 || (words[0]?.includes('=') ?? false);
}

/** `web=3 db` → three of web and one of db. A name may itself hold `=`: the last one counts. */
export function readItems(words: readonly string[]): Item[] {
  return words.map((word) => {
    const equals = word.lastIndexOf('=');
    const service = equals < 0 ? word : word.slice(0, equals);
    const quantity = equals < 0 ? 1 : Number(word.slice(equals + 1));
    if (service === '' || !Number.isInteger(quantity) || quantity < 1)
      return fail('E_FORMAT', `Write SERVICE=QUANTITY with a whole number from 1; "${word}" was given.`);
    return { subject: { service }, quantity };
  });
}

/** `plan SERVICE=N ...`: several services in one run; nothing is booked. Exit code 2 when some stay out. */
export async function planBatch(words: readonly string[], options: CliOptions, judged: Judged): Promise<number> {
  const items = readItems(words);
  const plan = await withWorkspace(options, false, async (client) => {
    let last: BatchResult | null = null;
    for await (const event of await client.plan.followBatch({ items, ...judged, query: options.query })) {
      if (event.kind === 'plan') last = event.plan;
      else if (!options.json) process.stderr.write(`\r${event.done} of ${event.total}   `);
    }
    return last ?? fail('E_INTERNAL', 'The planning ended without a plan.');
  });
  if (options.json) printJson(plan);
  else printBatch(plan);
  return plan.feasible ? 0 : 2;
}

/** Why instances stayed out, and whether that is proven. */
export function leftOutText(certificate: Unplaced['certificate']): string {
  switch (certificate.kind) {
    case 'fits-nowhere':
      return 'not even one fits anywhere';
    case 'room':
      return certificate.limitedBy === 'spread'
        ? `its limit per compute leaves room for at most ${certificate.room} in all`
        : `even alone no more than ${certificate.room} fit`;
    case 'total-exceeded': {
      const { resource, need, free } = certificate;
      return `all together need ${amountText(resource, need)} of ${resource}, ${amountText(resource, free)} are free`;
    }
    case 'not-proven':
      return 'no room was found; another way of placing might find some';
  }
}

function printBatch(plan: BatchResult): void {
  if (plan.outdated) printLine('The workspace was changed meanwhile; this is planned on what was there before.');
  printLine(`${plan.placed} of ${plan.requested} placed on ${plan.computesUsed} computes`);
  for (const [index, { service, candidate }] of plan.steps.entries())
    printLine(`${String(index + 1).padStart(5)}. ${service.padEnd(24)} ${candidate.compute}`);
  for (const { service, quantity, certificate } of plan.unplaced)
    printLine(`  left out: ${quantity} × ${service}: ${leftOutText(certificate)}`);
  for (const { service, quantity, purchase } of plan.purchases)
    printLine(`  for ${quantity} × ${service}: ${adviceLine(purchase)}`);
}
