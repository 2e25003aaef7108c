import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { api, client } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { showFailure } from '../../../bridge/notices.ts';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useActions } from '../../../ui/actions.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import { PrintFrame } from '../../print/PrintFrame.tsx';
import { saveTextFile } from '../../workspace/use-files.ts';
import styles from '../Audit.module.css';
import { SessionPage } from '../SessionPage.tsx';
import { ReportSections } from './ReportSections.tsx';
import { VerifySection } from './VerifySection.tsx';

async function saveReport(session: string, format: 'markdown' | 'csv'): Promise<void> {
  try {
    const { fileName, text } = await client.audit.reportText({ session, format });
    await saveTextFile(fileName, text);
  } catch (error) {
    showFailure(failureFrom(error));
  }
}

/** The report of an audit on screen, on paper and as files. */
export function ReportView({ session }: { session: AuditSummary }) {
  const { id } = session;
  const { data, error } = useQuery({ ...api.audit.report.queryOptions({ input: { session: id } }), staleTime: 0 });
  const [printing, setPrinting] = useState(false);
  const save = (format: 'markdown' | 'csv') => void saveReport(id, format);
  useActions([
    {
      id: 'report-print',
      label: 'Print the report, or save it as PDF',
      group: 'Report',
      keys: 'p',
      run: () => setPrinting(true),
    },
    { id: 'report-csv', label: 'Save the report as CSV', group: 'Report', keys: 'v', run: () => save('csv') },
    {
      id: 'report-markdown',
      label: 'Save the report as Markdown',
      group: 'Report',
      keys: 'd',
      run: () => save('markdown'),
    },
  ]);
  return (
    <SessionPage
      session={session}
      part="report"
      actions={
        <>
          <Button variant="default" onClick={() => save('csv')}>
            CSV…&nbsp;
            <Kbd keys="v" />
          </Button>
          <Button variant="default" onClick={() => save('markdown')}>
            Markdown…&nbsp;
            <Kbd keys="d" />
          </Button>
          <Button disabled={!data} onClick={() => setPrinting(true)}>
            Print or PDF…&nbsp;
            <Kbd keys="p" />
          </Button>
        </>
      }
    >
      {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {data ? (
        <div className={styles.report}>
          <ReportSections report={data} />
          <VerifySection session={id} />
        </div>
      ) : null}
      {data && printing ? (
        <PrintFrame
          label="Print the report"
          title={`Report of ${session.name}`}
          fileName={session.name}
          controls={null}
          onClose={() => setPrinting(false)}
        >
          <div className={`print-paper ${styles.paper}`} data-paper="a4-portrait">
            <h1>Audit report: {session.name}</h1>
            <ReportSections report={data} />
            <div className={styles.signatures}>
              <span>Auditor</span>
              <span>Second person</span>
            </div>
          </div>
        </PrintFrame>
      ) : null}
    </SessionPage>
  );
}
