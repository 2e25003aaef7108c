import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { reportMarkdown } from '../../../shared/rules/report-markdown.ts';
import { client } from '../../bridge/client.ts';
import { counted } from '../../ui/format.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useRowsWork } from '../noun/use-rows-work.ts';
import { PrintFrame } from '../print/PrintFrame.tsx';
import { saveTextFile } from '../workspace/use-files.ts';
import { ComputeSheet } from './ComputeSheet.tsx';
import { PAPERS } from '../print/papers.ts';
import styles from '../print/Report.module.css';
import { reportInput, useComputeReports, type ReportScope } from './use-compute-reports.ts';

/** As many as a window and a PDF hold without trouble; more on request, and Markdown takes all. */
const AT_FIRST = 200;

function goBack(): void {
  window.history.back();
}

/** The report on one compute, on some, or on all: on screen as on paper, and as Markdown. */
export function ComputesReport({ scope }: { scope: ReportScope }) {
  const [paper, setPaper] = useState('report-portrait');
  const [whole, setWhole] = useState(false);
  const [limit, setLimit] = useState(AT_FIRST);
  const { reports, phase, failure } = useComputeReports(scope, whole ? 'all' : 'recent', limit);
  const { progress, work } = useRowsWork();
  const [first] = reports;
  const single = scope.computes.length === 1 && first !== undefined;
  const title = single ? `Report on ${first.name}` : `Report on ${counted(reports.length, 'compute', 'computes')}`;
  const fileName = single ? `Report ${first.name}` : 'Report on computes';
  const saveMarkdown = async () => {
    const parts: string[] = [];
    const done = await work('Writing', reports.length, async (signal, advance) => {
      for await (const report of await client.report.computes(reportInput(scope, whole ? 'all' : 'recent'), {
        signal,
      })) {
        parts.push(reportMarkdown(report, whole));
        advance(1);
      }
    });
    if (done) await saveTextFile(`${fileName}.md`, parts.join('\n---\n\n'));
  };
  return (
    <PrintFrame
      label="Report"
      title={title}
      fileName={fileName}
      onClose={goBack}
      controls={
        <>
          <span role="status">
            {progress
              ? `Writing, ${progress.done} so far…`
              : phase === 'reading'
                ? `Reading, ${reports.length} so far…`
                : ''}
          </span>
          {progress ? (
            <Button variant="default" onClick={progress.cancel}>
              Cancel
            </Button>
          ) : null}
          <NativeSelect
            aria-label="Paper"
            data={PAPERS}
            value={paper}
            onChange={({ currentTarget: { value } }) => setPaper(value)}
          />
          <Checkbox
            label="The whole journal"
            checked={whole}
            onChange={(event) => setWhole(event.currentTarget.checked)}
          />
          <Button variant="default" onClick={() => void saveMarkdown()}>
            Save as Markdown…
          </Button>
        </>
      }
    >
      <div className={`print-paper ${styles.paper}`} data-paper={paper}>
        {failure ? <p role="alert">{failure.message}</p> : null}
        {phase === 'whole' && reports.length === 0 && !failure ? (
          <EmptyState title="There is no compute to report on">
            Select some in the fleet, or loosen the filter.
          </EmptyState>
        ) : null}
        {reports.map((report) => (
          <ComputeSheet key={report.id} report={report} whole={whole} />
        ))}
        {phase === 'limited' ? (
          <p className={styles.more}>
            The first {limit} are shown and printed; Markdown takes all of them.{' '}
            <Button variant="default" onClick={() => setLimit(limit * 5)}>
              Show {limit * 5}
            </Button>
          </p>
        ) : null}
      </div>
    </PrintFrame>
  );
}
