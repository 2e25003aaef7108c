import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { reportFacts } from '../../../shared/rules/report-facts.ts';
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
      <Facts label="Details" facts={reportFacts(report, formatMoney)} />
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
