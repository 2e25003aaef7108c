import type { AuditReport } from '../../../shared/contract/audit-report.ts';
import { DECISIONS, DISCREPANCY_KINDS, OBSERVATION_CLASSES } from '../../../shared/domain/audit-words.ts';
import { carriedViews } from './carried.ts';
import { deviceWords } from './device-words.ts';
import { expectedText } from './discrepancy-words.ts';
import { discrepancyView, reconciledOf, type Reconciled } from './discrepancy-views.ts';
import { statementOf } from '../../db/statements.ts';
import { headOf } from './verify.ts';
import { summaryOf, walkRackOf } from './views.ts';
import type { Walk } from './walk.ts';

const PEOPLE = `
  SELECT DISTINCT auditor AS name FROM observation WHERE session_id = @id AND auditor IS NOT NULL
  UNION SELECT decided_by FROM audit_resolution WHERE session_id = @id AND decided_by IS NOT NULL
  UNION SELECT signed_by FROM audit_session WHERE id = @id AND signed_by IS NOT NULL
  UNION SELECT second_person FROM audit_session WHERE id = @id AND second_person IS NOT NULL ORDER BY name`;

/** Everything that the screen, the paper and the files say of an audit. */
export function reportOf(walk: Walk): AuditReport {
  const { state, database, audit } = walk;
  const reconciled = reconciledOf(walk);
  const sightings = state.observations.filter(({ kind }) => kind === 'scan' || kind === 'tick');
  const { head, entry } = headOf(walk);
  const people = statementOf(database, PEOPLE).all({ id: audit.id }) as { name: string }[];
  return {
    session: summaryOf(walk),
    at: new Date().toISOString(),
    firstObservedAt: state.observations[0]?.at ?? null,
    lastObservedAt: state.observations.at(-1)?.at ?? null,
    people: people.map(({ name }) => name),
    counts: {
      observations: sightings.length,
      classes: OBSERVATION_CLASSES.map(({ value }) => ({
        class: value,
        count: sightings.filter((seen) => seen.class === value).length,
      })),
      discrepancies: DISCREPANCY_KINDS.map(({ value }) => ({
        kind: value,
        count: reconciled.filter(({ found }) => found.kind === value).length,
      })),
      carriedOver: reconciled.filter(({ resolution }) => resolution?.decision === 'carry-over').length,
    },
    racks: state.index.racks.map((rack) => walkRackOf(walk, rack)),
    discrepancies: reconciled.map((found) => discrepancyView(walk, found)),
    carried: carriedViews(
      walk,
      reconciled.map(({ found }) => found),
    ),
    missing: reconciled.flatMap((one) => missingLine(walk, one)),
    head,
    headEntry: entry,
  };
}

const DECISION_LABELS = new Map<string, string>(DECISIONS.map(({ value, label }) => [value, label]));

/** A device, or at level serial a part, that was not found. */
function missingLine(walk: Walk, { found, resolution, agrees }: Reconciled): AuditReport['missing'] {
  if (found.kind !== 'missing') return [];
  const words = found.objectId === null ? null : deviceWords(walk, found.objectId);
  const decided = resolution
    ? (DECISION_LABELS.get(resolution.decision) ?? resolution.decision)
    : agrees
      ? 'Corrected since'
      : '';
  const part = found.partId === null ? undefined : walk.state.index.part(found.partId)?.part;
  const { serial = null, assetTag = null } = part ?? words ?? {};
  const place = part ? expectedText(walk, found) : (words?.place ?? '');
  return [{ id: found.key, name: found.name, serial, assetTag, place, resolution: decided }];
}
