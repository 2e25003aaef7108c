import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AuditSummary } from '../../../../shared/contract/audit-schemas.ts';
import { api } from '../../../bridge/client.ts';
import { failureFrom } from '../../../bridge/failure.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { useActions } from '../../../ui/actions.ts';
import { Refusal } from '../../../ui/Notice.tsx';
import { SessionPage } from '../SessionPage.tsx';
import { PaperSheets } from './PaperSheets.tsx';
import { TickEntry } from './TickEntry.tsx';

/** The round on paper: print the tick list, walk, and enter the ticks by keyboard afterwards. */
export function PaperView({ session }: { session: AuditSummary }) {
  const { data, error } = useQuery(api.audit.tickList.queryOptions({ input: { session: session.id } }));
  const [printing, setPrinting] = useState(false);
  const print = () => setPrinting(true);
  useActions([{ id: 'paper-print', label: 'Print the tick list', group: 'Audit', keys: 'mod+p', run: print }]);
  return (
    <SessionPage
      session={session}
      part="paper"
      actions={
        <>
          <Kbd keys="mod+p" />
          <Button disabled={!data} onClick={print}>
            Print the tick list…
          </Button>
        </>
      }
    >
      {error ? <Refusal>{failureFrom(error).message}</Refusal> : null}
      {data?.racks.length === 0 ? <EmptyState title="There is nothing to tick" /> : null}
      {data && data.racks.length > 0 ? <TickEntry session={session} racks={data.racks} /> : null}
      {data && printing ? <PaperSheets {...data} onClose={() => setPrinting(false)} /> : null}
    </SessionPage>
  );
}
