import type { AuditReport } from '../../../shared/contract/audit-report.ts';
import type { AuditDiscrepancy } from '../../../shared/contract/audit-schemas.ts';
import { AUDIT_LEVELS, DECISIONS, DISCREPANCY_KINDS, OBSERVATION_CLASSES } from '../../../shared/domain/audit-words.ts';
import { csvLine, guarded } from '../../../shared/rules/csv.ts';
import { markdownText } from '../../../shared/rules/report-markdown.ts';

function labels(choices: readonly { readonly value: string; readonly label: string }[]): (value: string) => string {
  const known = new Map(choices.map(({ value, label }) => [value, label]));
  return (value) => known.get(value) ?? value;
}

const levelLabel = labels(AUDIT_LEVELS);
const classLabel = labels(OBSERVATION_CLASSES);
const kindLabel = labels(DISCREPANCY_KINDS);
const decisionLabel = labels(DECISIONS);

/** How a discrepancy was settled, in words; empty: not yet. */
export function resolutionText({ resolution, agreesNow }: AuditDiscrepancy): string {
  if (!resolution) return agreesNow ? 'Corrected since' : '';
  const reason = resolution.reason === null ? '' : `: ${resolution.reason}`;
  return `${decisionLabel(resolution.decision)}${reason}`;
}

/** The report as Markdown; times in UTC, as they are stored. */
export function auditMarkdown(report: AuditReport): string {
  return [
    `# Audit ${markdownText(report.session.name)}`,
    '',
    ...headLines(report),
    '',
    ...section('Counts', ['What', 'Count'], countRows(report)),
    ...section('Racks', ['Place', 'Rack', 'Expected', 'Seen', 'Elsewhere', 'Missing', 'Extra'], rackRows(report)),
    ...section('Discrepancies', ['Kind', 'What', 'Recorded', 'Seen', 'Resolution', 'By'], discrepancyRows(report)),
    ...section('Carried over into this audit', ['Kind', 'What', 'From', 'Reason', 'Now'], carriedRows(report)),
    ...section('Missing', ['Device', 'Serial number', 'Asset tag', 'Recorded at', 'Resolution'], missingRows(report)),
    `Head of the change log, entry ${report.headEntry}:`,
    '',
    `    ${report.head}`,
    '',
  ].join('\n');
}

function headLines({ session, people, firstObservedAt, lastObservedAt }: AuditReport): string[] {
  const { scopeText, level, auditor, startedAt, signedAt, signedBy, secondPerson } = session;
  const second = secondPerson === null ? '' : `, with ${secondPerson}`;
  return [
    `* Scope: ${markdownText(scopeText)}`,
    `* Level: ${levelLabel(level)}`,
    `* Auditor: ${markdownText(auditor)}`,
    `* People: ${markdownText(people.join(', '))}`,
    `* Started: ${startedAt}`,
    `* Observed: ${firstObservedAt ?? 'nothing yet'}${lastObservedAt === null ? '' : ` to ${lastObservedAt}`}`,
    `* Signed: ${signedAt === null ? 'not yet' : `${signedAt} by ${markdownText(`${signedBy ?? ''}${second}`)}`}`,
    ...(session.notes === null ? [] : [`* Notes: ${markdownText(session.notes)}`]),
  ];
}

function countRows(report: AuditReport): string[][] {
  const { counts, session } = report;
  const { progress } = session;
  return [
    ['Expected', String(progress.expected)],
    ['Seen', String(progress.seen)],
    ['Not seen yet', String(progress.unseen)],
    ['Missing', String(progress.missing)],
    ['Observations', String(counts.observations)],
    ...counts.classes.filter(({ count }) => count > 0).map((entry) => [classLabel(entry.class), String(entry.count)]),
    ...counts.discrepancies.map(({ kind, count }) => [`Discrepancies: ${kindLabel(kind)}`, String(count)]),
    ['Carried over into this audit', String(report.carried.length)],
    ['Carried over to the next', String(counts.carriedOver)],
  ];
}

function rackRows({ racks }: AuditReport): string[][] {
  return racks.map(({ path, name, progress }) => [
    path,
    name,
    ...[progress.expected, progress.seen, progress.odd, progress.missing, progress.extra].map(String),
  ]);
}

function discrepancyRows({ discrepancies }: AuditReport): string[][] {
  return discrepancies.map((entry) => [
    kindLabel(entry.kind),
    entry.name,
    entry.expected.text,
    entry.observed.text,
    resolutionText(entry),
    entry.resolution?.decidedBy ?? '',
  ]);
}

const CARRIED_STATES = { again: 'Found again', gone: 'Not found any more', open: 'Not looked at yet' } as const;

function carriedRows({ carried }: AuditReport): string[][] {
  return carried.map(({ kind, message, session, reason, state }) => [
    kindLabel(kind),
    message,
    session,
    reason,
    CARRIED_STATES[state],
  ]);
}

function missingRows({ missing }: AuditReport): string[][] {
  return missing.map(({ name, serial, assetTag, place, resolution }) => [
    name,
    serial ?? '',
    assetTag ?? '',
    place,
    resolution,
  ]);
}

function section(title: string, headers: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return [`## ${title}`, '', 'None.', ''];
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(' | ')} |`;
  return [`## ${title}`, '', line(headers), line(headers.map(() => '---')), ...rows.map(line), ''];
}

const CSV_HEADERS = [
  'Kind',
  'Device',
  'What',
  'Recorded',
  'Seen',
  'Recorded now',
  'Decision',
  'Reason',
  'Outcome',
  'Decided by',
  'Decided',
  'Carried over from',
];

/** One line per discrepancy. */
export function auditCsv({ discrepancies }: AuditReport): string {
  const rows = discrepancies.map((entry) => [
    kindLabel(entry.kind),
    entry.name,
    entry.message,
    entry.expected.text,
    entry.observed.text,
    entry.now?.text ?? '',
    entry.resolution ? decisionLabel(entry.resolution.decision) : resolutionText(entry),
    entry.resolution?.reason ?? '',
    entry.resolution?.outcome ?? '',
    entry.resolution?.decidedBy ?? '',
    entry.resolution?.decidedAt ?? '',
    entry.carriedFrom?.session ?? '',
  ]);
  return [CSV_HEADERS, ...rows].map((cells) => csvLine(cells.map(guarded))).join('');
}
