import { LinkTabs, type LinkTab } from '../../ui/LinkTabs.tsx';
import { hrefOf } from '../../ui/location.ts';
import styles from './Network.module.css';

const TABS: readonly LinkTab[] = [
  ['prefixes', 'Prefixes'],
  ['ipAddress', 'IP addresses'],
  ['vrf', 'VRFs'],
  ['dnsRecord', 'DNS'],
  ['portAssignment', 'Port assignments'],
  ['firewallRule', 'Firewall'],
  ['findings', 'Findings'],
].map(([id = '', label = '']) => ({ id, label, href: hrefOf(['network', id]) }));

interface NetworkTabsProps {
  readonly current: string;
  /** Views of the part that is shown. */
  readonly views?: { readonly label: string; readonly tabs: readonly LinkTab[]; readonly current: string };
}

/** The parts of the network, and below them the views of the one that is shown. */
export function NetworkTabs({ current, views }: NetworkTabsProps) {
  return (
    <div className={styles.tabs}>
      <LinkTabs label="Parts of the network" tabs={TABS} current={current} />
      {views ? <LinkTabs label={views.label} tabs={views.tabs} current={views.current} /> : null}
    </div>
  );
}
