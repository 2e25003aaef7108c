import type { ReactNode } from 'react';
import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { Facts } from '../../ui/Facts.tsx';
import { HardwareSections, ResourceSection } from './HardwareSections.tsx';
import { JournalSheet } from './JournalSheet.tsx';
import { NetworkSections } from './NetworkSections.tsx';
import styles from '../print/Report.module.css';
import { ReportSection } from '../print/ReportSection.tsx';

/** Everything on record about one compute, as it lies on paper. Each compute begins a page. */
export function ComputeSheet({ report, whole }: { report: ComputeReport; whole: boolean }) {
  return (
    <article className={styles.sheet} aria-label={`Report on ${report.name}`}>
      <header className={styles.head}>
        <h2>{report.name}</h2>
        <span>{[report.type, report.state, report.place].filter(Boolean).join(' · ')}</span>
      </header>
      <Facts label="Details" facts={factsOf(report)} />
      <ResourceSection report={report} />
      {report.findings.length > 0 ? (
        <ReportSection title="Findings">
          <ul className={styles.findings}>
            {report.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </ReportSection>
      ) : null}
      <HardwareSections report={report} />
      <NetworkSections report={report} />
      {report.notes === null ? null : (
        <ReportSection title="Notes">
          <p className={styles.typed}>{report.notes}</p>
        </ReportSection>
      )}
      <JournalSheet report={report} whole={whole} />
    </article>
  );
}

function factsOf(report: ComputeReport): readonly (readonly [string, ReactNode])[] {
  const money = (amount: string | null) => (amount === null ? '' : formatMoney(amount, report.currency));
  const tags = Object.entries(report.tags).map(([key, value]) => (value === '' ? key : `${key}=${value}`));
  return [
    ['Provider', report.provider],
    ['Region', report.region],
    ['Role', report.role],
    ['Owner', report.owner],
    ['Device type', report.deviceType],
    ['Serial number', report.serial],
    ['Asset tag', report.assetTag],
    ['Tags', tags.join(', ')],
    ['Monthly cost', money(report.monthlyCost)],
    ['Annual cost', money(report.annualCost)],
    ['Contract end', report.contractEnd],
    ['Renewal date', report.renewalDate],
  ];
}
