import type { DecisionOutcome } from '../../../shared/contract/audit-schemas.ts';
import type { Session } from '../../session/session.ts';
import { triedOut } from '../../session/try-out.ts';
import type { Applied } from './applied.ts';
import { reconciledOf } from './discrepancy-views.ts';
import { checkedDecisions, outcomesOf, pending, type Decided, type Tried } from './reconcile.ts';
import { openWalk, walkOf, type Walk } from './walk.ts';

/**
 * What decisions come to when they are written with those noted before. One that was refused before, as where two devices
 * changed places and only one of them was decided, may fit together with these.
 */
export async function tryDecisions(session: Session, audit: string, decisions: readonly Decided[]): Promise<Tried> {
  const made = new Set(decisions.map(({ discrepancy }) => discrepancy));
  const tried = (beside: (walk: Walk) => readonly Applied[]) =>
    triedOut(session, (write) => {
      const walk = openWalk(session, write, audit, true);
      const others = beside(walk).filter(({ found }) => !made.has(found.key));
      return outcomesOf(walk, session.rules, [...others, ...checkedDecisions(walk, decisions)]);
    });
  const isMade = ({ discrepancy }: DecisionOutcome) => made.has(discrepancy);
  const outcomes = (await tried(pending)).filter(isMade);
  const refused = refusedBefore(walkOf(session, audit)).filter(({ found }) => !made.has(found.key));
  if (refused.length === 0) return { outcomes, freed: [] };
  const together = await tried((walk) => [...pending(walk), ...refusedBefore(walk)]);
  if (together.some(({ problem }) => problem !== null)) return { outcomes, freed: [] };
  return { outcomes: together.filter(isMade), freed: refused.map(({ found }) => found.key) };
}

function refusedBefore(walk: Walk): Applied[] {
  return reconciledOf(walk).flatMap(({ found, options, refused, agrees }) =>
    refused && !agrees ? [{ found, options, decision: refused.decision, target: refused.target }] : [],
  );
}
