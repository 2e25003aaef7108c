import { Button } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { printLiteral } from '../../../shared/rules/query/print.ts';
import { api, client } from '../../bridge/client.ts';
import { failureFrom } from '../../bridge/failure.ts';
import { showFailure } from '../../bridge/notices.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Page } from '../../ui/Page.tsx';
import { PlainTable, type PlainColumn } from '../../ui/PlainTable.tsx';
import { formatCount } from '../../ui/format.ts';
import { hrefOf } from '../../ui/location.ts';
import { saveTextFile } from '../workspace/use-files.ts';
import styles from './Dns.module.css';

interface ZoneRow {
  readonly zone: string;
  readonly records: number;
  readonly findings: number;
}

async function exportZone(zone: string): Promise<void> {
  try {
    const { text } = await client.dns.exportZone({ zone });
    await saveTextFile(`${zone === '.' ? 'root' : zone}.zone`, text);
  } catch (error) {
    showFailure(failureFrom(error));
  }
}

const COLUMNS: readonly PlainColumn<ZoneRow>[] = [
  {
    label: 'Zone',
    cell: ({ zone }) => <a href={hrefOf(['network', 'dnsRecord'], { q: `zone:${printLiteral(zone)}` })}>{zone}</a>,
  },
  { label: 'Records', align: 'end', cell: ({ records }) => formatCount(records) },
  {
    label: 'Findings',
    align: 'end',
    cell: ({ zone, findings }) =>
      findings === 0 ? '' : <a href={hrefOf(['network', 'dnsRecord', 'checks'], { zone })}>{formatCount(findings)}</a>,
  },
  {
    label: 'Tools',
    align: 'tools',
    cell: ({ zone }) => (
      <Button
        variant="default"
        size="compact-xs"
        aria-label={`Zone file of ${zone}`}
        leftSection={<IconDownload size="0.875rem" aria-hidden />}
        onClick={() => void exportZone(zone)}
      >
        Zone file
      </Button>
    ),
  },
];

/** The zones on record: how much is in them, what is wrong with them, and each as a zone file. */
export function ZonesView({ tabs }: { tabs: ReactNode }) {
  const { data, error } = useQuery(api.dns.zones.queryOptions());
  const found = useQuery(api.dns.check.queryOptions({ input: {} })).data ?? [];
  const byZone = Map.groupBy(found, ({ zone }) => zone);
  const rows = data?.map((row) => ({ ...row, findings: byZone.get(row.zone)?.length ?? 0 }));
  const importHref = hrefOf(['network', 'dnsRecord', 'import']);
  return (
    <Page
      title="Network"
      bar={tabs}
      actions={
        <Button component="a" variant="default" href={importHref} leftSection={<IconUpload size="1rem" aria-hidden />}>
          Import a zone file…
        </Button>
      }
    >
      {error ? <EmptyState title="The zones cannot be shown">{failureFrom(error).message}</EmptyState> : null}
      {rows?.length === 0 ? (
        <EmptyState title="No zones yet" actions={<a href={importHref}>Import a zone file</a>}>
          A zone is there as soon as a record is in it.
        </EmptyState>
      ) : null}
      {rows && rows.length > 0 ? (
        <div className={styles.zones}>
          <PlainTable label="Zones" columns={COLUMNS} rows={rows} keyOf={({ zone }) => zone} />
        </div>
      ) : null}
    </Page>
  );
}
