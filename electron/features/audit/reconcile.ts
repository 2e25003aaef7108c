import type { DecideInput } from '../../../shared/contract/audit.ts';
import type { DecisionOutcome } from '../../../shared/contract/audit-schemas.ts';
import { fail, FailureError } from '../../../shared/contract/failure.ts';
import { NEEDS_REASON } from '../../../shared/domain/audit-words.ts';
import { definitionOf } from '../../../shared/domain/nouns.ts';
import { newId } from '../../db/identifier.ts';
import { findRecord } from '../../db/statements.ts';
import type { NounRules } from '../../session/noun-rules.ts';
import { effectOf, writesRecord, type Applied } from './applied.ts';
import { writeDecisions } from './apply.ts';
import { aboutOf } from './carried.ts';
import { discrepancyText } from './discrepancy-words.ts';
import { isSettled, reconciledOf, type Reconciled } from './discrepancy-views.ts';
import { outcomeText } from './outcome-words.ts';
import type { OpenWalk, Walk } from './walk.ts';

const RESOLUTION = definitionOf('auditResolution');

export type Decided = DecideInput['decisions'][number];

/** The decisions asked for, each on a discrepancy that is there, allows it, and has the reason it needs. */
export function checkedDecisions(walk: Walk, decisions: readonly Decided[]): (Applied & { reason: string | null })[] {
  const byKey = new Map(reconciledOf(walk).map((entry) => [entry.found.key, entry]));
  return decisions.map(({ discrepancy, decision, reason, target = {} }, index) => {
    const path = `decisions.${index}`;
    const entry = byKey.get(discrepancy);
    if (!entry)
      return fail('E_NOT_FOUND', `${walk.audit.name} has no discrepancy "${discrepancy}".`, {
        fields: [{ path, message: 'It is not there (any more).', value: discrepancy }],
      });
    const { found, options, resolution } = entry;
    if (resolution?.appliedAt) refuseWritten(walk, found.name);
    if (!options.decisions.includes(decision)) {
      const allowed = options.decisions.join(', ');
      const message = `"${decision}" cannot be decided about ${found.name}; allowed are ${allowed}.`;
      fail('E_INCOHERENT', message, { fields: [{ path: `${path}.decision`, message, value: decision, allowed }] });
    }
    const given = reason?.trim() ?? '';
    if (NEEDS_REASON.has(decision) && given === '') {
      const message = `Give a reason why ${found.name} is ${decision === 'ignore' ? 'ignored' : 'carried over'}.`;
      fail('E_REQUIRED', message, { fields: [{ path: `${path}.reason`, message, allowed: 'some text' }] });
    }
    return { found, options, decision, target, reason: given === '' ? null : given };
  });
}

function refuseWritten({ audit }: Walk, name: string): never {
  const message = `What was decided about ${name} is written already; revert "Reconcile audit ${audit.name}" in the history first.`;
  return fail('E_READONLY', message);
}

/** Writes decisions as tried; to be taken back by who only wants to know. */
export function outcomesOf(walk: OpenWalk, rules: NounRules, applied: readonly Applied[]): DecisionOutcome[] {
  const problems = writeDecisions(walk.context, rules, applied);
  return applied.map((one) => {
    const effect = effectOf(one);
    return {
      discrepancy: one.found.key,
      name: one.found.name,
      decision: one.decision,
      outcome: outcomeText(walk, one.found, effect.decision, effect.target),
      problem: problems.get(one.found.key)?.message ?? null,
    };
  });
}

export interface Tried {
  readonly outcomes: DecisionOutcome[];
  /** Discrepancies whose earlier decisions were refused and can be written together with these. */
  readonly freed: readonly string[];
}

/** Notes decisions in place of those noted before, each with why it cannot be written, where that is so. */
export function noteDecisions(walk: OpenWalk, decisions: readonly Decided[], { outcomes, freed }: Tried): void {
  const { context, audit } = walk;
  const refusals = new Map(outcomes.map(({ discrepancy, problem }) => [discrepancy, problem]));
  const before = new Map(
    reconciledOf(walk).map(({ found, resolution, refused }) => [found.key, resolution ?? refused]),
  );
  const decided = { decidedBy: context.group.actor, decidedAt: new Date().toISOString() };
  for (const { found, decision, reason, target } of checkedDecisions(walk, decisions)) {
    const about = { aboutId: aboutOf(found), name: found.name, message: discrepancyText(walk, found) };
    const refusal = refusals.get(found.key) ?? null;
    const fields = { decision, reason, target, refusal, ...decided, appliedAt: null, outcome: null, ...about };
    const known = findRecord(walk.database, RESOLUTION, before.get(found.key)?.id ?? '');
    if (known) context.update(RESOLUTION, known, fields);
    else
      context.insert(RESOLUTION, {
        id: newId(),
        sessionId: audit.id,
        discrepancy: found.key,
        kind: found.kind,
        ...fields,
      });
  }
  for (const key of freed) {
    const row = before.get(key);
    if (row) context.update(RESOLUTION, row, { refusal: null });
  }
}

export function undecide(walk: OpenWalk, keys: readonly string[]): void {
  for (const { found, resolution, refused } of reconciledOf(walk)) {
    const noted = resolution ?? refused;
    if (!noted || !keys.includes(found.key)) continue;
    if (noted.appliedAt) refuseWritten(walk, found.name);
    walk.context.remove(RESOLUTION, noted);
  }
}

/** Decisions that are not written yet and can be. */
export function pending(walk: Walk): Applied[] {
  return reconciledOf(walk).flatMap(({ found, options, resolution, agrees }) =>
    resolution && resolution.appliedAt === null && !(agrees && resolution.decision === 'accept')
      ? [{ found, options, decision: resolution.decision, target: resolution.target }]
      : [],
  );
}

/** Writes what was decided and not yet written, all of it or nothing. */
export function applyPending(walk: OpenWalk, rules: NounRules): DecisionOutcome[] {
  const applied = pending(walk).filter(writesRecord);
  const outcomes = outcomesOf(walk, rules, applied);
  const refused = outcomes.filter(({ problem }) => problem !== null);
  const [first] = refused;
  if (first) {
    const more = refused.length > 1 ? ` ${refused.length - 1} more cannot be written either.` : '';
    const message = `${first.name} cannot be written: ${first.problem}${more} Nothing was written.`;
    throw new FailureError({ code: 'E_CONFLICT', message, details: { outcomes: refused } });
  }
  const resolutions = new Map(reconciledOf(walk).map(({ found, resolution }) => [found.key, resolution]));
  const appliedAt = new Date().toISOString();
  for (const { discrepancy, outcome } of outcomes) {
    const row = resolutions.get(discrepancy);
    if (row) walk.context.update(RESOLUTION, row, { appliedAt, outcome });
  }
  return outcomes;
}

export function undecided(walk: Walk): Reconciled[] {
  return reconciledOf(walk).filter((entry) => !isSettled(entry));
}
