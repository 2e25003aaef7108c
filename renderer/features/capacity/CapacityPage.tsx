import { LinkTabs } from '../../ui/LinkTabs.tsx';
import { ReportLink } from '../noun/ReportLink.tsx';
import { Page } from '../../ui/Page.tsx';
import { hrefOf } from '../../ui/location.ts';
import { LoadedView } from './LoadedView.tsx';
import { OverbookedView } from './OverbookedView.tsx';
import { StrandedView } from './StrandedView.tsx';
import { UsageView } from './UsageView.tsx';

const PARTS = {
  usage: ['Use by group', UsageView],
  loaded: ['Most and least used', LoadedView],
  overbooked: ['Overbooked', OverbookedView],
  stranded: ['Stranded', StrandedView],
} as const;

type Part = keyof typeof PARTS;

/** How full the fleet is, from every side. */
export function CapacityPage({ part }: { part: string | undefined }) {
  const current: Part = part !== undefined && part in PARTS ? (part as Part) : 'usage';
  const [, View] = PARTS[current];
  const tabs = Object.entries(PARTS).map(([id, [label]]) => ({ id, label, href: hrefOf(['capacity', id]) }));
  return (
    <Page
      title="Capacity"
      actions={<ReportLink href={hrefOf(['report', 'capacity'])} />}
      bar={<LinkTabs label="Views of capacity" tabs={tabs} current={current} />}
    >
      <View />
    </Page>
  );
}
