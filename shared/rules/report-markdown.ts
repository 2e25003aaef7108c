import type { ComputeReport } from '../domain/compute-report.ts';
import { RESOURCE_LABELS } from '../domain/resource.ts';
import { formatQuantity } from '../domain/units.ts';
import { allocatedText } from './allocated-text.ts';
import { reportFacts, type Fact } from './report-facts.ts';

/** Text as it is, inside a Markdown line or cell. */
export function markdownText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|#~]/g, (character) => `\\${character}`).replaceAll(/\s*\n\s*/g, ' ');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return line(heads) + line(heads.map(() => '---')) + rows.map(line).join('');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `\n## ${title}\n\n${body}`;
}

function cell(value: string | number | null): string {
  return value === null || value === '' ? '–' : markdownText(String(value));
}

function percent(share: number | null): string {
  return share === null ? '–' : `${(share * 100).toFixed(1)} %`;
}

function facts(report: ComputeReport): string {
  const lines: readonly Fact[] = [
    ['Type', report.type],
    ['State', report.state],
    ['Place', report.place],
    ...reportFacts(report, (amount, currency) => `${amount} ${currency}`),
  ];
  const known = lines.filter(([, value]) => value !== null && value !== '');
  return known.map(([label, value]) => `- **${label}**: ${markdownText(value ?? '')}\n`).join('');
}

function resources({ resources: rows }: ComputeReport): string {
  return table(
    ['Resource', 'Total', 'Allocated', 'Free', 'Utilisation'],
    rows.map(({ key, label, total, allocated, free, share }) => {
      const amount = (value: number) => formatQuantity(value, RESOURCE_LABELS[key].unit);
      return [label, amount(total), amount(allocated), amount(free), percent(share)];
    }),
  );
}

function storage({ storage: { groups, loose, totalGb } }: ComputeReport): string {
  if (groups.length === 0 && loose.length === 0) return '';
  const gigabytes = (value: number) => formatQuantity(Math.floor(value), 'GB');
  const raid = table(
    ['RAID group', 'Level', 'Disks', 'Hot spares', 'Raw', 'Effective', 'State', 'If another disk fails'],
    groups.map((group) => [
      cell(group.name),
      cell(group.level),
      String(group.disks),
      String(group.hotSpares),
      gigabytes(group.rawGb),
      gigabytes(group.capacityGb),
      cell(group.state),
      cell(group.ifAnotherFails),
    ]),
  );
  const single = table(
    ['Disk outside of groups', 'Slot', 'Serial number', 'Size'],
    loose.map((disk) => [cell(disk.component), cell(disk.slot), cell(disk.serial), gigabytes(disk.capacityGb)]),
  );
  const parts = [groups.length > 0 ? raid : '', loose.length > 0 ? single : ''].filter((part) => part !== '');
  return `Effective capacity: ${gigabytes(totalGb)}\n\n${parts.join('\n')}`;
}

function specsText(specs: Readonly<Record<string, unknown>>): string {
  return Object.entries(specs)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
}

function components({ components: rows }: ComputeReport): string {
  if (rows.length === 0) return '';
  return table(
    ['Component', 'Type', 'Quantity', 'Slot', 'Serial numbers', 'Specs', 'Warranty end', 'Notes'],
    rows.map((row) => [
      cell(row.failed ? `${row.component} (failed)` : row.component),
      cell(row.type),
      String(row.quantity),
      cell(row.slot),
      cell(row.serials.join(', ')),
      cell(specsText(row.specs)),
      cell(row.warrantyEnd),
      cell(row.notes),
    ]),
  );
}

function services({ services: rows }: ComputeReport): string {
  if (rows.length === 0) return '';
  return table(
    ['Service', 'Quantity', 'Allocated to each', 'Ports'],
    rows.map(({ service, quantity, allocated, ports }) => [
      cell(service),
      String(quantity),
      cell(allocatedText(allocated)),
      cell(ports.join(', ')),
    ]),
  );
}

function network({ addresses }: ComputeReport): string {
  if (addresses.length === 0) return '';
  return table(
    ['Address', 'Type', 'CIDR', 'Gateway', 'DNS servers', 'VLAN', 'Interface', 'Names'],
    addresses.map((row) => [
      cell(row.isPrimary ? `${row.address} (primary)` : row.address),
      cell(row.type),
      cell(row.cidr),
      cell(row.gateway),
      cell(row.dnsServers),
      cell(row.vlan),
      cell(row.interfaceName),
      cell(row.names.join(', ')),
    ]),
  );
}

function firewall({ firewall: rows }: ComputeReport): string {
  if (rows.length === 0) return '';
  return table(
    ['Priority', 'Rule', 'Action', 'Protocol', 'Source', 'Destination', 'Ports'],
    rows.map((rule) => [
      String(rule.priority),
      cell(rule.enabled ? rule.name : `${rule.name} (disabled)`),
      rule.action,
      rule.protocol,
      cell(rule.source),
      cell(rule.destination),
      rule.ports,
    ]),
  );
}

/** A short line of an entry: whole characters, never half of one. */
function shortened(content: string): string {
  const characters = Array.from(content.replaceAll(/\s+/g, ' ').trim());
  return characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : characters.join('');
}

function journal(report: ComputeReport, whole: boolean): string {
  const { journal: entries, journalCount } = report;
  if (entries.length === 0) return '';
  if (whole)
    return entries
      .map(({ at, category, createdBy, content, format }) => {
        const body = format === 'markdown' ? content : markdownText(content);
        return `### ${at} · ${category} · ${markdownText(createdBy ?? 'unknown')}\n\n${body.trim()}\n`;
      })
      .join('\n');
  const rows = entries.map(({ at, category, createdBy, content }) => [
    at,
    category,
    cell(createdBy),
    cell(shortened(content)),
  ]);
  const more = journalCount > entries.length ? `\nThe newest ${entries.length} of ${journalCount} entries.\n` : '';
  return table(['Time (UTC)', 'Category', 'By', 'Entry'], rows) + more;
}

/** A compute's report as Markdown; `wholeJournal` prints entries in full instead of a line each. */
export function reportMarkdown(report: ComputeReport, wholeJournal: boolean): string {
  const findings = report.findings.map((finding) => `- ${markdownText(finding)}\n`).join('');
  return [
    `# ${markdownText(report.name)}\n\n${facts(report)}`,
    section('Resources', resources(report)),
    section('Findings', findings),
    section('Storage', storage(report)),
    section('Components', components(report)),
    section('Services', services(report)),
    section('Network', network(report)),
    section('Firewall', firewall(report)),
    section('Notes', report.notes === null ? '' : `${report.notes.trim()}\n`),
    section('Journal', journal(report, wholeJournal)),
  ].join('');
}
