import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { RESOURCE_LABELS } from '../../../shared/domain/resource.ts';
import { formatQuantity } from '../../../shared/domain/units.ts';
import { formatCount, percentText } from '../../ui/format.ts';
import { choiceText, quantityText } from '../noun/field-text.ts';
import { ReportSection } from '../print/ReportSection.tsx';
import { ReportTable } from '../print/ReportTable.tsx';
import { specsText } from './report-text.ts';
import { shareBar } from './ShareBar.tsx';

function gigabytes(value: number): string {
  return formatQuantity(Math.floor(value), 'GB');
}

/** What there is, what is taken and what is left of each resource. */
export function ResourceSection({ report: { resources } }: { report: ComputeReport }) {
  const amount = (key: keyof typeof RESOURCE_LABELS, value: number) => quantityText(value, RESOURCE_LABELS[key].unit);
  return (
    <ReportSection title="Resources">
      <ReportTable
        label="Resources"
        rows={resources.filter(({ total, allocated }) => total > 0 || allocated > 0)}
        columns={[
          { label: 'Resource', cell: ({ label }) => label },
          {
            label: 'Utilisation',
            cell: ({ label, total, allocated }) => shareBar(label, total, allocated),
          },
          { label: 'Share', align: 'end', cell: ({ share }) => percentText(share) },
          { label: 'Total', align: 'end', cell: ({ key, total }) => amount(key, total) },
          { label: 'Allocated', align: 'end', cell: ({ key, allocated }) => amount(key, allocated) },
          { label: 'Free', align: 'end', cell: ({ key, free }) => amount(key, free) },
        ]}
      />
    </ReportSection>
  );
}

/** RAID groups with what is left of their disks, disks outside of them, and every part. */
export function HardwareSections({ report }: { report: ComputeReport }) {
  const { groups, loose, totalGb } = report.storage;
  return (
    <>
      {groups.length + loose.length > 0 ? (
        <ReportSection title="Storage">
          <p>Effective capacity: {gigabytes(totalGb)}</p>
          {groups.length > 0 ? <RaidTable groups={groups} /> : null}
          {loose.length > 0 ? (
            <ReportTable
              label="Disks outside of groups"
              rows={loose}
              columns={[
                { label: 'Disk outside of groups', cell: ({ component }) => component },
                { label: 'Slot', cell: ({ slot }) => slot },
                { label: 'Serial number', cell: ({ serial }) => serial },
                { label: 'Size', align: 'end', cell: ({ capacityGb }) => gigabytes(capacityGb) },
              ]}
            />
          ) : null}
        </ReportSection>
      ) : null}
      {report.components.length > 0 ? <ComponentSection components={report.components} /> : null}
    </>
  );
}

function RaidTable({ groups }: { groups: ComputeReport['storage']['groups'] }) {
  return (
    <ReportTable
      label="RAID groups"
      rows={groups}
      columns={[
        { label: 'RAID group', cell: ({ name }) => name },
        { label: 'Level', cell: ({ level }) => level },
        { label: 'Disks', align: 'end', cell: ({ disks }) => formatCount(disks) },
        { label: 'Hot spares', align: 'end', cell: ({ hotSpares }) => formatCount(hotSpares) },
        { label: 'Raw', align: 'end', cell: ({ rawGb }) => gigabytes(rawGb) },
        { label: 'Effective', align: 'end', cell: ({ capacityGb }) => gigabytes(capacityGb) },
        { label: 'State', cell: ({ state }) => state },
        { label: 'If another disk fails', cell: ({ ifAnotherFails }) => ifAnotherFails },
      ]}
    />
  );
}

function ComponentSection({ components }: { components: ComputeReport['components'] }) {
  return (
    <ReportSection title="Components">
      <ReportTable
        label="Components"
        rows={components}
        columns={[
          { label: 'Component', cell: ({ component, failed }) => (failed ? `${component} (failed)` : component) },
          { label: 'Type', cell: ({ type }) => choiceText('component', 'type', type) },
          { label: 'Quantity', align: 'end', cell: ({ quantity }) => formatCount(quantity) },
          { label: 'Slot', cell: ({ slot }) => slot },
          { label: 'Serial numbers', cell: ({ serials }) => serials.join(', ') },
          { label: 'Specs', cell: ({ specs }) => specsText(specs) },
          { label: 'Warranty end', cell: ({ warrantyEnd }) => warrantyEnd },
          { label: 'Notes', cell: ({ notes }) => notes },
        ]}
      />
    </ReportSection>
  );
}
