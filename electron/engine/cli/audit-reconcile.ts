import { fail } from '../../../shared/contract/failure.ts';
import type { AuditDiscrepancy, CarriedView, DecisionOutcome } from '../../../shared/contract/audit-schemas.ts';
import { DECISIONS, type Decision } from '../../../shared/domain/audit-words.ts';
import type { CliOptions } from './options.ts';
import { printJson, printLine } from './output.ts';
import { withWorkspace } from './session.ts';

const SOMETHING_REFUSED = 2;

/**
 * Without `--decision` the discrepancies; with it, decides so about those named by their keys, or about all that are open and
 * allow it. `--dry-run` only says what it would do.
 */
export async function reconcile(session: string, keys: readonly string[], options: CliOptions): Promise<number> {
  const decision = decisionOf(options);
  return withWorkspace(options, decision !== null, async (client) => {
    const { discrepancies, carried } = await client.audit.discrepancies({ session });
    if (decision === null) return list(discrepancies, carried, options);
    const decisions = chosen(discrepancies, keys, decision).map(({ key }) => ({
      discrepancy: key,
      decision,
      ...(options.reason === undefined ? {} : { reason: options.reason }),
      target: targetOf(options),
    }));
    if (decisions.length === 0) fail('E_NOT_FOUND', `No open discrepancy can be decided with "${decision}".`);
    const input = { session, decisions };
    const outcomes = options['dry-run']
      ? await client.audit.previewDecisions(input)
      : (await client.audit.decide(input)).outcomes;
    return show(outcomes, options);
  });
}

/** What a decision may need: of parts a shelf, a component, a slot; of numbers who keeps one, and a new one. */
function targetOf({ shelf, component, slot, keeper, serial }: CliOptions) {
  return {
    ...(shelf === undefined ? {} : { shelf }),
    ...(component === undefined ? {} : { component }),
    ...(slot === undefined ? {} : { slot }),
    ...(keeper === undefined ? {} : { keeper }),
    ...(serial === undefined ? {} : { serial }),
  };
}

function decisionOf({ decision }: CliOptions): Decision | null {
  if (decision === undefined) return null;
  const known = DECISIONS.find(({ value }) => value === decision);
  const allowed = DECISIONS.map(({ value }) => value).join(', ');
  return known?.value ?? fail('E_FORMAT', `--decision must be ${allowed}; "${decision}" was given.`);
}

function chosen(
  all: readonly AuditDiscrepancy[],
  keys: readonly string[],
  decision: Decision,
): readonly AuditDiscrepancy[] {
  const unknown = keys.find((key) => !all.some((entry) => entry.key === key));
  if (unknown !== undefined) fail('E_NOT_FOUND', `There is no discrepancy "${unknown}".`);
  if (keys.length > 0) return all.filter(({ key }) => keys.includes(key));
  return all.filter((entry) => entry.resolution === null && !entry.agreesNow && entry.decisions.includes(decision));
}

/** The discrepancies, then what earlier audits carried over that was not found again. With `--json` the discrepancies alone. */
function list(
  discrepancies: readonly AuditDiscrepancy[],
  carried: readonly CarriedView[],
  options: CliOptions,
): number {
  if (options.json) {
    printJson(discrepancies);
    return 0;
  }
  for (const entry of discrepancies) printLine(`${entry.key}\t${entry.message}\t${stateOf(entry)}`);
  for (const { message, session, reason, state } of carried)
    if (state !== 'again') printLine(`carried over from ${session}: ${reason}\t${message}\t${CARRIED_STATES[state]}`);
  return 0;
}

const CARRIED_STATES = { gone: 'not found any more', open: 'not looked at yet' } as const;

function stateOf({
  resolution,
  refusal,
  agreesNow,
  proposal,
  changedSince,
  now,
  carriedFrom,
}: AuditDiscrepancy): string {
  const from = carriedFrom ? ` Carried over from ${carriedFrom.session}: ${carriedFrom.reason}.` : '';
  const since = `${changedSince ? ` Recorded now: ${now?.text ?? 'nothing'}.` : ''}${from}`;
  if (resolution) return `${resolution.decision}${since}`;
  if (agreesNow) return 'corrected since';
  if (refusal) return `open; ${refusal.decision} was refused: ${refusal.message}${since}`;
  return `open; ${proposal ?? 'a person must say what to do'}${since}`;
}

function show(outcomes: readonly DecisionOutcome[], options: CliOptions): number {
  if (options.json) printJson(outcomes);
  else
    for (const { name, decision, outcome, problem } of outcomes)
      printLine(`${name}: ${decision}. ${problem === null ? outcome : `Refused: ${problem}`}`);
  return outcomes.some(({ problem }) => problem !== null) ? SOMETHING_REFUSED : 0;
}
