import { COMPUTE_STATES } from '../../../shared/domain/compute.ts';
import { EQUIPMENT_STATES } from '../../../shared/domain/equipment.ts';
import type { Choice } from '../../../shared/domain/field.ts';
import type { JournalCategory } from '../../../shared/domain/journal-entry.ts';
import { definitionOf, type NounName } from '../../../shared/domain/nouns.ts';
import { RACK_STATUSES } from '../../../shared/domain/rack.ts';
import { allocatedText } from '../../../shared/rules/allocated-text.ts';
import { portMappingText } from '../../../shared/rules/packet.ts';
import type { ReadDatabase } from '../../db/connection.ts';
import type { StoredRecord } from '../../db/record-codec.ts';
import { findRecord } from '../../db/statements.ts';
import { typedRow } from '../../db/typed-row.ts';
import { namesOf } from '../object/reference-repository.ts';
import { placeText } from '../placement/service.ts';
import { computesOfRule } from './repository.ts';

/** One sentence about one thing. */
export interface AutomaticLine {
  readonly objectId: string;
  readonly category: JournalCategory;
  readonly text: string;
}

type Row = StoredRecord;
type Lines = (database: ReadDatabase, before: Row | null, after: Row | null) => readonly AutomaticLine[];

/** What a change of these nouns says in the journal of the thing it is about. */
export const AUTOMATIC_LINES: Partial<Record<NounName, Lines>> = {
  assignment: assignmentLines,
  placement: placementLines,
  componentAssignment: fittingLines,
  ipAssignment: addressLines,
  portAssignment: portLines,
  firewallAssignment: firewallLines,
  firewallRule: ruleLines,
  compute: stateLines('state', COMPUTE_STATES),
  equipment: stateLines('state', EQUIPMENT_STATES),
  rack: stateLines('status', RACK_STATUSES),
};

function nameOfRow(database: ReadDatabase, id: unknown, otherwise: string): string {
  return namesOf(database, [String(id)])[String(id)] ?? otherwise;
}

function changed(before: Row | null, after: Row | null, ...keys: string[]): boolean {
  return keys.some((key) => JSON.stringify(before?.[key] ?? null) !== JSON.stringify(after?.[key] ?? null));
}

function assignmentLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  const line = (row: Row, text: string) =>
    ({ objectId: String(row['computeId']), category: 'deployment', text }) as const;
  const service = (row: Row) => nameOfRow(database, row['serviceId'], 'a service');
  const whole = (row: Row) => `${String(row['quantity'])} × ${service(row)}`;
  const each = (row: Row) => {
    const text = allocatedText(row['allocated'] as Record<string, number>);
    return text === '' ? '' : `, each with ${text}`;
  };
  if (!before) return after ? [line(after, `Placed ${whole(after)}${each(after)}.`)] : [];
  if (!after) return [line(before, `Removed ${whole(before)}.`)];
  if (changed(before, after, 'computeId'))
    return [
      line(before, `Moved ${whole(before)} to ${nameOfRow(database, after['computeId'], 'another compute')}.`),
      line(after, `Moved ${whole(after)} here from ${nameOfRow(database, before['computeId'], 'another compute')}.`),
    ];
  if (!changed(before, after, 'quantity', 'allocated')) return [];
  return [
    line(after, `${service(after)}: ${String(before['quantity'])} → ${String(after['quantity'])}${each(after)}.`),
  ];
}

function placementLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  const place = (row: Row) => placeText(database, typedRow('placement', row));
  const line = (row: Row, text: string) => ({ objectId: String(row['objectId']), category: 'hardware', text }) as const;
  if (!before) return after ? [line(after, `Mounted ${place(after)}.`)] : [];
  if (!after) return [line(before, `Taken out, was ${place(before)}.`)];
  const [from, to] = [place(before), place(after)];
  return from === to ? [] : [line(after, `Moved: was ${from}, is ${to}.`)];
}

function fittingLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  const line = (row: Row, text: string) =>
    ({ objectId: String(row['computeId']), category: 'hardware', text }) as const;
  const slot = (row: Row) => (typeof row['slot'] === 'string' ? ` in ${row['slot']}` : '');
  const component = (row: Row) => nameOfRow(database, row['componentId'], 'a component');
  const whole = (row: Row) => `${String(row['quantity'])} × ${component(row)}${slot(row)}`;
  if (!before) return after ? [line(after, `Fitted ${whole(after)}.`)] : [];
  if (!after) return [line(before, `Took out ${whole(before)}.`)];
  const lines: AutomaticLine[] = [];
  if (changed(before, after, 'componentId', 'quantity', 'slot', 'computeId'))
    lines.push(line(after, `${whole(before)} became ${whole(after)}.`));
  if (changed(before, after, 'failed'))
    lines.push(line(after, `${whole(after)}: ${after['failed'] === true ? 'failed' : 'no longer failed'}.`));
  return lines;
}

function addressLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  const line = (row: Row, text: string) => ({ objectId: String(row['computeId']), category: 'network', text }) as const;
  const address = (row: Row) => addressText(database, row['ipAddressId']);
  if (!before)
    return after ? [line(after, `Address ${address(after)} assigned${after['isPrimary'] ? ' as primary' : ''}.`)] : [];
  if (!after) return [line(before, `Address ${address(before)} freed.`)];
  if (!changed(before, after, 'isPrimary')) return [];
  return [line(after, `Address ${address(after)} is ${after['isPrimary'] ? 'now' : 'no longer'} the primary one.`)];
}

function addressText(database: ReadDatabase, id: unknown): string {
  return shownValue(findRecord(database, definitionOf('ipAddress'), String(id))?.['address'] ?? 'deleted since');
}

function portLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  const shown = after ?? before;
  const assignment = shown && findRecord(database, definitionOf('assignment'), String(shown['assignmentId']));
  if (!assignment) return [];
  const service = nameOfRow(database, assignment['serviceId'], 'a service');
  const mapping = (row: Row) =>
    portMappingText(
      addressText(database, row['ipAddressId']),
      Number(row['port']),
      row['protocol'] as Parameters<typeof portMappingText>[2],
      Number(row['servicePort']),
    );
  const line = (text: string) => [
    { objectId: String(assignment['computeId']), category: 'network', text: `${service}: ${text}` } as const,
  ];
  if (!before) return after ? line(`port ${mapping(after)} opened.`) : [];
  if (!after) return line(`port ${mapping(before)} closed.`);
  return mapping(before) === mapping(after) ? [] : line(`port ${mapping(before)} became ${mapping(after)}.`);
}

function firewallLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  const line = (row: Row, text: string) => {
    const rule = nameOfRow(database, row['ruleId'], 'deleted since');
    return { objectId: String(row['computeId']), category: 'network', text: `Firewall rule ${rule} ${text}.` } as const;
  };
  if (!before) return after ? [line(after, after['enabled'] === false ? 'assigned, disabled' : 'assigned')] : [];
  if (!after) return [line(before, 'removed')];
  return changed(before, after, 'enabled') ? [line(after, after['enabled'] === true ? 'enabled' : 'disabled')] : [];
}

/** What a rule decides by; its name and description decide nothing. */
function ruleLines(database: ReadDatabase, before: Row | null, after: Row | null): AutomaticLine[] {
  if (!before || !after) return [];
  const { fieldList } = definitionOf('firewallRule');
  const deciding = fieldList.filter(({ key }) => key !== 'name' && key !== 'description');
  const differing = deciding.filter(({ key }) => changed(before, after, key));
  if (differing.length === 0) return [];
  const what = differing.map(({ key, meta }) => `${meta.label} ${shownValue(before[key])} → ${shownValue(after[key])}`);
  const text = `Firewall rule ${String(after['name'])} changed: ${what.join(', ')}.`;
  return computesOfRule(database, after.id).map((objectId) => ({ objectId, category: 'network', text }));
}

function shownValue(value: unknown): string {
  if (value === null || value === undefined || value === '') return '(empty)';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function stateLines(field: string, choices: readonly Choice[]): Lines {
  const label = (row: Row) => choices.find(({ value }) => value === row[field])?.label ?? shownValue(row[field]);
  return (_database, before, after) =>
    before && after && changed(before, after, field)
      ? [{ objectId: after.id, category: 'maintenance', text: `State: ${label(before)} → ${label(after)}.` }]
      : [];
}
