import { hrefOf } from '../../ui/location.ts';
import { NetworkTabs } from './NetworkTabs.tsx';

const VIEWS = [
  { id: 'tree', label: 'Tree', href: hrefOf(['network', 'prefixes']) },
  { id: 'list', label: 'List', href: hrefOf(['network', 'prefix']) },
];

export function PrefixTabs({ view }: { view: 'tree' | 'list' }) {
  return <NetworkTabs current="prefixes" views={{ label: 'Views of the prefixes', tabs: VIEWS, current: view }} />;
}
