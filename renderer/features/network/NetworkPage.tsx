import { hrefOf } from '../../ui/location.ts';
import { DnsPage } from '../dns/DnsPage.tsx';
import { FirewallPage } from '../firewall/FirewallPage.tsx';
import { NounPage } from '../noun/NounPage.tsx';
import { nounScreen } from '../noun/noun-screen.ts';
import { PortAssignmentsPage } from '../port-assignment/PortAssignmentsPage.tsx';
import { AddressesView } from './AddressesView.tsx';
import { FindingsView } from './FindingsView.tsx';
import { NetworkTabs } from './NetworkTabs.tsx';
import { PrefixTabs } from './PrefixTabs.tsx';
import { PrefixTreeView } from './PrefixTreeView.tsx';

const PREFIXES = nounScreen('prefix', { pageHref: (id) => hrefOf(['prefix', id]) });
const VRFS = nounScreen('vrf');

interface NetworkPageProps {
  readonly part: string | undefined;
  readonly view: string | undefined;
}

/** Prefixes and what they hold, names, ports and firewall rules. */
export function NetworkPage({ part = 'prefixes', view }: NetworkPageProps) {
  const tabs = <NetworkTabs current={part} />;
  switch (part) {
    case 'prefix':
      return <NounPage key={part} screen={PREFIXES} title="Network" tabs={<PrefixTabs view="list" />} />;
    case 'ipAddress':
      return <AddressesView tabs={tabs} />;
    case 'vrf':
      return <NounPage key={part} screen={VRFS} title="Network" tabs={tabs} />;
    case 'dnsRecord':
      return <DnsPage view={view} />;
    case 'portAssignment':
      return <PortAssignmentsPage tabs={tabs} />;
    case 'firewallRule':
      return <FirewallPage tabs={tabs} />;
    case 'findings':
      return <FindingsView tabs={tabs} />;
    default:
      return <PrefixTreeView screen={PREFIXES} />;
  }
}
