import { fail } from '../../../shared/contract/failure.ts';
import type { PlanInput, PlanResult } from '../../../shared/contract/plan.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { SHAPE_NAMES } from '../../../shared/domain/score-shape.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { reasonText } from '../../../shared/rules/placement-reason-text.ts';
import type { CliOptions } from './options.ts';
import { adviceLine } from './plan-advice.ts';
import { isBatch, planBatch } from './plan-batch.ts';
import { printJson, printLine, wholeNumber } from './output.ts';
import { withWorkspace } from './session.ts';

/** `plan SERVICE`: what the wizard shows, on the command line. Exit code 0 whether or not something fits. */
export async function planService(words: readonly string[], options: CliOptions): Promise<number> {
  const service = words[0] ?? fail('E_REQUIRED', 'Name the service to plan.');
  const { basis } = options;
  if (basis !== 'max' && basis !== 'min') fail('E_FORMAT', `--basis must be max or min; "${basis}" was given.`);
  const judged: Pick<PlanInput, 'basis' | 'shape'> = { basis, ...shapeOf(options) };
  if (isBatch(words)) return planBatch(words, options, judged);
  const input: PlanInput & { rejectedLimit: number } = {
    subject: { service },
    quantity: wholeNumber(options.quantity, 'quantity'),
    ...judged,
    top: wholeNumber(options.top, 'top'),
    query: options.query,
    rejectedLimit: 100_000,
  };
  const result = await withWorkspace(options, false, (client) => client.plan.rank(input));
  if (options.json) printJson(result);
  else printPlan(result);
  return 0;
}

/** What counts as a good fit this time; nothing where it is as the workspace says. */
function shapeOf({ shape }: CliOptions): Pick<PlanInput, 'shape'> {
  if (shape === undefined) return {};
  const name = SHAPE_NAMES.find((known) => known === shape);
  return { shape: name ?? fail('E_FORMAT', `--shape must be ${SHAPE_NAMES.join(', ')}; "${shape}" was given.`) };
}

function printPlan(result: PlanResult): void {
  printLine(result.summaryText);
  for (const candidate of result.candidates) {
    const utilisation = candidate.utilisation === null ? '–' : `${Math.round(candidate.utilisation * 100)} %`;
    printLine(
      `${String(candidate.rank).padStart(3)}. ${candidate.compute.padEnd(24)} score ${candidate.score.toFixed(2).padStart(6)}  utilisation ${utilisation}  ${candidate.fits}`,
    );
  }
  for (const advice of result.recommendations) printLine(adviceLine(advice));
  if (result.gap) printGap(result.gap);
  for (const { compute, reasons } of result.rejected.rows)
    printLine(`  ${compute}: ${reasons.map(reasonText).join(' ')}`);
}

function printGap(gap: NonNullable<PlanResult['gap']>): void {
  const parts = Object.entries(gap.spec)
    .filter(([, amount]) => amount > 0)
    .map(([key, amount]) => {
      const { label, unit } = RESOURCE_LABELS[key as keyof typeof RESOURCE_LABELS];
      return `${label.toLowerCase()} ${formatQuantity(amount, unit)}`;
    });
  printLine(`Needed: ${gap.quantity} × ${gap.type} with ${parts.join(', ')}. ${gap.reason}`);
  if (gap.closest) printLine(`Closest: ${gap.closest.compute}: ${gap.closest.reasons.join(' ')}`);
}
