import { useState } from 'react';
import type { AuditDiscrepancy, DecisionOutcome } from '../../../../shared/contract/audit-schemas.ts';
import type { ResolutionTarget } from '../../../../shared/domain/audit-resolution.ts';
import { NEEDS_REASON, type Decision } from '../../../../shared/domain/audit-words.ts';
import { client } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { decisionWord } from '../audit-words.ts';
import { decidable, isNoted } from './decision-keys.ts';
import { askedFields } from './target-draft.ts';

interface Asked {
  readonly decision: Decision;
  readonly lines: readonly AuditDiscrepancy[];
  readonly reason?: string;
}

/** What stands between a key and its decision: a reason, values, or a look at what many would do. */
export type Step =
  | ({ readonly kind: 'reason' } & Asked)
  | ({ readonly kind: 'target' } & Asked)
  | ({ readonly kind: 'preview'; readonly outcomes: readonly DecisionOutcome[] | undefined } & Asked);

export interface Decisions {
  readonly step: Step | null;
  readonly told: string | null;
  /** The lines that it tells of. */
  readonly toldOf: readonly string[];
  readonly pending: boolean;
  readonly begin: (decision: Decision, lines: readonly AuditDiscrepancy[]) => void;
  readonly withReason: (reason: string) => void;
  readonly withTarget: (target: ResolutionTarget) => void;
  readonly confirm: (good: readonly DecisionOutcome[]) => void;
  readonly undecide: (lines: readonly AuditDiscrepancy[]) => void;
  readonly cancel: () => void;
  /** The reason given last: several lines often share one. */
  readonly lastReason: string;
}

interface Line {
  readonly discrepancy: string;
  readonly decision: Decision;
  readonly reason?: string;
  readonly target: ResolutionTarget;
}

function linesOf({ decision, lines, reason }: Asked, target: ResolutionTarget): Line[] {
  return lines.map(({ key }) => ({ discrepancy: key, decision, target, ...(reason ? { reason } : {}) }));
}

/** Runs one call at a time; what it says or why it was refused is kept in `told`. */
function useAttempt() {
  const [told, setTold] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const attempt = async (work: () => Promise<string | null>) => {
    setPending(true);
    setTold(null);
    try {
      setTold(await work());
    } catch (error) {
      setTold(failureFrom(error).message);
    } finally {
      setPending(false);
    }
  };
  return { told, setTold, pending, attempt };
}

function outcomeText(outcomes: readonly DecisionOutcome[]): string | null {
  const problem = outcomes.find((outcome) => outcome.problem !== null)?.problem;
  if (problem) return problem;
  const [only] = outcomes;
  return outcomes.length === 1 && only ? `${only.name}: ${only.outcome}` : `${outcomes.length} lines are decided.`;
}

/** Decisions from key to note: one at once, many after a preview, some after a reason or values. */
export function useDecisions(session: string, onDecided: (keys: readonly string[]) => void): Decisions {
  const [step, setStep] = useState<Step | null>(null);
  const [lastReason, setLastReason] = useState('');
  const [toldOf, setToldOf] = useState<readonly string[]>([]);
  const { told, setTold, pending, attempt } = useAttempt();

  const decide = (decisions: Line[]) =>
    attempt(async () => {
      const { outcomes } = await client.audit.decide({ session, decisions });
      const refused = outcomes.filter(({ problem }) => problem !== null).map(({ discrepancy }) => discrepancy);
      const keys = decisions.map(({ discrepancy }) => discrepancy).filter((key) => !refused.includes(key));
      // Values that are refused stay where they can be mended.
      setStep((asked) => (asked?.kind === 'target' && refused.length > 0 ? asked : null));
      setToldOf(keys);
      onDecided(keys);
      return outcomeText(outcomes);
    });
  const preview = (asked: Asked) =>
    attempt(async () => {
      const outcomes = await client.audit.previewDecisions({ session, decisions: linesOf(asked, {}) });
      setStep({ kind: 'preview', ...asked, outcomes });
      return null;
    });
  const proceed = (asked: Asked) => {
    const [only, ...others] = asked.lines;
    if (!only || others.length > 0) {
      setStep({ kind: 'preview', outcomes: undefined, ...asked });
      void preview(asked);
    } else if (askedFields(asked.decision, only).length > 0) setStep({ kind: 'target', ...asked });
    else void decide(linesOf(asked, {}));
  };
  const begin = (decision: Decision, chosen: readonly AuditDiscrepancy[]) => {
    const lines = decidable(chosen, decision);
    // What the last decision came to is no refusal of this one.
    setTold(null);
    setToldOf([]);
    if (lines.length === 0) setTold(`${decisionWord(decision).label} does not apply here.`);
    else if (NEEDS_REASON.has(decision)) setStep({ kind: 'reason', decision, lines });
    else proceed({ decision, lines });
  };
  const withReason = (reason: string) => {
    setLastReason(reason);
    setStep(null);
    if (step) proceed({ decision: step.decision, lines: step.lines, reason });
  };
  const withTarget = (target: ResolutionTarget) => step && void decide(linesOf(step, target));
  const confirm = (good: readonly DecisionOutcome[]) => {
    const keys = new Set(good.map(({ discrepancy }) => discrepancy));
    if (step) void decide(linesOf({ ...step, lines: step.lines.filter(({ key }) => keys.has(key)) }, {}));
  };
  const undecide = (lines: readonly AuditDiscrepancy[]) => {
    const discrepancies = lines.filter(isNoted).map(({ key }) => key);
    if (discrepancies.length === 0) return;
    setToldOf([]);
    void attempt(async () => `${(await client.audit.undecide({ session, discrepancies })).undecided} to decide.`);
  };
  const cancel = () => setStep(null);
  return { step, told, toldOf, pending, lastReason, begin, withReason, withTarget, confirm, undecide, cancel };
}
