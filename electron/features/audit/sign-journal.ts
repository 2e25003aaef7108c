import { DECISIONS } from '../../../shared/domain/audit-words.ts';
import { statementOf } from '../../db/statements.ts';
import type { AutomaticEntry } from '../journal/service.ts';
import { discrepancyText } from './discrepancy-words.ts';
import { reconciledOf, type Reconciled } from './discrepancy-views.ts';
import type { Walk } from './walk.ts';

const DECISION_LABELS = new Map<string, string>(DECISIONS.map(({ value, label }) => [value, label.toLowerCase()]));

/** One entry for each device that the audit touched and that is still recorded: what was found about it, else that it was seen. */
export function journalEntries(walk: Walk): AutomaticEntry[] {
  const lines = new Map<string, string[]>();
  for (const id of walk.state.sightings.keys()) lines.set(id, []);
  for (const one of reconciledOf(walk))
    for (const id of one.found.objectIds) lines.set(id, [...(lines.get(id) ?? []), lineOf(walk, one)]);
  const { audit } = walk;
  return recorded(walk, [...lines.keys()]).map((objectId) => {
    const told = lines.get(objectId) ?? [];
    const content = `Audit ${audit.name}: ${told.length === 0 ? seenText(walk, objectId) : told.join(' ')}`;
    return { objectId, category: 'maintenance', content };
  });
}

function lineOf(walk: Walk, { found, resolution, agrees }: Reconciled): string {
  const decided = resolution
    ? (DECISION_LABELS.get(resolution.decision) ?? resolution.decision)
    : agrees
      ? 'corrected since'
      : 'undecided';
  return `${discrepancyText(walk, found)} Decided: ${decided}${resolution?.reason ? `, ${resolution.reason}` : ''}.`;
}

function seenText({ state, audit }: Walk, objectId: string): string {
  const parts = state.index.device(objectId)?.device.parts ?? [];
  if (!state.index.device(objectId)) return 'seen, and not part of it.';
  const read = parts.filter(({ id }) => state.partSightings.has(id)).length;
  const withParts = audit.level === 'serial' && parts.length > 0 ? `, with ${read} of ${parts.length} parts` : '';
  return `seen where it is recorded${withParts}.`;
}

const STILL_THERE = `
  SELECT object.id FROM json_each(?) AS wanted CROSS JOIN object ON object.id = wanted.value
  WHERE object.noun IN ('compute', 'equipment')`;

function recorded({ database }: Walk, ids: readonly string[]): string[] {
  return (statementOf(database, STILL_THERE).all(JSON.stringify(ids)) as { id: string }[]).map(({ id }) => id);
}
