import { COMPONENT_TYPES } from '../domain/component.ts';
import { specsText } from '../domain/specs-text.ts';
import type { ComputeReport } from '../domain/compute-report.ts';
import { RESOURCE_LABELS, type ResourceKey } from '../domain/resource.ts';
import { formatQuantity } from '../domain/units.ts';

/** How whoever prints a report writes numbers. */
export interface ReportWords {
  readonly count: (value: number) => string;
  readonly quantity: (value: number, unit: (typeof RESOURCE_LABELS)[ResourceKey]['unit']) => string;
  readonly share: (share: number | null) => string;
  readonly allocated: (amounts: ComputeReport['services'][number]['allocated']) => string;
}

export interface ReportColumn {
  readonly label: string;
  readonly align?: 'end';
}

/** A table of a report, the same on screen, on paper and in Markdown. */
export interface ReportTable {
  readonly label: string;
  readonly columns: readonly ReportColumn[];
  /** Null: nothing is known. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** What of each row is in use, for those who draw it as a bar behind the first column. */
  readonly use?: readonly { readonly label: string; readonly total: number; readonly allocated: number }[];
}

export interface ReportSection {
  readonly title: string;
  /** A sentence above the tables. */
  readonly line?: string;
  readonly tables: readonly ReportTable[];
}

type Column<Row> = readonly [label: string, cell: (row: Row) => string | null, align?: 'end'];

function table<Row>(label: string, rows: readonly Row[], columns: readonly Column<Row>[]): ReportTable {
  return {
    label,
    columns: columns.map(([name, , align]) => (align ? { label: name, align } : { label: name })),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

function componentType(type: string): string {
  return COMPONENT_TYPES.find(({ value }) => value === type)?.label ?? type;
}

/** What there is, what is taken and what is left of each resource. */
function resources({ resources: all }: ComputeReport, { quantity, share }: ReportWords): ReportSection {
  const rows = all.filter(({ total, allocated }) => total > 0 || allocated > 0);
  const amount = (key: keyof typeof RESOURCE_LABELS, value: number) => quantity(value, RESOURCE_LABELS[key].unit);
  const own = table('Resources', rows, [
    ['Resource', ({ label }) => label],
    ['Share', (row) => share(row.share), 'end'],
    ['Total', ({ key, total }) => amount(key, total), 'end'],
    ['Allocated', ({ key, allocated }) => amount(key, allocated), 'end'],
    ['Free', ({ key, free }) => amount(key, free), 'end'],
  ]);
  return { title: 'Resources', tables: [{ ...own, use: rows }] };
}

function gigabytes(value: number): string {
  return formatQuantity(Math.floor(value), 'GB');
}

/** RAID groups with what is left of their disks, and disks outside of them. */
function storage({ storage: { groups, loose, totalGb } }: ComputeReport, { count }: ReportWords): ReportSection {
  return {
    title: 'Storage',
    line: `Effective capacity: ${gigabytes(totalGb)}`,
    tables: [
      table('RAID groups', groups, [
        ['RAID group', ({ name }) => name],
        ['Level', ({ level }) => level],
        ['Disks', ({ disks }) => count(disks), 'end'],
        ['Hot spares', ({ hotSpares }) => count(hotSpares), 'end'],
        ['Raw', ({ rawGb }) => gigabytes(rawGb), 'end'],
        ['Effective', ({ capacityGb }) => gigabytes(capacityGb), 'end'],
        ['State', ({ state }) => state],
        ['If another disk fails', ({ ifAnotherFails }) => ifAnotherFails],
      ]),
      table('Disks outside of groups', loose, [
        ['Disk outside of groups', ({ component }) => component],
        ['Slot', ({ slot }) => slot],
        ['Serial number', ({ serial }) => serial],
        ['Size', ({ capacityGb }) => gigabytes(capacityGb), 'end'],
      ]),
    ],
  };
}

function components({ components: rows }: ComputeReport, { count }: ReportWords): ReportSection {
  const own = table('Components', rows, [
    ['Component', ({ component, failed }) => (failed ? `${component} (failed)` : component)],
    ['Type', ({ type }) => componentType(type)],
    ['Quantity', ({ quantity }) => count(quantity), 'end'],
    ['Slot', ({ slot }) => slot],
    ['Serial numbers', ({ serials }) => serials.join(', ')],
    ['Specs', ({ type, specs }) => specsText(type, specs)],
    ['Warranty end', ({ warrantyEnd }) => warrantyEnd],
    ['Notes', ({ notes }) => notes],
  ]);
  return { title: 'Components', tables: [own] };
}

function services({ services: rows }: ComputeReport, { count, allocated }: ReportWords): ReportSection {
  const own = table('Services', rows, [
    ['Service', ({ service }) => service],
    ['Quantity', ({ quantity }) => count(quantity), 'end'],
    ['Allocated to each', (row) => allocated(row.allocated)],
    ['Override', ({ overrideReason }) => overrideReason],
  ]);
  return { title: 'Services', tables: [own] };
}

function network({ addresses }: ComputeReport): ReportSection {
  const own = table('Addresses', addresses, [
    ['Address', ({ address, isPrimary }) => (isPrimary ? `${address} (primary)` : address)],
    ['Type', ({ type }) => type],
    ['CIDR', ({ cidr }) => cidr],
    ['Gateway', ({ gateway }) => gateway],
    ['DNS servers', ({ dnsServers }) => dnsServers],
    ['VLAN', ({ vlan }) => (vlan === null ? null : String(vlan)), 'end'],
    ['Interface', ({ interfaceName }) => interfaceName],
    ['Names', ({ names }) => names.join(', ')],
  ]);
  return { title: 'Network', tables: [own] };
}

function ports({ services: rows }: ComputeReport): ReportSection {
  const mappings = rows.flatMap(({ service, ports: led }) => led.map((port) => ({ service, port })));
  const own = table('Ports', mappings, [
    ['Port', ({ port }) => port],
    ['Service', ({ service }) => service],
  ]);
  return { title: 'Ports', tables: [own] };
}

function firewall({ firewall: rows }: ComputeReport): ReportSection {
  const own = table('Firewall rules in the order they decide', rows, [
    ['Priority', ({ priority }) => String(priority), 'end'],
    ['Rule', ({ name, enabled }) => (enabled ? name : `${name} (disabled)`)],
    ['Action', ({ action }) => action],
    ['Protocol', ({ protocol }) => protocol],
    ['Source', ({ source }) => source],
    ['Destination', ({ destination }) => destination],
    ['Ports', ({ ports: range }) => range],
  ]);
  return { title: 'Firewall', tables: [own] };
}

/** What a report says in tables, in the order of paper: resources, and of the rest only what has rows. */
export function reportSections(
  report: ComputeReport,
  words: ReportWords,
): readonly [resources: ReportSection, ...others: ReportSection[]] {
  const others = [
    storage(report, words),
    components(report, words),
    services(report, words),
    network(report),
    ports(report),
    firewall(report),
  ].flatMap((section) => {
    const tables = section.tables.filter(({ rows }) => rows.length > 0);
    return tables.length > 0 ? [{ ...section, tables }] : [];
  });
  return [resources(report, words), ...others];
}
