import type { ComputeReport } from '../../../shared/domain/compute-report.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { reportFacts } from '../../../shared/rules/report-facts.ts';
import { reportSections, type ReportWords } from '../../../shared/rules/report-sections.ts';
import { Facts } from '../../ui/Facts.tsx';
import { formatCount, percentText } from '../../ui/format.ts';
import { quantityText, resourcesText } from '../noun/field-text.ts';
import { JournalSheet } from './JournalSheet.tsx';
import { SectionSheet } from './SectionSheet.tsx';
import styles from '../print/Report.module.css';
import { ReportSection } from '../print/ReportSection.tsx';

const WORDS: ReportWords = {
  count: formatCount,
  quantity: quantityText,
  share: percentText,
  allocated: resourcesText,
};

/** Everything on record about one compute, as it lies on paper. Each compute begins a page. */
export function ComputeSheet({ report, whole }: { report: ComputeReport; whole: boolean }) {
  const [resources, ...others] = reportSections(report, WORDS);
  return (
    <article className={styles.sheet} aria-label={`Report on ${report.name}`}>
      <header className={styles.head}>
        <h2>{report.name}</h2>
        <span>{[report.type, report.state, report.place].filter(Boolean).join(' · ')}</span>
      </header>
      <Facts label="Details" facts={reportFacts(report, formatMoney)} />
      <SectionSheet section={resources} />
      {report.findings.length > 0 ? (
        <ReportSection title="Findings">
          <ul className={styles.findings}>
            {report.findings.map((finding) => (
              <li key={finding}>{finding}</li>
            ))}
          </ul>
        </ReportSection>
      ) : null}
      {others.map((section) => (
        <SectionSheet key={section.title} section={section} />
      ))}
      {report.notes === null ? null : (
        <ReportSection title="Notes">
          <p className={styles.typed}>{report.notes}</p>
        </ReportSection>
      )}
      <JournalSheet report={report} whole={whole} />
    </article>
  );
}
