import { useQuery } from '@tanstack/react-query';
import { api } from '../../bridge/client.ts';
import { hrefOf } from '../../ui/location.ts';
import { NetworkTabs } from '../network/NetworkTabs.tsx';
import { ChecksView } from './ChecksView.tsx';
import { RecordsView } from './RecordsView.tsx';
import { ZoneImportView } from './ZoneImportView.tsx';
import { ZonesView } from './ZonesView.tsx';

/** Records, the zones they are in, what contradicts itself in them, and zone files. */
export function DnsPage({ view = 'records' }: { view: string | undefined }) {
  const found = useQuery(api.dns.check.queryOptions({ input: {} })).data;
  const tabs = [
    { id: 'records', label: 'Records', href: hrefOf(['network', 'dnsRecord']) },
    { id: 'zones', label: 'Zones', href: hrefOf(['network', 'dnsRecord', 'zones']) },
    {
      id: 'checks',
      label: `Checks${found && found.length > 0 ? ` (${found.length})` : ''}`,
      href: hrefOf(['network', 'dnsRecord', 'checks']),
    },
    { id: 'import', label: 'Import', href: hrefOf(['network', 'dnsRecord', 'import']) },
  ];
  const current = tabs.some(({ id }) => id === view) ? view : 'records';
  const links = <NetworkTabs current="dnsRecord" views={{ label: 'Views of DNS', tabs, current }} />;
  if (current === 'zones') return <ZonesView tabs={links} />;
  if (current === 'checks') return <ChecksView tabs={links} />;
  if (current === 'import') return <ZoneImportView tabs={links} />;
  return <RecordsView tabs={links} />;
}
